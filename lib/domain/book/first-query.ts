// What is asked of the book before anybody chose anything. Screens need it, and not the checks of query.ts.
import type { BookFilter, BookQuery } from './query';

/** By what the table can be sorted. */
export const SORTS = ['name', 'last', 'strength', 'tier', 'next', 'added', 'score', 'since'] as const;
export type SortBy = (typeof SORTS)[number];

export const noFilter: BookFilter = {
  tags: [],
  types: [],
  tiers: [],
  stages: [],
  sites: [],
  sources: [],
  nurtures: [],
  over: false,
  cooling: false,
  noNext: false,
  within: null,
  silent: null,
};
export const everybodyByName: BookQuery = { words: '', filter: noFilter, sort: 'name', down: false };
