// Who stands on the board: a search, one choice each of source, nurturing and tag, those who stay too long, and the order of the cards.
import { noFilter, type SortBy } from '../../lib/domain/book/first-query';
import type { BookQuery } from '../../lib/domain/book/query';
import { t, type WordKey } from '../../lib/words/words';
import { Button } from '../Button';
import { isFiltered } from '../workspace/BookFilters';
import { NurtureFilter } from '../workspace/NurtureFilter';
import { FilterSelect, one, withOwn } from '../workspace/FilterSelect';
import { TagChoice } from '../workspace/TagChoice';

/** In what order the cards of a column can stand. */
const ORDERS: readonly (readonly [sort: SortBy, down: boolean, name: WordKey])[] = [
  ['since', false, 'lead_order_since'],
  ['score', true, 'lead_order_score'],
  ['next', false, 'lead_order_next'],
  ['name', false, 'lead_order_name'],
];

export function BoardFilters(props: {
  query: BookQuery;
  sources: readonly string[];
  tags: readonly string[];
  onQuery: (query: BookQuery) => void;
}) {
  const { query, onQuery } = props;
  const { filter } = query;
  const set = (part: Partial<BookQuery['filter']>) => onQuery({ ...query, filter: { ...filter, ...part } });
  return (
    <div class="ws-filters" role="group" aria-label={t('table_filter')}>
      <label class="ws-filter">
        <span>{t('work_search')}</span>
        <input
          class="field"
          type="search"
          maxLength={200}
          autoComplete="off"
          value={query.words}
          onInput={(event) => onQuery({ ...query, words: event.currentTarget.value })}
        />
      </label>
      <FilterSelect label={t('life_source')} value={filter.sources[0]} isPrivate onChoose={(value) => set({ sources: one(value) })}>
        {withOwn(props.sources, filter.sources[0]).map((source) => (
          <option key={source} value={source}>
            {source}
          </option>
        ))}
      </FilterSelect>
      <NurtureFilter value={filter.nurtures[0]} onChoose={(nurtures) => set({ nurtures })} />
      <TagChoice tags={props.tags} value={filter.tags[0]} onChoose={(value) => set({ tags: one(value) })} />
      <label class="ws-filter">
        <span>{t('lead_order')}</span>
        <select
          class="field"
          value={query.sort}
          onChange={({ currentTarget }) => {
            const order = ORDERS.find(([sort]) => sort === currentTarget.value);
            if (order) onQuery({ ...query, sort: order[0], down: order[1] });
          }}
        >
          {ORDERS.map(([sort, , name]) => (
            <option key={sort} value={sort}>
              {t(name)}
            </option>
          ))}
        </select>
      </label>
      <label class="ws-check">
        <input type="checkbox" checked={filter.over} onChange={(event) => set({ over: event.currentTarget.checked })} />
        {t('lead_only_over')}
      </label>
      {(query.words !== '' || isFiltered(filter)) && (
        <Button kind="text" onClick={() => onQuery({ ...query, words: '', filter: noFilter })}>
          {t('table_filter_none')}
        </Button>
      )}
    </div>
  );
}
