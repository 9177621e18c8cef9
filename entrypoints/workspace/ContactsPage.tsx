// All contacts: a search field, filters, and a ruled page of names as long as the book.
import { useCallback, useMemo, useRef, useState } from 'preact/hooks';
import { everybodyByName } from '../../lib/domain/book/first-query';
import type { BookQuery } from '../../lib/domain/book/query';
import type { BookView, TableChange } from '../../lib/domain/book/choices';
import { CLOSED_STAGES } from '../../lib/domain/lead/closed';
import type { BulkChange } from '../../lib/domain/book/bulk-change';
import { useAnswer } from '../../lib/hooks/use-answer';
import { useToday } from '../../lib/hooks/use-today';
import { ask } from '../../lib/messages/ask';
import type { ErrorCode } from '../../lib/messages/protocol';
import { languageTag, t, tn } from '../../lib/words/words';
import { Button } from '../../components/Button';
import { BookFilters, isFiltered } from '../../components/workspace/BookFilters';
import { BulkBar } from '../../components/workspace/BulkBar';
import { ContactTable } from '../../components/workspace/ContactTable';
import { ExportButtons } from '../../components/workspace/ExportButtons';
import { TableViews } from '../../components/workspace/TableViews';
import { COLUMNS, FIRST_COLUMNS } from '../../components/workspace/TableColumns';
import { codeOf, ErrorLine } from '../../components/ErrorLine';
import { Page } from '../../components/workspace/Page';
import { hashOf } from '../../components/workspace/route';
import { someOf } from './export-job';
import { SaveCalendar } from './SaveCalendar';
import type { OnDone } from './Workspace';
import { UnfinishedChange } from './UnfinishedChange';
import { useChoosing } from './use-choosing';
import { useExport } from './use-export';
import { useBook, type BookList } from './use-book';

const NONE: readonly [] = [];
export const firstQuery: BookQuery = everybodyByName;

