// One note in the workspace: read, change in place, pin, hide, delete.
import { useState } from 'preact/hooks';
import { dayOf } from '../../lib/domain/day';
import type { Note } from '../../lib/domain/records';
import { dayInWords } from '../../lib/words/dates';
import { t } from '../../lib/words/words';
import { Button, IconButton } from '../Button';
import { GrowingText } from '../GrowingText';
import type { Try } from '../panel/act';
import type { Clock } from './clock';

interface Props {
  note: Note;
  clock: Clock;
  attempt: Try;
  onDelete: (note: Note) => void;
}

export function NoteLine({ note, clock, attempt, onDelete }: Props) {
  const [wanted, setWanted] = useState<string | null>(null);
  const save = async () => {
    const text = wanted?.trim() ?? '';
    if (text === '') return;
    if (text === note.text || (await attempt('note.edit', { note: note.id, text }, t('panel_note_changed')))) setWanted(null);
  };
  if (wanted !== null) {
    return (
      <li class="note">
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void save();
          }}
        >
          <GrowingText
            class="field private"
            aria-label={t('panel_note_edit')}
            maxLength={20_000}
            value={wanted}
            onText={setWanted}
            autoFocus
            onKeyDown={(event) => {
              if (event.isComposing) return;
              if (event.key === 'Escape') setWanted(null);
              else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save();
            }}
          />
          <div class="panel-acts">
            <Button type="submit">{t('common_save')}</Button>
            <Button kind="text" onClick={() => setWanted(null)}>
              {t('common_cancel')}
            </Button>
          </div>
        </form>
      </li>
    );
  }
  return (
    <li class={note.pinned ? 'note pinned' : 'note'}>
      <p class="note-text private">{note.text}</p>
      <div class="note-foot small soft">
        <span>
          {note.pinned && `${t('panel_note_pinned')} · `}
          {dayInWords(dayOf(note.createdAt, clock.zone), clock.today)}
        </span>
        <span class="on-approach">
          <IconButton
            icon="pin"
            label={t(note.pinned ? 'panel_note_unpin' : 'panel_note_pin')}
            aria-pressed={note.pinned}
            onClick={() => void attempt('note.pin', { note: note.id, pinned: !note.pinned })}
          />
          <IconButton icon="pencil" label={t('panel_note_edit')} onClick={() => setWanted(note.text)} />
          <IconButton
            icon="hide"
            label={t('panel_note_hide')}
            onClick={() => void attempt('note.hide', { note: note.id }, t('panel_note_hidden'))}
          />
          <Button kind="text" onClick={() => onDelete(note)}>
            {t('work_delete')}
          </Button>
        </span>
      </div>
    </li>
  );
}
