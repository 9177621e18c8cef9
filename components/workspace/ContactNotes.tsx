// The notes of a person, with room to write and, unlike in the panel, the way to delete one.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Note } from '../../lib/domain/records';
import { t } from '../../lib/words/words';
import { Button } from '../Button';
import type { Act, Try } from '../panel/act';
import { NoteBox } from '../panel/NoteBox';
import { NoteItem } from '../panel/NoteItem';
import type { Clock } from './clock';

interface Props {
  notes: Note[];
  draft: string;
  clock: Clock;
  act: Act;
  attempt: Try;
  /** A note that was asked for elsewhere on the page: it is shown and takes the focus. */
  wanted: { note: string } | null;
  onDelete: (note: Note) => void;
}

/** So many are shown at first: pinned ones and the newest. What was put down of the person follows them. */
const FIRST = 8;

export function ContactNotes({ notes, draft, clock, act, attempt, wanted, onDelete }: Props) {
  const [all, setAll] = useState(false);
  const shown = all || notes.length <= FIRST + 1 ? notes : notes.slice(0, FIRST);
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    if (!wanted) return;
    setAll(true);
    // Drawn by then, also when it was among those that were not shown.
    requestAnimationFrame(() => {
      const note = list.current?.children[notes.findIndex(({ id }) => id === wanted.note)];
      note?.scrollIntoView({ block: 'center' });
      note?.querySelector('button')?.focus();
    });
  }, [wanted]);
  return (
    <section class="ws-notes" aria-labelledby="notes-title">
      <h2 id="notes-title">{t('work_notes')}</h2>
      <NoteBox draft={draft} act={act} attempt={attempt} />
      <ul ref={list}>
        {shown.map((note) => (
          <NoteItem key={note.id} note={note} today={clock.today} zone={clock.zone} attempt={attempt} onDelete={onDelete} />
        ))}
      </ul>
      {shown.length < notes.length && (
        <Button
          kind="text"
          onClick={() => {
            setAll(true);
            // The button goes away: the focus moves on to the first note that was not there.
            requestAnimationFrame(() => list.current?.children[FIRST]?.querySelector('button')?.focus());
          }}
        >
          {t('work_notes_all', notes.length)}
        </Button>
      )}
    </section>
  );
}
