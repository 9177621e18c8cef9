// Who is shown in the table of contacts: one choice each of what a rep asks for most.
import { noFilter } from '../../lib/domain/book/first-query';
import type { BookFilter } from '../../lib/domain/book/query';
import { CUSTOMER_TYPES, TIERS, type CustomerType, type Tier } from '../../lib/domain/kinds';
import { siteName } from '../../lib/words/site-names';
import { t, tn } from '../../lib/words/words';
import { Button } from '../Button';
import { NurtureFilter } from './NurtureFilter';
import { stageName } from './stage-name';
import { TIER_NAMES } from './TableColumns';
import { TYPE_NAMES } from './type-names';
import { FilterSelect, one } from './FilterSelect';
import { TagChoice } from './TagChoice';

const WITHIN = [0, 7, 30, 90];
const SILENT = [14, 30, 90, 180, 365];

export interface FilterChoices {
  tags: readonly string[];
  stages: readonly { id: string; name: string }[];
  sites: readonly { id: string; name: string }[];
}

export const isFiltered = (filter: BookFilter): boolean => JSON.stringify(filter) !== JSON.stringify(noFilter);

export function BookFilters(props: { filter: BookFilter; choices: FilterChoices; onFilter: (filter: BookFilter) => void }) {
  const { filter, choices } = props;
  const set = (part: Partial<BookFilter>) => props.onFilter({ ...filter, ...part });
  const days = (value: string): number | null => (value === '' ? null : Number(value));
  return (
    <div class="ws-filters" role="group" aria-label={t('table_filter')}>
      <FilterSelect label={t('table_tier')} value={filter.tiers[0]} onChoose={(value) => set({ tiers: one<Tier>(value) })}>
        {TIERS.map((tier) => (
          <option key={tier} value={tier}>
            {t(TIER_NAMES[tier])}
          </option>
        ))}
      </FilterSelect>
      <FilterSelect label={t('table_type')} value={filter.types[0]} onChoose={(value) => set({ types: one<CustomerType>(value) })}>
        {CUSTOMER_TYPES.map((type) => (
          <option key={type} value={type}>
            {t(TYPE_NAMES[type])}
          </option>
        ))}
      </FilterSelect>
      <FilterSelect label={t('table_stage')} value={filter.stages[0]} onChoose={(value) => set({ stages: one(value) })}>
        {choices.stages.map((stage) => (
          <option key={stage.id} value={stage.id}>
            {stageName(stage)}
          </option>
        ))}
      </FilterSelect>
      <NurtureFilter value={filter.nurtures[0]} onChoose={(nurtures) => set({ nurtures })} />
      <TagChoice tags={choices.tags} value={filter.tags[0]} onChoose={(value) => set({ tags: one(value) })} />
      <FilterSelect label={t('work_where')} value={filter.sites[0]} onChoose={(value) => set({ sites: one(value) })}>
        {choices.sites.map(({ id, name }) => (
          <option key={id} value={id}>
            {siteName(name)}
          </option>
        ))}
      </FilterSelect>
      <FilterSelect label={t('table_within')} value={filter.within?.toString()} onChoose={(value) => set({ within: days(value) })}>
        {WITHIN.map((n) => (
          <option key={n} value={n}>
            {n === 0 ? t('table_within_today') : tn('table_within', n)}
          </option>
        ))}
      </FilterSelect>
      <FilterSelect label={t('table_silent')} value={filter.silent?.toString()} onChoose={(value) => set({ silent: days(value) })}>
        {SILENT.map((n) => (
          <option key={n} value={n}>
            {tn('table_silent', n)}
          </option>
        ))}
      </FilterSelect>
      <label class="ws-check">
        <input type="checkbox" checked={filter.cooling} onChange={(event) => set({ cooling: event.currentTarget.checked })} />
        {t('table_cooling')}
      </label>
      <label class="ws-check">
        <input type="checkbox" checked={filter.over} onChange={(event) => set({ over: event.currentTarget.checked })} />
        {t('lead_only_over')}
      </label>
      <label class="ws-check">
        <input type="checkbox" checked={filter.noNext} onChange={(event) => set({ noNext: event.currentTarget.checked })} />
        {t('table_no_next')}
      </label>
      {isFiltered(filter) && (
        <Button kind="text" onClick={() => props.onFilter(noFilter)}>
          {t('table_filter_none')}
        </Button>
      )}
    </div>
  );
}
