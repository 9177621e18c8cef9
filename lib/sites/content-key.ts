// Keys of messages on sites whose pages show no ids.
import { textOf } from './pick';

/** The name of a picture's file, the same in every size and under every signature; null while the picture is not on the site. */
export const fileOf = (image: Element | null): string | null =>
  /^(?!data:|blob:)(?:[^?#]*\/)?([^/?#.~@]+)/.exec(image?.getAttribute('src') ?? '')?.[1] ?? null;

/**
 * What a message shows as a short number that gives no word back: its words, else its pictures. Null while it shows nothing,
 * or a picture still on its way. Messages that show the same get the same key; their order tells them apart (see `keysOf`).
 */
export function contentKey(direction: string, content: Element | null): string | null {
  if (!content) return null;
  const files = (): (string | null)[] => [...content.querySelectorAll('img[src]')].map(fileOf);
  const shown = textOf(content).replace(/\s+/g, ' ').trim() || files().join(' ').trim();
  if (!shown) return null;
  let hash = 0;
  for (const letter of direction + shown) hash = Math.imul(hash ^ letter.codePointAt(0)!, 0x01000193) + 1;
  return (hash >>> 0).toString(36);
}
