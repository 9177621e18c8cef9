// One picture of the page of numbers: what it says in a sentence, the drawing, the same as a table, how it is computed, and the file.
import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import { t } from '../../lib/words/words';
import { Button } from '../Button';
import { cellInWords, type PictureTable } from './picture-table';

export function Picture({
  title,
  says,
  how,
  table,
  empty = null,
  beside,
  children,
  below,
  onSave,
}: {
  title: string;
  /** What is to be seen, for those who cannot see it, too. */
  says: string;
  /** How the numbers come about: a paragraph each. */
  how: readonly string[];
  table: PictureTable;
  /** What to do so that there is something to be drawn; null when there is. */
  empty?: string | null;
  beside?: ComponentChildren;
  children: ComponentChildren;
  below?: ComponentChildren;
  onSave: (table: PictureTable) => void;
}) {
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  return (
    <section class="num-picture" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      {beside}
      {empty === null ? <p class="num-says">{says}</p> : <p class="num-says soft">{empty}</p>}
      {empty === null && <div class="num-drawing">{children}</div>}
      {below}
      <div class="num-acts small">
        {empty === null && (
          <Button kind="text" aria-expanded={isOpen} aria-controls={`${id}-table`} onClick={() => setOpen(!isOpen)}>
            {t(isOpen ? 'num_table_hide' : 'num_table_show')}
          </Button>
        )}
        {empty === null && (
          <Button kind="text" aria-label={t('num_csv_of_what', title)} onClick={() => onSave(table)}>
            {t('num_csv')}
          </Button>
        )}
        <details class="num-how">
          <summary>{t('num_how')}</summary>
          {how.map((text) => (
            <p key={text}>{text}</p>
          ))}
        </details>
      </div>
      <div id={`${id}-table`} hidden={!isOpen}>
        {isOpen && <Table table={table} title={title} />}
      </div>
    </section>
  );
}

function Table({ table: { columns, rows }, title }: { table: PictureTable; title: string }) {
  const classOf = (i: number): string =>
    [columns[i]!.kind === 'text' ? '' : 'ws-number', columns[i]!.isPrivate ? 'private' : ''].filter(Boolean).join(' ');
  return (
    // Wide tables are moved sideways by the keyboard, too.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div class="num-table" role="group" aria-label={title} tabIndex={0}>
      <table class="ws-table">
        <thead>
          <tr>
            {columns.map(({ name, kind }) => (
              <th key={name} scope="col" class={kind === 'text' ? '' : 'ws-number'}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, n) => (
            <tr key={n}>
              {row.map((cell, i) =>
                i === 0 ? (
                  <th key={i} scope="row" class={classOf(i)}>
                    {cellInWords(cell)}
                  </th>
                ) : (
                  <td key={i} class={classOf(i)}>
                    {cellInWords(cell)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
