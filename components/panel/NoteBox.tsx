// Where a new note is written. What is typed survives a dead worker, a closed tab and a page that steals the focus.
import { useEffect, useRef, useState } from 'preact/hooks';
import { newId } from '../../lib/domain/id';
import { t } from '../../lib/words/words';
import { GrowingText } from '../GrowingText';
import type { Act, Try } from './act';

const PAUSE_MS = 300;

/** What has to survive between two drawings of the box. */
interface Live {
  text: string;
  /** What the background keeps; null when that is not known. */
  kept: string | null;
  touched: boolean;
  typedAt: number;
  timer: number;
  /** The id of the note being written, so that saving it twice saves one, and the text it was last saved with. */
  note: string;
  noteText: string;
}

/** `draft` is what was kept earlier: it fills the box only until something was typed here. */
export function NoteBox({ draft, act, attempt }: { draft: string; act: Act; attempt: Try }) {
  const [text, setText] = useState(draft);
  const [stolen, setStolen] = useState(false);
  const live = useRef<Live>({
    text: draft,
    kept: draft,
    touched: false,
    typedAt: -Infinity,
    timer: 0,
    note: newId(Date.now()),
    noteText: '',
  }).current;

  const keepNow = useRef(() => {});

  useEffect(() => {
    if (live.touched) return;
    live.text = live.kept = draft;
    setText(draft);
  }, [draft]);

  useEffect(() => {
    const keep = () => {
      clearTimeout(live.timer);
      if (live.text === live.kept) return;
      const sent = (live.kept = live.text);
      // Not kept after all: the next pause tries again.
      act('draft.keep', { text: sent }).catch(() => live.kept === sent && (live.kept = null));
    };
    const onBlur = () => {
      setStolen(performance.now() - live.typedAt < PAUSE_MS);
      keep();
    };
    const onFocus = () => setStolen(false);
    keepNow.current = keep;
    window.addEventListener('blur', onBlur);
    window.addEventListener('focus', onFocus);
    window.addEventListener('pagehide', keep);
    return () => {
      window.removeEventListener('blur', onBlur);
      window.removeEventListener('focus', onFocus);
      window.removeEventListener('pagehide', keep);
      keep();
    };
  }, [act]);

  const type = (wanted: string) => {
    live.text = wanted;
    live.touched = true;
    live.typedAt = performance.now();
    setText(wanted);
    setStolen(false);
    clearTimeout(live.timer);
    live.timer = window.setTimeout(() => keepNow.current(), PAUSE_MS);
  };
  const save = async () => {
    const wanted = live.text.trim();
    if (wanted === '') return;
    clearTimeout(live.timer);
    // The same words keep their id, so that a second click after a lost answer adds no second note.
    if (live.noteText !== wanted) Object.assign(live, { note: newId(Date.now()), noteText: wanted });
    if (!(await attempt('note.add', { note: live.note, text: wanted }))) return;
    live.noteText = '';
    // What was typed while the note was being saved stays, and becomes the next draft.
    if (live.text.trim() !== wanted) return keepNow.current();
    live.text = live.kept = '';
    setText('');
  };

  return (
    <form
      class="note-box"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <GrowingText
        class="field private"
        aria-label={t('panel_note_label')}
        placeholder={t('panel_note_hint')}
        maxLength={20_000}
        value={text}
        onText={type}
        onBlur={() => keepNow.current()}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.isComposing) return;
          event.preventDefault();
          void save();
        }}
      />
      <p class="small" role="status">
        {stolen && t('panel_focus_stolen')}
      </p>
      {text.trim() !== '' && (
        <div class="panel-acts">
          <button type="submit" class="button primary">
            {t('panel_note_save')}
          </button>
          <span class="small soft">{t('panel_note_keys')}</span>
        </div>
      )}
    </form>
  );
}
