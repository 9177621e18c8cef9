import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { beforeEach, expect, it } from 'vitest';
import { wipe } from '../../tests/support/people';
import { keyOf, type Row } from './backup';
import { db } from './database';
import { holdExactly } from './hold-exactly';

beforeEach(wipe);

const all = async () => ({ contacts: await db.contacts.toArray(), days: await db.days.toArray(), notes: await db.notes.toArray() });
const setAside = async (parts: readonly { table: string; rows: Row[] }[]) => {
  await db.staged.clear();
  await db.staged.bulkPut(parts.map((part, n) => ({ job: 'job', n, at: 0, ...part })));
};
const run = () => db.transaction('rw', db.tables, async () => holdExactly('job', () => undefined));

const id = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'ä', '中', 'A');
const contact = fc.record({ id, name: fc.constantFrom('x', 'y'), tags: fc.constant([]), words: fc.constantFrom([], ['w']) });
const day = fc.record({
  identityId: id,
  day: fc.constantFrom('2026-01-01', '2026-01-02'),
  in: fc.nat(1),
  out: fc.constant(0),
  watched: fc.boolean(),
});
const part = fc.oneof(
  fc.record({ table: fc.constant('contacts'), rows: fc.array(contact, { maxLength: 5 }) }),
  fc.record({ table: fc.constant('days'), rows: fc.array(day, { maxLength: 5 }) }),
);

it('whatever is here and in whatever order a file stands, the tables hold what the file says last', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(contact), fc.array(day), fc.array(part, { maxLength: 5 }), async (contacts, days, parts) => {
      await wipe();
      await db.contacts.bulkPut(contacts as never[]);
      await db.days.bulkPut(days);
      await db.notes.put({ id: 'n', contactId: 'a' } as never);
      await setAside(parts);
      await run();
      const last = (table: string) => [
        ...new Map(
          parts.filter((one) => one.table === table).flatMap(({ rows }) => rows.map((row) => [JSON.stringify(keyOf(table, row)), row])),
        ).values(),
      ];
      const here = await all();
      const sorted = (rows: readonly unknown[]) => rows.map((row) => JSON.stringify(row, Object.keys(row as object).sort())).sort();
      expect(sorted(here.contacts)).toEqual(sorted(last('contacts')));
      expect(sorted(here.days)).toEqual(sorted(last('days')));
      expect(here.notes).toEqual([]);
      // The marks that say so are there, whatever was written.
      expect((await db.stale.toArray()).map(({ id: mark }) => mark)).toContain('everybody');
      expect((await db.unlisted.toArray()).map(({ id: mark }) => mark)).toContain('everybody');
    }),
    { numRuns: 60 },
  );
});

it('what is here already is not written again', async () => {
  const rows = Array.from({ length: 50 }, (_, n) => ({ id: `c${String(n).padStart(2, '0')}`, name: 'x', tags: [], words: [] }));
  await db.contacts.bulkPut(rows as never[]);
  const written: unknown[] = [];
  const note = (key: unknown) => void written.push(key);
  db.contacts.hook('creating', note);
  db.contacts.hook('updating', (_, key) => note(key));
  db.contacts.hook('deleting', note);
  // As a reader gives them: the fields in another order.
  const file = rows
    .filter(({ id: key }) => key !== 'c07')
    .map(({ id: key, ...rest }) => ({ ...rest, name: key === 'c11' ? 'y' : 'x', id: key }));
  await setAside([
    { table: 'contacts', rows: file.slice(0, 20) },
    { table: 'contacts', rows: file.slice(20) },
  ]);
  await run();
  expect(written.sort()).toEqual(['c07', 'c11']);
});

it('a book that has little in common with the file becomes what the file says, however long the stretches between are', async () => {
  const stone = (n: number, deletedAt = 1) => ({ id: `t${String(n).padStart(5, '0')}`, deletedAt });
  const many = Array.from({ length: 4_600 }, (_, n) => stone(n));
  await db.tombstones.bulkPut(many);
  // Neighbours stay and go by ones, by tens and by thousands; at the end of a stretch that is read at once, too.
  const stays = (n: number) => (n < 30 ? n % 2 === 0 : n < 100 ? n % 50 > 25 : n < 110 || (n > 1_995 && n < 2_010) || n === 4_400);
  const rows = [...many.filter((_, n) => stays(n)), stone(2_005, 2), stone(9_000)].filter(({ id: one }) => one !== stone(2_004).id);
  await setAside([
    { table: 'tombstones', rows: rows.slice(0, 40) },
    { table: 'tombstones', rows: rows.slice(40) },
  ]);
  await run();
  const last = new Map(rows.map((row) => [row.id, row]));
  expect(await db.tombstones.toArray()).toEqual([...last.keys()].sort().map((one) => last.get(one)));
});
