// Taking one way of reaching somebody out into a contact of its own, with the notes that belong to it.
import { useState } from 'preact/hooks';
import type { Person } from '../../lib/messages/protocol';
import { t } from '../../lib/words/words';
import { Button } from '../Button';

export function SplitOff({
  name,
  notes,
  onSplit,
  onCancel,
}: {
  name: string;
  notes: Person['notes'];
  onSplit: (notes: string[]) => void;
  onCancel: () => void;
}) {
  const [chosen, setChosen] = useState<readonly string[]>([]);
  return (
    <form
      class="ws-split"
      aria-label={t('work_split_title', name)}
      onSubmit={(event) => {
        event.preventDefault();
        onSplit([...chosen]);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onCancel();
      }}
    >
      <p class="private">{t('work_split_title', name)}</p>
      {notes.length > 0 && (
        <fieldset>
          <legend class="label">{t('work_split_notes')}</legend>
          {notes.map(({ id, text }) => (
            <label key={id}>
              <input
                type="checkbox"
                checked={chosen.includes(id)}
                onChange={({ currentTarget }) => setChosen(currentTarget.checked ? [...chosen, id] : chosen.filter((one) => one !== id))}
              />
              <span class="private">{text}</span>
            </label>
          ))}
        </fieldset>
      )}
      <div class="panel-acts">
        <button type="submit" class="button" ref={focusOnce}>
          {t('work_split')}
        </button>
        <Button kind="text" onClick={onCancel}>
          {t('common_cancel')}
        </Button>
      </div>
    </form>
  );
}

function focusOnce(button: HTMLButtonElement | null) {
  button?.focus();
}
