import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { beforeEach, expect, it } from 'vitest';
import { wipe } from '../../tests/support/people';
import { db } from './database';
import { manyNear, rowsNear } from './rows-near';

beforeEach(wipe);

it('rows are those that their keys ask for, near to each other or far apart, in any order, twice or not here', async () => {
  const ids = Array.from({ length: 40 }, (_, n) => `t${String(n).padStart(2, '0')}`);
  await db.tombstones.bulkPut(ids.filter((_, n) => n % 3 !== 0).map((id, n) => ({ id, deletedAt: n })));
  await db.days.bulkPut(
    ids.filter((_, n) => n % 4 !== 0).map((identityId) => ({ identityId, day: '2026-01-01', in: 1, out: 0, watched: true })),
  );
  const some = fc.array(fc.constantFrom(...ids), { maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(some, fc.nat(39), fc.nat(12), async (chosen, from, many) => {
      for (const keys of [chosen, ids.slice(from, from + many)]) {
        expect(await rowsNear('tombstones', keys)).toEqual(await db.tombstones.bulkGet(keys));
        expect(await manyNear('tombstones', [...new Set(keys)])).toBe(await db.tombstones.where('id').anyOf(keys).count());
        const days = keys.map((id): [string, string] => [id, '2026-01-01']);
        expect(await rowsNear('days', days)).toEqual(await db.days.bulkGet(days));
      }
    }),
    { numRuns: 60 },
  );
});
