// The notes of a person, with room to write and, unlike in the panel, the way to delete one.
import type { Note } from '../../lib/domain/records';
import { t } from '../../lib/words/words';
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
  onDelete: (note: Note) => void;
}

export function ContactNotes({ notes, draft, clock, act, attempt, onDelete }: Props) {
  return (
    <section class="ws-notes" aria-labelledby="notes-title">
      <h2 id="notes-title">{t('work_notes')}</h2>
      <NoteBox draft={draft} act={act} attempt={attempt} />
      <ul>
        {notes.map((note) => (
          <NoteItem key={note.id} note={note} today={clock.today} zone={clock.zone} attempt={attempt} onDelete={onDelete} />
        ))}
      </ul>
    </section>
  );
}
