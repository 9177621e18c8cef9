// One contact in the table. The whole line opens the person; the name is the link.
import { useMemo } from 'preact/hooks';
import type { BookRow } from '../../lib/messages/protocol';
import { t } from '../../lib/words/words';
import { hashOf } from './route';
import { SmallTie } from './SmallTie';
import { ABOUT, type Column, type Shown } from './TableColumns';

export interface LineProps {
  /** Undefined while it is on its way. */
  row: BookRow | undefined;
  /** Its place in the list, from 0. */
  place: number;
  isActive: boolean;
  /** Null where nothing can be chosen. */
  isChosen: boolean | null;
  columns: readonly Column[];
  shown: Shown;
  onChoose: (place: number, isRange: boolean) => void;
  onFocus: (place: number) => void;
}

export function ContactLine({ row, place, isActive, isChosen, columns, shown, onChoose, onFocus }: LineProps) {
  // Days in words take long to make; scrolling draws every line again, mostly with the same ones.
  const cells = useMemo(
    () => [
      <th key="name" scope="row">
        {row && (
          <>
            <SmallTie row={row} clock={shown.clock} />
            <a class="ws-who private" tabIndex={-1} href={hashOf('contacts', row.id)}>
              {row.name}
            </a>
            {row.kind === 'group' && <span class="ws-kind">{t('work_group')}</span>}
            {row.tags.length > 0 && <span class="ws-tags private">{row.tags.join(' · ')}</span>}
          </>
        )}
      </th>,
      ...columns.map((id) => (
        <td key={id} class={ABOUT[id].kind}>
          {row && ABOUT[id].cell(row, shown)}
        </td>
      )),
    ],
    [row, columns, shown],
  );
  return (
    <tr
      data-row={place}
      aria-rowindex={place + 2}
      aria-selected={isChosen ?? undefined}
      aria-busy={row === undefined ? 'true' : undefined}
      tabIndex={isActive ? 0 : -1}
      onFocus={() => onFocus(place)}
      onClick={(event) => {
        if (row === undefined || isChosen === null || !(event.shiftKey || event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        onChoose(place, event.shiftKey);
      }}
    >
      {isChosen !== null && (
        <td class="ws-pick">
          {row && (
            <input
              type="checkbox"
              tabIndex={-1}
              aria-label={t('table_choose', row.name)}
              checked={isChosen}
              onClick={(event) => {
                event.stopPropagation();
                onChoose(place, event.shiftKey);
              }}
            />
          )}
        </td>
      )}
      {cells}
    </tr>
  );
}
