// Notes of a person: pinned ones first, then the newest.
import { useState } from 'preact/hooks';
import type { Day } from '../../lib/domain/day';
import type { Note } from '../../lib/domain/records';
import { t, tn } from '../../lib/words/words';
import { Button } from '../Button';
import type { Act, Try } from './act';
import { NoteBox } from './NoteBox';
import { NoteItem } from './NoteItem';

/** So many are shown at first, and all pinned ones: the replies below stay in reach. */
const AT_FIRST = 2;

export function Notes({
  notes,
  draft,
  today,
  zone,
  act,
  attempt,
}: {
  notes: Note[];
  draft: string;
  today: Day;
  zone: string;
  act: Act;
  attempt: Try;
}) {
  const shown = notes
    .filter((note) => note.hiddenAt === null)
    .sort((a, b) => Number(b.pinned) - Number(a.pinned) || b.createdAt - a.createdAt);
  const [all, setAll] = useState(false);
  const first = shown.filter((note, index) => all || note.pinned || index < AT_FIRST);
  return (
    <section class="panel-part" aria-labelledby="notes-title">
      <h2 id="notes-title">{t('panel_notes')}</h2>
      <NoteBox draft={draft} act={act} attempt={attempt} />
      <ul class="notes">
        {first.map((note) => (
          <NoteItem key={note.id} note={note} today={today} zone={zone} attempt={attempt} />
        ))}
      </ul>
      {first.length < shown.length && (
        <p>
          <Button kind="text" onClick={() => setAll(true)}>
            {tn('panel_more_notes', shown.length - first.length)}
          </Button>
        </p>
      )}
    </section>
  );
}
