// A disk that is full from a chosen write on: every further write is refused, as the browser refuses it, and all that reads goes on.
import 'fake-indexeddb/auto';
import Dexie, { type DBCore, type DBCoreMutateRequest } from 'dexie';
import { db } from '@/lib/db/database';

let left = Infinity;

/** Put in before the database is opened: the lowest layer, so that it sees every write there is. */
db.use({
  stack: 'dbcore',
  name: 'full-disk',
  level: 0,
  create: (core: DBCore): DBCore => ({
    ...core,
    table(name) {
      const table = core.table(name);
      return {
        ...table,
        mutate(request: DBCoreMutateRequest) {
          left -= 1;
          if (left >= 0) return table.mutate(request);
          return Dexie.Promise.reject(new DOMException('The disk is full.', 'QuotaExceededError'));
        },
      };
    },
  }),
});

/**
 * Runs something on a disk that is full from write number `at` on, counted from one. Gives `ok` or what it failed with;
 * afterwards there is room again.
 */
export async function fullFrom(at: number, run: () => Promise<unknown>): Promise<string> {
  left = at - 1;
  try {
    return await run().then(
      () => 'ok',
      (error: unknown) => (error as Error).message,
    );
  } finally {
    left = Infinity;
  }
}
