// Contacts as lines of a ruled page, of which only those in sight are drawn. A grid: arrow keys walk from line to line, Enter opens, Space
// chooses.
import type { TargetedKeyboardEvent, VNode } from 'preact';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { SortBy } from '../../lib/domain/book/first-query';
import { useVirtual } from './use-virtual';
import type { BookRow } from '../../lib/messages/protocol';
import { t } from '../../lib/words/words';
import { ContactLine, type LineProps } from './ContactLine';
import { hashOf } from './route';
import { ABOUT, type Column, type Shown } from './TableColumns';

/** As the stylesheet has it, px. */
const LINE = 40;
const HEAD = 34;

type About = Omit<LineProps, 'onChoose' | 'onFocus'>;

export interface Choosing {
  has: (id: string) => boolean;
  /** Whether all are chosen, or null for some. */
  all: boolean | null;
  /** Chooses a line or not; `to` is what it becomes, and `from` the line from which on all are meant. */
  choose: (row: number, from: number | null) => void;
  chooseAll: () => void;
  none: () => void;
}

export function ContactTable(props: {
  total: number;
  rowAt: (row: number) => BookRow | undefined;
  look: (from: number, to: number) => void;
  columns: readonly Column[];
  sort: SortBy;
  down: boolean;
  shown: Shown;
  /** Null where nothing can be chosen. */
  choosing: Choosing | null;
  onSort: (sort: SortBy, down: boolean) => void;
  /** Leaves the table upwards. */
  onLeave: () => void;
}) {
  const { total, rowAt, look, choosing } = props;
  const table = useRef<HTMLTableElement>(null);
  const { from, to, before, after, show } = useVirtual(total, LINE, table, HEAD);
  const [active, setActive] = useState(0);
  const anchor = useRef<number | null>(null);
  /** The line that is to take the focus as soon as it is drawn. */
  const going = useRef<number | null>(null);
  const now = Math.min(active, Math.max(0, total - 1));
  useEffect(() => look(from, to), [look, from, to, total]);
  useEffect(() => {
    if (going.current === null) return;
    const line = table.current?.querySelector<HTMLElement>(`[data-row="${going.current}"]`);
    if (!line) return;
    going.current = null;
    line.focus({ preventScroll: true });
  });

  const go = (row: number) => {
    going.current = row;
    setActive(row);
    show(row);
  };
  const inPage = Math.max(1, Math.floor((window.innerHeight - HEAD) / LINE) - 1);
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLElement>) => {
    const line = (event.target as HTMLElement).closest<HTMLElement>('[data-row]');
    if (!line || event.isComposing || event.altKey) return;
    const steps: Record<string, number> = {
      ArrowDown: now + 1,
      ArrowUp: now - 1,
      PageDown: now + inPage,
      PageUp: now - inPage,
      Home: 0,
      End: total - 1,
    };
    const isCommand = event.ctrlKey || event.metaKey;
    const to = steps[event.key];
    if (to !== undefined && !(isCommand && event.key.startsWith('Arrow'))) {
      event.preventDefault();
      if (to < 0 && event.key === 'ArrowUp') return props.onLeave();
      const row = Math.min(total - 1, Math.max(0, to));
      if (event.shiftKey) choosing?.choose(row, (anchor.current ??= now));
      else anchor.current = null;
      go(row);
    } else if (event.key === ' ' && choosing) {
      event.preventDefault();
      anchor.current = now;
      choosing.choose(now, null);
    } else if (event.key === 'Enter' && event.target === line) {
      const row = rowAt(now);
      if (row) location.hash = hashOf('contacts', row.id);
    } else if (isCommand && event.key.toLowerCase() === 'a' && choosing) {
      event.preventDefault();
      choosing.chooseAll();
    } else if (event.key === 'Escape' && choosing && choosing.all !== false) {
      event.preventDefault();
      choosing.none();
    }
  };
  const chosenBy = useRef(choosing);
  chosenBy.current = choosing;
  const onChoose = useCallback((row: number, isRange: boolean) => {
    chosenBy.current?.choose(row, isRange ? (anchor.current ?? 0) : null);
    anchor.current = row;
    setActive(row);
  }, []);
  /** The lines that were drawn last. While nothing about one changes it stays the same object, and Preact passes over it: a step of the wheel draws a few lines and not all. */
  const drawn = useRef(new Map<string | number, { about: About; line: VNode }>());
  const lines: VNode[] = [];
  const drawing: typeof drawn.current = new Map();
  for (let place = from; place < to; place += 1) {
    const row = rowAt(place);
    const key = row?.id ?? place;
    const isChosen = choosing && choosing.has(row?.id ?? '');
    const about: About = { row, place, isActive: place === now, isChosen, columns: props.columns, shown: props.shown };
    const before = drawn.current.get(key);
    const isSame = before && (Object.keys(about) as (keyof About)[]).every((part) => about[part] === before.about[part]);
    const one = isSame ? before : { about, line: <ContactLine key={key} {...about} onChoose={onChoose} onFocus={setActive} /> };
    drawing.set(key, one);
    lines.push(one.line);
  }
  drawn.current = drawing;

  return (
    <table
      ref={table}
      class="ws-table ws-contacts"
      style={{ '--columns': props.columns.length }}
      role="grid"
      aria-label={t('work_contacts')}
      aria-rowcount={total + 1}
      aria-multiselectable={choosing ? 'true' : undefined}
      onKeyDown={onKeyDown}
    >
      <Head {...props} />
      <Space height={before} />
      <tbody>{lines}</tbody>
      <Space height={after} />
    </table>
  );
}

/** Room for the lines that are not drawn. */
const Space = ({ height }: { height: number }) =>
  height > 0 ? (
    <tbody aria-hidden="true" class="ws-space">
      <tr>
        <td style={{ height: `${height}px` }} />
      </tr>
    </tbody>
  ) : null;

function Head({ columns, sort, down, choosing, onSort }: Parameters<typeof ContactTable>[0]) {
  const heads = [{ id: 'name', title: t('work_name'), by: 'name' as SortBy, first: false, kind: '' }].concat(
    columns.map((id) => ({
      id,
      title: t(ABOUT[id].title),
      by: ABOUT[id].sort as SortBy,
      first: ABOUT[id].down ?? false,
      kind: ABOUT[id].kind ?? '',
    })),
  );
  return (
    <thead>
      <tr aria-rowindex={1}>
        {choosing && (
          <th scope="col" class="ws-pick">
            <input
              type="checkbox"
              aria-label={t('table_choose_all')}
              checked={choosing.all === true}
              indeterminate={choosing.all === null}
              onChange={() => (choosing.all === true ? choosing.none() : choosing.chooseAll())}
            />
          </th>
        )}
        {heads.map(({ id, title, by, first, kind }) => {
          const isSorted = by !== undefined && sort === by && id !== 'date';
          return (
            <th key={id} scope="col" class={`ws-col-${id} ${kind}`} aria-sort={isSorted ? (down ? 'descending' : 'ascending') : undefined}>
              {by === undefined || id === 'date' ? (
                title
              ) : (
                <button type="button" class="ws-sort" onClick={() => onSort(by, isSorted ? !down : first)}>
                  {title}
                  <span aria-hidden="true">{isSorted ? (down ? ' ↓' : ' ↑') : ''}</span>
                </button>
              )}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}
