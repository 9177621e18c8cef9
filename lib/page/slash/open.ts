// The picker, from the mark to the last word: it takes the focus when its frame is there, and gives it back with what was typed.
import { hasFocus, placeCaret, readCaret, type SavedCaret } from '../insert/caret';
import { rawText } from '../insert/read';
import { parts } from '../parts';
import { caretBox } from './caret-box';
import { mountPicker, type PickerFrame } from './frame';
import { PICKER, placePicker } from './place-picker';
import type { Said } from './talk';
import { typedIn, type Typed } from './typed';

/** What the page script lends. */
export interface Around {
  composer(): HTMLElement | null;
  /** Where the caret of the composer was last. */
  caret(): SavedCaret | null;
  /** Whether the conversation that the picker was opened for is still open. */
  isStillRight(): boolean;
  /** The end of Rapport in this page. */
  signal: AbortSignal;
}

export interface Picker {
  /** What stands in this box for the picker and makes room for a reply. */
  taken(box: HTMLElement): string;
  close(): void;
}

/** A frame that has not reported in by then was refused by the page: the mark stays what it is. */
const REPORT_MS = 4_000;
/** A frame that the page forbids to take the focus is given it after this long. */
const OWN_FOCUS_MS = 150;
/** So often the focus is taken back from a page that takes it in the middle of a word. */
const PATIENCE = 3;

/** What was typed for the picker so far; null where the mark means something else. Called by command, nothing stands there. */
function typedNow(box: HTMLElement, caret: SavedCaret | null, isByMark: boolean): Typed | null {
  if (!isByMark) return { whole: '', query: '' };
  if (!caret) return null;
  const code = caret.point && (caret.point.node as Element | Text).parentElement?.closest('code, pre');
  return code && box.contains(code) ? null : typedIn(caret.draft.slice(0, caret.index));
}

/** Opens the picker at the caret. Null where none is wanted after all. `isByMark`: the mark stands before the caret. */
export function openPicker(token: string, isByMark: boolean, around: Around): Picker | null {
  const box = around.composer();
  if (!box?.isConnected) return null;
  const look = (): SavedCaret | null => (hasFocus(box) ? readCaret(box) : around.caret());
  let caret = look();
  let typed = typedNow(box, caret, isByMark);
  if (!typed || (isByMark && !hasFocus(box))) return null;

  const ended = new AbortController();
  const { signal } = ended;
  let query = '';
  let height = PICKER.height;
  let patience = PATIENCE;
  let state: 'coming' | 'taking' | 'open' = 'coming';
  let isComposing = false;

  const place = (): void => {
    if (state === 'coming') return;
    const line = caretBox(box);
    const { top, left, width, height: tall } = box.getBoundingClientRect();
    frame.place(placePicker({ width: innerWidth, height: innerHeight }, line, { top, left, width, height: tall }, height));
  };

  /** Takes the focus; what was typed up to here goes along. */
  function take(): void {
    caret = look();
    typed = typedNow(box!, caret, isByMark);
    if (!typed || (isByMark && !hasFocus(box!))) return close();
    state = 'taking';
    place();
    // At this word the frame takes the focus itself. Given from here, a key on its way to the composer would find nobody.
    frame.tell({ tell: 'typed', query: typed.query });
    setTimeout(() => state === 'taking' && !signal.aborted && frame.focus(), OWN_FOCUS_MS);
  }

  function heard(said: Said): void {
    if (signal.aborted) return;
    switch (said.say) {
      case 'ready':
        // A word that is being composed in the composer is finished there.
        return isComposing ? undefined : take();
      case 'focused': {
        if (state !== 'taking') return;
        state = 'open';
        // A key may have gone into the composer while the focus was on its way.
        const late = typedNow(box!, around.caret(), isByMark);
        if (late && typed && late.query !== typed.query) {
          typed = late;
          caret = around.caret();
          frame.tell({ tell: 'typed', query: typed.query });
        }
        return;
      }
      case 'query':
        query = said.query;
        return;
      case 'size':
        height = Math.min(PICKER.height, Math.max(40, said.height));
        return place();
      case 'blur':
        return left(said.stolen);
      case 'close':
        return said.typed ? giveBack() : close();
    }
  }

  /** The focus left the frame. */
  function left(isStolen: boolean): void {
    // The whole window lost it, and gives it back by itself.
    if (!document.hasFocus()) return;
    if (isStolen && patience-- > 0) {
      frame.tell({ tell: 'stolen' });
      return void setTimeout(() => signal.aborted || frame.focus(), 50);
    }
    const active = document.activeElement;
    if (hasFocus(box!) || active === document.body || active === null) giveBack();
    else if (query === '') close();
    // Somewhere else in the page: nothing is written there, and nothing typed is lost.
    else frame.tell({ tell: 'stolen' });
  }

  function close(): void {
    ended.abort();
    frame.remove();
  }

  /** Ends with what was typed in the composer, as if there had been no picker. */
  function giveBack(): void {
    close();
    if (!box!.isConnected || !typed) return;
    box!.focus({ preventScroll: true });
    // The draft of another chat perhaps: nothing of ours belongs there.
    const after = caret?.draft.slice(caret.index) ?? '';
    const draft = rawText(box!);
    if (!caret || !around.isStillRight()) return;
    if (!draft.startsWith(caret.draft.slice(0, caret.index)) || !draft.endsWith(after) || draft.length < caret.draft.length) return;
    // A page that took the focus in the middle of a word has letters of it already; the others go behind them.
    const isSame = draft === caret.draft;
    placeCaret(box!, draft.length - after.length, isSame ? caret.point : null);
    if (!isByMark || query === typed.query) return;
    const isLonger = query.startsWith(typed.query) || !isSame;
    const text = query.startsWith(typed.query) ? query.slice(typed.query.length) : isSame ? typed.whole.slice(0, 1) + query : query;
    // Brought along with this file.
    void parts.rapportInsert?.insertText(box!, text, {
      cursor: null,
      at: caret,
      isStillRight: () => around.isStillRight(),
      replace: isLonger ? '' : typed.whole,
    });
  }

  /** The frame or the script around it has ended by itself: what was typed there stands in the composer. */
  const over = (): void => (state === 'open' ? giveBack() : close());
  const frame: PickerFrame = mountPicker(token, heard, over);
  const late = setTimeout(() => state === 'coming' && close(), REPORT_MS);
  const guard = new MutationObserver(() => frame.isThere() || giveBack());
  guard.observe(document.documentElement, { childList: true });
  const capture = { capture: true, signal };
  addEventListener('compositionstart', () => (isComposing = true), capture);
  addEventListener('compositionupdate', () => (isComposing = true), capture);
  addEventListener(
    'compositionend',
    () => {
      isComposing = false;
      // The editor takes the word in a task of its own.
      if (state === 'coming') setTimeout(() => signal.aborted || isComposing || take(), 30);
    },
    capture,
  );
  // Out of the frame by the rep's own hand, with something typed in it: the next act in the page ends it.
  addEventListener('pointerdown', (event) => event.isTrusted && state === 'open' && close(), capture);
  addEventListener('keydown', (event) => event.isTrusted && state === 'open' && event.key === 'Escape' && giveBack(), capture);
  addEventListener('resize', place, { signal });
  addEventListener('scroll', place, { ...capture, passive: true });
  around.signal.addEventListener('abort', over, { signal });
  signal.addEventListener('abort', () => {
    clearTimeout(late);
    guard.disconnect();
  });

  return { taken: (other) => (other === box && !signal.aborted ? (typed?.whole ?? '') : ''), close };
}
