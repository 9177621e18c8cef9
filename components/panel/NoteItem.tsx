// One note: read, change in place, pin, hide; and delete, where the screen offers that.
import { useState } from 'preact/hooks';
import { dayOf, type Day } from '../../lib/domain/day';
import type { Note } from '../../lib/domain/records';
import { dayInWords } from '../../lib/words/dates';
import { t } from '../../lib/words/words';
import { Button, IconButton } from '../Button';
import { GrowingText } from '../GrowingText';
import type { Try } from './act';

interface NoteItemProps {
  note: Note;
  today: Day;
  zone: string;
  attempt: Try;
  /** Only top-level screens delete: in a page, a click could be somebody else's doing. */
  onDelete?: (note: Note) => void;
}

export function NoteItem({ note, today, zone, attempt, onDelete }: NoteItemProps) {
  const [editing, setEditing] = useState(false);
  if (editing) {
    return (
      <li class="note">
        <EditNote
          text={note.text}
          onCancel={() => setEditing(false)}
          onSave={async (text) => {
            if (text === note.text || (await attempt('note.edit', { note: note.id, text }, t('panel_note_changed')))) setEditing(false);
          }}
        />
      </li>
    );
  }
  return (
    <li class={note.pinned ? 'note pinned' : 'note'}>
      <p class="note-text private">{note.text}</p>
      <div class="note-foot small soft">
        <span>
          {note.pinned && `${t('panel_note_pinned')} · `}
          {dayInWords(dayOf(note.createdAt, zone), today)}
        </span>
        <span class="on-approach">
          <IconButton
            icon="pin"
            label={t(note.pinned ? 'panel_note_unpin' : 'panel_note_pin')}
            aria-pressed={note.pinned}
            onClick={() => void attempt('note.pin', { note: note.id, pinned: !note.pinned })}
          />
          <IconButton icon="pencil" label={t('panel_note_edit')} onClick={() => setEditing(true)} />
          <IconButton
            icon="hide"
            label={t('panel_note_hide')}
            onClick={() => void attempt('note.hide', { note: note.id }, t('panel_note_hidden'))}
          />
          {onDelete && (
            <Button kind="text" onClick={() => onDelete(note)}>
              {t('work_delete')}
            </Button>
          )}
        </span>
      </div>
    </li>
  );
}

function EditNote({ text, onSave, onCancel }: { text: string; onSave: (text: string) => void; onCancel: () => void }) {
  const [wanted, setWanted] = useState(text);
  const save = () => wanted.trim() !== '' && onSave(wanted.trim());
  return (
    <>
      <GrowingText
        class="field private"
        aria-label={t('panel_note_edit')}
        maxLength={20_000}
        value={wanted}
        onText={setWanted}
        autoFocus
        onKeyDown={(event) => {
          if (event.isComposing) return;
          if (event.key === 'Escape') onCancel();
          else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save();
          else return;
          event.preventDefault();
          event.stopPropagation();
        }}
      />
      <div class="panel-acts">
        <Button onClick={save}>{t('common_save')}</Button>
        <Button kind="text" onClick={onCancel}>
          {t('common_cancel')}
        </Button>
      </div>
    </>
  );
}
