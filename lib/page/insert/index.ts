// Puts a text into the composer at the caret: written once, read back once, never sent.
import { hasFocus, placeCaret, readCaret, type SavedCaret } from './caret';
import { writeByCommand } from './exec-command';
import { editorKind, isField } from './kind';
import { writeValue } from './native-value';
import { writeByPaste } from './paste';
import { readBox, tidy, walk } from './read';

export { followCaret, readCaret, type SavedCaret } from './caret';
export { isEmptyBox, readBox } from './read';

/** How long editors take to notice that the selection moved: they hear of it in a task of its own. */
const NOTICE_MS = 50;
/** How long editors take to show what was written; Lexical and Quill 2 do so after the current turn. */
const SETTLE_MS = 250;

const wait = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));
const squeeze = (text: string): string => tidy(text).replace(/\s+/g, ' ').trim();

/**
 * Inserts `text` at the caret `at` (when null: where the caret is, or the end of the draft when the box has no focus) and
 * leaves the caret `cursor` characters into it, null meaning behind it. `arrived` is true only when the box afterwards holds
 * the draft with the text in it exactly once. There is no second try: a slow editor would get the text twice.
 */
export async function insertText(
  box: HTMLElement,
  text: string,
  options: { cursor: number | null; at: SavedCaret | null },
): Promise<{ arrived: boolean }> {
  const kind = editorKind(box);
  if (!kind || !box.isConnected || text === '') return { arrived: false };
  // A one-line field drops line breaks and would glue the words together.
  const words = tidyLines(text, box.matches('input'));

  const saved = options.at?.box === box ? options.at : hasFocus(box) ? readCaret(box) : null;
  box.focus({ preventScroll: true });
  placeCaret(box, saved ? saved.index : null, saved?.point);
  await wait(NOTICE_MS);
  if (!box.isConnected) return { arrived: false };

  const draft = isField(box) ? box.value : walk(box, null).text;
  const start = readCaret(box)?.index ?? draft.length;
  if (isField(box)) writeValue(box, words, hasFocus(box));
  else if (kind === 'paste') writeByPaste(box, words);
  else writeByCommand(words);

  await wait(SETTLE_MS);
  const arrived = squeeze(readBox(box)) === squeeze(draft.slice(0, start) + words + draft.slice(start));
  if (arrived && options.cursor !== null) placeCaret(box, start + Math.min(options.cursor, words.length));
  return { arrived };
}

/** The text with `\n` as its only line break, or on one line. Lengths stay the same so that the cursor stays right. */
function tidyLines(text: string, isOneLine: boolean): string {
  return isOneLine ? text.replace(/[\r\n]/g, ' ') : text.replace(/\r(?!\n)/g, '\n');
}
