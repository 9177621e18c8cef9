// Puts a text into the composer at the caret: written once, read back once, never sent.
import { hasFocus, placeCaret, readCaret, selectBack, type SavedCaret } from './caret';
import { writeByCommand } from './exec-command';
import { editorKind, isField } from './kind';
import { writeValue } from './native-value';
import { writeByPaste } from './paste';
import { rawText, readBox, tidy } from './read';

export { followCaret, readCaret, type SavedCaret } from './caret';
export { isEmptyBox, readBox } from './read';

/** How long editors take to notice that the selection moved: they hear of it in a task of its own, Slate every 100 ms. */
const NOTICE_MS = 120;
/** How long editors take to show what was written; Lexical and Quill 2 do so after the current turn. */
const SETTLE_MS = 250;

const wait = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));
// Pictures of emoji lose the mark that asks for a coloured one, so it is left out of the comparison.
const squeeze = (text: string): string =>
  tidy(text)
    .replace(/\ufe0f/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/**
 * Inserts `text` where the caret is; without focus, where it was (`at`); if that is not known, behind the draft. Leaves the caret
 * `cursor` characters into the text, null meaning behind it. `isStillRight` is asked at the last moment, for the page may open
 * another chat in the same box meanwhile. `replace` is text right before the caret that makes room, if it stands there. `arrived` is true only when the box afterwards holds the draft with the text in it
 * exactly once. There is no second try: a slow editor would get the text twice.
 */
export async function insertText(
  box: HTMLElement,
  text: string,
  options: { cursor: number | null; at: SavedCaret | null; isStillRight?: () => boolean; replace?: string | undefined },
): Promise<{ arrived: boolean }> {
  const kind = editorKind(box);
  if (!kind || !box.isConnected || text === '') return { arrived: false };
  // A one-line field drops line breaks and would glue the words together.
  const words = text.replace(/\r\n?|\n/g, box.matches('input') ? ' ' : '\n');

  const now = hasFocus(box) ? readCaret(box) : null;
  const saved = now ?? (options.at?.box === box && options.at.draft === rawText(box) ? options.at : null);
  box.focus({ preventScroll: true });
  placeCaret(box, saved ? saved.index : null, saved?.point);
  const old = options.replace && saved?.draft.slice(0, saved.index).endsWith(options.replace) ? options.replace.length : 0;
  if (old > 0) {
    // Draft.js passes over a selection that comes while it takes notice of the focus.
    if (kind === 'paste') await wait(NOTICE_MS);
    if (!selectBack(box, old)) return { arrived: false };
  }
  // Lexical passes over the first report after it has set a selection itself, and a caret that did not move reports nothing:
  // told twice, it looks. Without this it pastes where it believes the caret to be.
  for (let told = 0; told < 2 && kind === 'paste'; told++) document.dispatchEvent(new Event('selectionchange'));
  await wait(NOTICE_MS);
  if (!box.isConnected || options.isStillRight?.() === false) return { arrived: false };

  const draft = rawText(box);
  const end = readCaret(box)?.index ?? draft.length;
  const start = end - old;
  // What is to make room is what is selected, or nothing is written.
  if (old > 0 && draft.slice(start, end) !== options.replace) return { arrived: false };
  // A field that has no room for all of it would take the beginning.
  if (isField(box) && box.maxLength >= 0 && draft.length - old + words.length > box.maxLength) return { arrived: false };
  if (isField(box)) writeValue(box, words, hasFocus(box));
  else if (kind === 'paste') writeByPaste(box, words);
  else writeByCommand(box, words);

  await wait(SETTLE_MS);
  const arrived = squeeze(readBox(box)) === squeeze(draft.slice(0, start) + words + draft.slice(end));
  if (arrived && options.cursor !== null) placeCaret(box, start + Math.min(options.cursor, words.length));
  return { arrived };
}
