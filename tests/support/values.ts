// Somebody to fill in replies for, on Monday 2 March 2026 at ten in the morning.
import type { Values } from '@/lib/domain/template/values';

export function person(more: Partial<Values> = {}): Values {
  return {
    name: 'Anna Lindt',
    company: '',
    promise: '',
    date: null,
    type: null,
    tier: null,
    stage: [],
    tags: [],
    own: [],
    today: '2026-03-02',
    hour: 10,
    language: 'en',
    locale: 'en-GB',
    ...more,
  };
}
