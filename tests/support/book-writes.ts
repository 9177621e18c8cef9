// The messages that change many at once, and what the rep chose.
import { fromScreen } from './background';
import { after, type Writes } from './write-stage';
import type { BulkChange } from '@/lib/domain/book/bulk-change';

/** A change of many, of which each of these is a part. */
async function bulk(change: BulkChange, ...parts: string[][]): Promise<{ job: string }> {
  const { job } = await fromScreen('bulk.begin', { change });
  for (const [n, contacts] of parts.entries()) await fromScreen('bulk.add', { job, from: n, contacts, isLast: n === parts.length - 1 });
  return { job };
}

export const bookWrites: Writes = {
  'settings.set': { 'chooses a language': () => fromScreen('settings.set', { language: 'zh_CN' }) },
  'care.set': { 'chooses another half-life': () => fromScreen('care.set', { care: { halfLife: 60, budget: 5 } }) },
  'table.set': { 'chooses columns': () => fromScreen('table.set', { change: { what: 'columns', columns: ['tier'] } }) },
  'numbers.set': { 'wants a goal': () => fromScreen('numbers.set', { change: { what: 'goal', goal: 'new', value: 12 } }) },
  'bulk.begin': { 'writes down what is to be done': () => fromScreen('bulk.begin', { change: { what: 'tag', tag: 'fair' } }) },
  'bulk.add': {
    'names whom to change': after(
      () => fromScreen('bulk.begin', { change: { what: 'tag', tag: 'fair' } }),
      ({ anna, twin }, { job }) => fromScreen('bulk.add', { job, from: 0, contacts: [anna, twin], isLast: true }),
    ),
  },
  'bulk.step': {
    'tags several at once': after(
      ({ anna, twin }) => bulk({ what: 'tag', tag: 'fair' }, [anna, twin]),
      (_, { job }) => fromScreen('bulk.step', { job }),
    ),
    'goes on with the same act': after(
      async ({ anna, twin }) => {
        const { job } = await bulk({ what: 'stage', stage: 'lead' }, [anna], [twin]);
        await fromScreen('bulk.step', { job });
        return { job };
      },
      (_, { job }) => fromScreen('bulk.step', { job }),
    ),
  },
  'bulk.back': {
    'is not gone on with': after(
      ({ anna, twin }) => bulk({ what: 'delete' }, [anna, twin]),
      (_, { job }) => fromScreen('bulk.back', { job }),
    ),
  },
  'bulk.drop': {
    'forgets what is left': after(
      ({ anna, twin }) => bulk({ what: 'delete' }, [anna, twin]),
      (_, { job }) => fromScreen('bulk.drop', { job }),
    ),
  },
};
