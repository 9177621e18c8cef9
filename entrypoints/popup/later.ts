// Parts that the popup needs only after a click: opening it does not have to wait for their code.
import { useEffect, useState } from 'preact/hooks';

/** The module, once it is wanted and there; null before. `load` has to be the same at every call. */
export function useLater<T>(load: () => Promise<T>, isWanted: boolean): T | null {
  const [part, setPart] = useState<T | null>(null);
  useEffect(() => {
    if (isWanted) void load().then(setPart);
    // The module is loaded once, whoever asks.
  }, [isWanted]);
  return part;
}
