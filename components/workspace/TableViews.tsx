// Views with a name, and which columns there are.
import { useState } from 'preact/hooks';
import type { BookView } from '../../lib/domain/book/choices';
import { t } from '../../lib/words/words';
import { Button, IconButton } from '../Button';
import { ABOUT, COLUMNS, type Column } from './TableColumns';

export function TableViews(props: {
  views: readonly BookView[];
  /** The view that is open as it was saved. */
  open: string | null;
  columns: readonly Column[];
  onOpen: (view: BookView) => void;
  onSave: (name: string) => void;
  onRemove: (view: BookView) => void;
  onColumns: (columns: Column[]) => void;
}) {
  const [name, setName] = useState('');
  return (
    <div class="ws-views">
      {props.views.map((view) => (
        <span key={view.id} class="ws-view">
          <Button aria-pressed={view.id === props.open} onClick={() => props.onOpen(view)}>
            <span class="private">{view.name}</span>
          </Button>
          <IconButton icon="close" label={t('table_view_remove', view.name)} onClick={() => props.onRemove(view)} />
        </span>
      ))}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() === '') return;
          props.onSave(name.trim());
          setName('');
        }}
      >
        <input
          class="field private"
          maxLength={60}
          aria-label={t('table_view_name')}
          placeholder={t('table_view_name')}
          value={name}
          onInput={(event) => setName(event.currentTarget.value)}
        />
        <Button type="submit">{t('table_view_save')}</Button>
      </form>
      <details class="ws-columns">
        <summary>{t('table_columns')}</summary>
        <div>
          {COLUMNS.map((column) => (
            <label key={column} class="ws-check">
              <input
                type="checkbox"
                checked={props.columns.includes(column)}
                onChange={() => props.onColumns(COLUMNS.filter((one) => props.columns.includes(one) !== (one === column)))}
              />
              {t(ABOUT[column].title)}
            </label>
          ))}
        </div>
      </details>
    </div>
  );
}