export function ContactsPage(props: { query: BookQuery; onQuery: (query: BookQuery) => void; onDone: OnDone }) {
  const { query, onDone } = props;
  const onQuery = (asked: BookQuery) => {
    // Another list is read from its beginning.
    scrollTo(0, 0);
    props.onQuery(asked);
  };
  const { list, error, rowAt, look } = useBook(query);
  const clock = useToday();
  const search = useRef<HTMLInputElement>(null);
  const page = useRef<HTMLDivElement>(null);
  const [isOpen, setOpen] = useState(isFiltered(query.filter));
  const care = useAnswer('care.get', {}, ['settings']).answer?.care;
  const stages = useMemo(() => [...(care?.stages ?? NONE), ...CLOSED_STAGES.map((id) => ({ id, name: '', removed: false }))], [care]);
  const sites = useAnswer('site.list', isOpen ? {} : null, ['sites']).answer?.sites ?? [];
  const { today, zone } = clock;
  const shown = useMemo(() => ({ clock: { today, zone }, stages }), [today, zone, stages, languageTag()]);
  const [failed, setFailed] = useState<ErrorCode | null>(null);
  const { choosing, many, done, chosenIds, change, stop } = useChoosing(
    query,
    list?.total ?? 0,
    (act, changed, undo) => onDone(inWords(act, changed), undo),
    (why) => setFailed(codeOf(why)),
  );
  const tags = useAnswer('book.tags', isOpen || many > 0 ? {} : null, ['contacts', 'book']).answer?.tags ?? NONE;
  const choices = useAnswer('table.get', {}, ['table', 'settings']).answer?.choices;
  const columns = useMemo(() => COLUMNS.filter((column) => (choices?.columns ?? FIRST_COLUMNS).includes(column)), [choices]);
  const keep = (kept: TableChange, words?: string) =>
    void ask('table.set', { change: kept }).then(
      ({ undo }) => words && onDone(words, undo),
      (why: unknown) => setFailed(codeOf(why)),
    );
  const saving = useExport();
  const leave = useCallback(() => search.current?.focus(), []);

  const nobody = list !== null && list.everybody === 0;
  const isNarrow = query.words !== '' || isFiltered(query.filter);
  return (
    <div ref={page}>
      <Page
        title={t('work_contacts')}
        beside={
          <>
            <p class="ws-count" role="status">
              {list && !nobody && howMany(list)}
            </p>
            {list && !nobody && (
              <div class="ws-far">
                <SaveCalendar contact={null} />
              </div>
            )}
            {list && !nobody && (
              <p class="small">
                <a href={hashOf('people')}>{t('intake_link')}</a>
              </p>
            )}
          </>
        }
      >
        <ErrorLine code={error ?? failed ?? saving.error} />
        <UnfinishedChange isGoing={done !== null} stages={stages} onDone={(act, changed, undo) => onDone(inWords(act, changed), undo)} />
        {nobody && !isNarrow ? (
          <NobodyYet />
        ) : (
          <>
            <div class="ws-seek">
              <input
                ref={search}
                class="field ws-search"
                type="search"
                value={query.words}
                maxLength={200}
                aria-label={t('work_search')}
                placeholder={t('work_search_hint')}
                autoComplete="off"
                spellcheck={false}
                onInput={(event) => onQuery({ ...query, words: event.currentTarget.value })}
                onKeyDown={(event) => {
                  if (event.key !== 'ArrowDown' || event.isComposing) return;
                  event.preventDefault();
                  page.current?.querySelector<HTMLElement>('[data-row][tabindex="0"]')?.focus();
                }}
              />
              <Button aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
                {t('table_filter')}
              </Button>
            </div>
            {isOpen && (
              <BookFilters filter={query.filter} choices={{ tags, stages, sites }} onFilter={(filter) => onQuery({ ...query, filter })} />
            )}
            {isOpen && (
              <TableViews
                views={choices?.views ?? NONE}
                open={choices?.views.find((view) => isSame(view, query, columns))?.id ?? null}
                columns={columns}
                onOpen={(view) => {
                  onQuery(view.query);
                  keep({ what: 'columns', columns: view.columns });
                }}
                onSave={(name) => keep({ what: 'save', view: { id: crypto.randomUUID(), name, query, columns: [...columns] } })}
                onRemove={(view) => keep({ what: 'remove', view: view.id }, t('table_view_removed', view.name))}
                onColumns={(chosen) => keep({ what: 'columns', columns: chosen })}
              />
            )}
            {(many > 0 || done !== null) && (
              <BulkBar
                many={many}
                stages={stages.filter(({ removed }) => !removed)}
                tags={tags}
                done={done}
                onChange={change}
                onStop={stop}
                onNone={choosing.none}
              >
                <ExportButtons isBusy={saving.isBusy} said={saving.said} onExport={(kind) => saving.run(kind, () => someOf(chosenIds))} />
              </BulkBar>
            )}
            {list && list.total > 0 && (
              <ContactTable
                total={list.total}
                rowAt={rowAt}
                look={look}
                columns={columns}
                sort={query.sort}
                down={query.down}
                shown={shown}
                choosing={choosing}
                onSort={(sort, down) => onQuery({ ...query, sort, down })}
                onLeave={leave}
              />
            )}
            {list && list.total === 0 && list.everybody > 0 && <Nobody list={list} onAll={() => onQuery(firstQuery)} />}
          </>
        )}
      </Page>
    </div>
  );
}

function howMany({ query, total, everybody, complete }: BookList): string {
  const isAll = query.words === '' && !isFiltered(query.filter);
  const many = isAll ? tn('work_people', everybody) : tn('work_found', total);
  return complete ? many : t('table_making', many);
}

const isSame = (view: BookView, query: BookQuery, columns: readonly string[]): boolean =>
  JSON.stringify([view.query, view.columns]) === JSON.stringify([query, columns]);

/** What was done, for the way back. */
function inWords(change: BulkChange, changed: number): string {
  if (changed === 0) return t('table_done_none');
  return tn(change.what === 'delete' ? 'table_deleted' : 'table_done', changed);
}

/** Nobody fits: why, and the way back. */
function Nobody({ list, onAll }: { list: BookList; onAll: () => void }) {
  return (
    <div class="ws-teach">
      <p>{list.query.words === '' ? t('table_nobody_filtered') : t('work_nobody_found', list.query.words)}</p>
      {list.query.words !== '' && <p class="ws-about">{t('table_search_about')}</p>}
      <Button onClick={onAll}>{t('table_show_all')}</Button>
    </div>
  );
}

function NobodyYet() {
  return (
    <div class="ws-teach">
      <p>{t('work_nobody_1')}</p>
      <ol>
        <li>
          {t('work_nobody_2')} <a href="#/sites">{t('work_sites')}</a>
        </li>
        <li>{t('work_nobody_3')}</li>
        <li>{t('work_nobody_4')}</li>
      </ol>
      <p class="ws-about">
        {t('work_nobody_5')} <a href="#/backup">{t('work_backup')}</a>
      </p>
      <p class="ws-about">
        {t('intake_nobody_yet')} <a href={hashOf('people')}>{t('intake_link')}</a>
      </p>
    </div>
  );
}
