// The key that asks for replies: `/`, or what a Chinese keyboard makes of it, where a word may begin. This much is in every page.
import { hasFocus, readCaret } from '../insert/caret';

/**
 * Calls `then` when the mark was typed at the start of the composer or after a space. Told before the editor has it: some editors
 * let nobody hear of what they have taken. Inside a composition nothing is meant yet; one that ends as the mark alone was its key.
 */
export function followSlash(composer: () => HTMLElement | null, signal: AbortSignal, then: () => void): void {
  /** The mark that is being composed. Chromium does not vouch for the end of a composition, only for what went before. */
  let composed: string | null = null;
  const look = (event: Event): void => {
    const { data, isTrusted, isComposing, type } = event as InputEvent;
    const isEnd = type === 'compositionend';
    const isMark = /^[/／、]$/.test(data ?? '') && (isEnd ? data === composed && data !== '/' : isTrusted);
    composed = isTrusted && isComposing && isMark ? data : null;
    const box = composer();
    if (!isMark || isComposing || !box || !hasFocus(box)) return;
    const caret = readCaret(box);
    if (caret && /(^|[\s\u200b])$/.test(caret.draft.slice(0, caret.index - (isEnd ? 1 : 0)))) then();
  };
  for (const type of ['beforeinput', 'compositionend']) addEventListener(type, look, { capture: true, signal });
}
