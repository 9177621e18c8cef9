// A worker that dies at a chosen write: its transaction is lost, and nothing of it runs on.
import 'fake-indexeddb/auto';
import Dexie, { type DBCore, type DBCoreMutateRequest } from 'dexie';
import { db } from '@/lib/db/database';

let left = Infinity;
let isDead = false;

const died = () => new Error('The worker died.');

/** Put in before the database is opened: the lowest layer, so that it sees every write there is. */
db.use({
  stack: 'dbcore',
  name: 'dying',
  level: 0,
  create: (core: DBCore): DBCore => ({
    ...core,
    transaction(...given) {
      if (isDead) throw died();
      return core.transaction(...given);
    },
    table(name) {
      const table = core.table(name);
      const alive =
        <Given extends unknown[], Found>(read: (...given: Given) => Promise<Found>) =>
        (...given: Given): Promise<Found> =>
          isDead ? Dexie.Promise.reject(died()) : read(...given);
      return {
        ...table,
        get: alive(table.get),
        getMany: alive(table.getMany),
        query: alive(table.query),
        count: alive(table.count),
        openCursor: alive(table.openCursor),
        mutate(request: DBCoreMutateRequest) {
          left -= 1;
          if (left >= 0 && !isDead) return table.mutate(request);
          if (!isDead) request.trans.abort();
          isDead = true;
          return Dexie.Promise.reject(died());
        },
      };
    },
  }),
});

/** Runs something in a worker that dies at write number `at`, counted from one. Gives whether it died; the next worker lives. */
export async function dyingAt(at: number, run: () => Promise<unknown>): Promise<boolean> {
  left = at - 1;
  try {
    await run().catch(() => undefined);
    return isDead;
  } finally {
    left = Infinity;
    isDead = false;
  }
}
