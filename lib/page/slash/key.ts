// The key that asks for replies: `/`, or what a Chinese keyboard makes of it, where a word may begin. This much is in every page.
import { hasFocus, readCaret } from '../insert/caret';

/**
 * Calls `then` when the mark was typed at the start of the composer or after a space. Told before the editor has it: some editors
 * let nobody hear of what they have taken. Inside a composition nothing is meant yet; one that ends as the mark alone was its key.
 */
export function followSlash(composer: () => HTMLElement | null, signal: AbortSignal, then: () => void): void {
  const look = (event: Event): void => {
    const { data, isTrusted, isComposing, type } = event as InputEvent;
    const isEnd = type === 'compositionend';
    const box = composer();
    if (!isTrusted || isComposing || !box || !hasFocus(box) || !(isEnd ? /^[／、]$/ : /^[/／、]$/).test(data ?? '')) return;
    const caret = readCaret(box);
    if (caret && /(^|[\s\u200b])$/.test(caret.draft.slice(0, caret.index - (isEnd ? 1 : 0)))) then();
  };
  for (const type of ['beforeinput', 'compositionend']) addEventListener(type, look, { capture: true, signal });
}
