// The only listener for messages in a screen. It is not async: an async listener would answer everybody's requests with null.
import browser from 'webextension-polyfill';

/** Calls `then` with the names of the tables that changed. Returns the way to stop. */
export function onChanged(then: (tables: string[]) => void): () => void {
  const listener = (message: unknown): undefined => {
    const changed = (message as { changed?: unknown } | null)?.changed;
    if (Array.isArray(changed)) then(changed.filter((table) => typeof table === 'string'));
    return undefined;
  };
  browser.runtime.onMessage.addListener(listener);
  return () => browser.runtime.onMessage.removeListener(listener);
}
