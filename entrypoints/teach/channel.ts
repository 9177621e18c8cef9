// The channel to our script in the page around this frame. Whoever shows the token of the address made this frame; nobody else is heard.
import type { Said, Shown } from '../../lib/teach/talk';

export interface Channel {
  tell(said: Said): void;
  /** Calls `then` with whatever is to be shown from now on. */
  onShown(then: (shown: Shown) => void): void;
}

export function openChannel(): Channel {
  let port: MessagePort | null = null;
  let show: (shown: Shown) => void = () => undefined;
  let last: Shown | null = null;
  const begin = ({ source, data, ports }: MessageEvent): void => {
    const token = (data as { token?: unknown } | null)?.token;
    if (port || source !== window.parent || typeof token !== 'string' || `#${token}` !== location.hash || !ports[0]) return;
    port = ports[0];
    port.onmessage = ({ data: shown }: MessageEvent<Shown>) => show((last = shown));
    port.postMessage({ say: 'hello' } satisfies Said);
    removeEventListener('message', begin);
  };
  addEventListener('message', begin);
  return {
    tell: (said) => port?.postMessage(said),
    onShown(then) {
      show = then;
      if (last) then(last);
    },
  };
}
