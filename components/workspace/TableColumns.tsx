// The columns of the table of contacts: their names, by what they sort, and what stands in them.
import type { ComponentChildren } from 'preact';
import type { SortBy } from '../../lib/domain/book/first-query';
import { strengthWord, type StrengthWord } from '../../lib/domain/tie/strength';
import type { Tier } from '../../lib/domain/kinds';
import type { BookRow } from '../../lib/messages/protocol';
import { dayInWords, timeInWords } from '../../lib/words/dates';
import { siteName } from '../../lib/words/site-names';
import { t, type WordKey } from '../../lib/words/words';
import type { Clock } from './clock';
import { NURTURE_NAMES } from './NurtureChoice';
import { stageName } from './stage-name';
import { TYPE_NAMES } from './type-names';

/** In the order in which they stand, behind the name. */
export const COLUMNS = [
  'sites',
  'tier',
  'type',
  'stage',
  'score',
  'nurture',
  'source',
  'strength',
  'in',
  'out',
  'last',
  'next',
  'date',
  'added',
] as const;
export type Column = (typeof COLUMNS)[number];
export const FIRST_COLUMNS: readonly Column[] = ['sites', 'tier', 'in', 'out', 'last', 'next'];

export const TIER_NAMES: Record<Tier, WordKey> = { shallow: 'tier_shallow', sticky: 'tier_sticky', deep: 'tier_deep', iron: 'tier_iron' };
const STRENGTHS: Record<StrengthWord, WordKey> = {
  none: 'tie_strength_none',
  weak: 'tie_strength_weak',
  fair: 'tie_strength_fair',
  strong: 'tie_strength_strong',
  firm: 'tie_strength_firm',
};

export interface Shown {
  clock: Clock;
  stages: readonly { id: string; name: string }[];
}
interface About {
  title: WordKey;
  sort?: SortBy;
  /** Whether the first click brings the largest first. */
  down?: boolean;
  kind?: 'ws-number' | 'ws-when' | 'ws-sites';
  cell: (row: BookRow, shown: Shown) => ComponentChildren;
}

const wasSeen = (row: BookRow): boolean => row.last !== null || row.in + row.out > 0;
const count = (row: BookRow, n: number): ComponentChildren => (wasSeen(row) ? row.approximate ? t('common_about', n) : n : <None />);

export const ABOUT: Record<Column, About> = {
  sites: { title: 'work_where', kind: 'ws-sites', cell: ({ sites }) => sites.map(siteName).join(t('work_comma')) },
  tier: {
    title: 'table_tier',
    sort: 'tier',
    down: true,
    cell: ({ tier, trend }) => tier && (trend === 'cooling' ? `${t(TIER_NAMES[tier])} · ${t('tie_trend_cooling')}` : t(TIER_NAMES[tier])),
  },
  type: { title: 'table_type', cell: ({ type }) => type && t(TYPE_NAMES[type]) },
  stage: {
    title: 'table_stage',
    cell: ({ stage }, { stages }) => stage && stageName(stages.find(({ id }) => id === stage) ?? { id: stage, name: '' }),
  },
  score: { title: 'table_score', sort: 'score', down: true, kind: 'ws-number', cell: ({ score }) => score ?? null },
  nurture: { title: 'lead_nurture', cell: ({ nurture }) => nurture && t(NURTURE_NAMES[nurture]) },
  source: { title: 'life_source', cell: ({ source }) => <span class="private">{source}</span> },
  strength: {
    title: 'table_strength',
    sort: 'strength',
    down: true,
    cell: ({ strength }) => (strength === null ? <None /> : t(STRENGTHS[strengthWord(strength)])),
  },
  in: { title: 'work_in', kind: 'ws-number', cell: (row) => count(row, row.in) },
  out: { title: 'work_out', kind: 'ws-number', cell: (row) => count(row, row.out) },
  last: {
    title: 'work_last',
    sort: 'last',
    down: true,
    kind: 'ws-when',
    cell: ({ last }, { clock }) => (last === null ? <None /> : timeInWords(last, clock.today, clock.zone)),
  },
  next: {
    title: 'work_next',
    sort: 'next',
    kind: 'ws-when',
    cell: ({ due }, { clock }) => due && <span class={due <= clock.today ? 'ws-due' : ''}>{dayInWords(due, clock.today)}</span>,
  },
  date: { title: 'table_date', sort: 'next', kind: 'ws-when', cell: ({ date }, { clock }) => date && dayInWords(date, clock.today) },
  added: {
    title: 'table_added',
    sort: 'added',
    down: true,
    kind: 'ws-when',
    cell: ({ added }, { clock }) => timeInWords(new Date(added).toISOString(), clock.today, clock.zone),
  },
};

/** Not seen is not the same as none. */
export function None() {
  return (
    <span class="soft">
      <span aria-hidden="true">–</span>
      <span class="visually-hidden">{t('work_not_seen')}</span>
    </span>
  );
}
