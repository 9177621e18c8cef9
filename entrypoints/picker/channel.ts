// The channel to our script in the page around this frame. Whoever shows the token of the address made this frame; nobody else is heard.
import type { Said, Told } from '../../lib/page/slash/talk';

export interface Channel {
  say(said: Said): void;
  /** Calls `then` with all that was told, and with all that will be. */
  onTold(then: (told: Told) => void): void;
}

export function openChannel(): Channel {
  let port: MessagePort | null = null;
  let hear: ((told: Told) => void) | null = null;
  const unsaid: Said[] = [];
  const unheard: Told[] = [];
  const begin = ({ source, data, ports }: MessageEvent): void => {
    const token = (data as { token?: unknown } | null)?.token;
    if (port || source !== window.parent || typeof token !== 'string' || `#${token}` !== location.hash || !ports[0]) return;
    port = ports[0];
    port.onmessage = ({ data: told }: MessageEvent<Told>) => (hear ? hear(told) : unheard.push(told));
    for (const said of unsaid.splice(0)) port.postMessage(said);
    removeEventListener('message', begin);
  };
  addEventListener('message', begin);
  return {
    say: (said) => (port ? port.postMessage(said) : unsaid.push(said)),
    onTold(then) {
      hear = then;
      for (const told of unheard.splice(0)) then(told);
    },
  };
}
