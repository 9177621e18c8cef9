// Answers to changes of many contacts.
import { beginBulk, bulkJobs, bulkOn, dropBulk, nameForBulk, turnBulk } from '@/lib/db/bulk-jobs';
import type { Answers } from '@/lib/messages/serve';
import { refreshBadge } from './badge';
import { reckoningNow } from './reckon';
import { tellChanged } from './tell';

export const bulkAnswers: Pick<Answers, `bulk.${'begin' | 'add' | 'step' | 'list' | 'back' | 'drop'}`> = {
  'bulk.begin': async ({ change }) => ({ job: await beginBulk(change, Date.now()) }),
  'bulk.add': async ({ job, from, contacts, isLast }) => {
    await nameForBulk(job, from, contacts, isLast);
    return {};
  },
  'bulk.step': async ({ job }) => {
    const { change, undo, changed, done, of } = await bulkOn(job, (await reckoningNow()).today, Date.now());
    if (change.what === 'delete') await refreshBadge();
    tellChanged('contacts', 'followUps');
    return { undo, changed, done, of };
  },
  'bulk.list': async () => ({
    jobs: (await bulkJobs()).map(({ id, change, changed, done, of, isBack }) => ({ job: id, change, changed, done, of, isBack })),
  }),
  'bulk.back': async ({ job }) => ({ undo: await turnBulk(job) }),
  'bulk.drop': async ({ job }) => {
    await dropBulk(job);
    return {};
  },
};
