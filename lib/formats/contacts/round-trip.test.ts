// What is written comes back: by our own table and by our own cards, whatever somebody's fields hold.
import fc from 'fast-check';
import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { BONDS, CUSTOMER_TYPES, DATE_KINDS } from '../../domain/kinds';
import { isDate } from './read-date';
import type { IncomingPerson } from './incoming';
import { lookAt, readPeople } from './index';
import type { OutgoingPerson } from './outgoing';
import { writeCard } from './write-card';
import { tableHead, tableRow } from './write-table';

/** Texts as they are kept: in one line, without marks of direction. */
const plain = (text: string): string =>
  text
    .replace(/[^\P{Cc}\s]|[\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]|\p{Surrogate}/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
const hostile = fc.string({ unit: fc.constantFrom(...'"\',;:\\=+-@^|、，；n N\nＡ＝王😀é\u202e%_~'), maxLength: 14 });
const text = (most: number) =>
  fc.oneof(fc.string({ unit: 'grapheme', maxLength: 12 }), hostile).map((one) => plain(one).slice(0, most).trim());
const some = (most: number) => text(most).filter((one) => one !== '');
const list = <T>(one: fc.Arbitrary<T>, key: (value: T) => string = String) => fc.uniqueArray(one, { maxLength: 3, selector: key });
const day = fc.integer({ min: 0, max: 20_000 }).map((n) => new Date(n * 86_400_000).toISOString().slice(0, 10));
const date = fc
  .record({
    kind: fc.constantFrom(...DATE_KINDS),
    label: text(120),
    everyMonths: fc.constantFrom(12, null, 1, 24),
    calendar: fc.constantFrom('solar' as const, 'lunar' as const),
    year: fc.option(fc.integer({ min: 1900, max: 2100 }), { nil: null }),
    month: fc.integer({ min: 1, max: 12 }),
    leapMonth: fc.boolean(),
    day: fc.integer({ min: 1, max: 31 }),
  })
  .filter(isDate);
const person: fc.Arbitrary<OutgoingPerson> = fc.record({
  id: fc.stringMatching(/^[\w-]{1,20}$/),
  name: some(200),
  phones: list(fc.constantFrom('+8613800138000', '+491701234567', '+12125550187')),
  emails: list(fc.constantFrom('anna@example.com', 'wang.fang@example.cn', 'o.b+x@example.org')),
  links: list(fc.constantFrom('https://example.com/a?b=1,2;c', 'http://example.org/%E7%8E%8B')),
  ids: list(fc.record({ site: fc.constantFrom('linkedin', 'whatsapp'), handle: some(60) }), ({ site, handle }) => site + handle),
  company: text(200),
  role: text(200),
  source: text(60),
  tags: list(some(60), (tag) => tag.toLowerCase()),
  note: fc.array(text(80), { maxLength: 3 }).map((lines) => lines.join('\n').trim()),
  stage: text(60),
  type: fc.constantFrom(null, ...CUSTOMER_TYPES),
  bonds: fc.subarray([...BONDS]),
  cadence: fc.option(fc.integer({ min: 1, max: 1000 }), { nil: null }),
  quietUntil: fc.option(day, { nil: null }),
  dates: list(date, (one) => JSON.stringify(one)),
  own: fc.dictionary(
    some(60).filter((name) => name !== '__proto__'),
    some(500),
    { maxKeys: 3 },
  ),
  addedOn: fc.option(day, { nil: null }),
  in: fc.nat(),
  out: fc.nat(),
  lastIn: fc.constantFrom(null, '2026-01-02T10:00:00.000Z'),
  lastOut: fc.constant(null),
  next: fc.constantFrom(null, { due: '2026-03-05', reason: '=发报价' }),
});

async function back(file: string): Promise<IncomingPerson[]> {
  const blob = new Blob([file]);
  const look = await lookAt(blob);
  if (!look.ok || look.kind === 'chat') throw new Error(JSON.stringify(look));
  if (look.kind === 'table') expect(look.program).toBe('rapport');
  const mapping = look.kind === 'table' ? look.table.mapping : null;
  const people: IncomingPerson[] = [];
  for await (const item of readPeople(blob, { encoding: 'utf-8', country: null, mapping, today: '2026-03-02' })) {
    if (!('person' in item)) throw new Error(JSON.stringify(item));
    people.push(item.person);
  }
  return people;
}

/** What comes in again of somebody; the order of dates is of no matter. */
function kept({ dates, own, ...rest }: IncomingPerson | OutgoingPerson): unknown {
  const {
    row: _row,
    left: _left,
    id: _id,
    in: _in,
    out: _out,
    lastIn: _lastIn,
    lastOut: _lastOut,
    next: _next,
    ...person
  } = rest as IncomingPerson & OutgoingPerson;
  return { ...person, dates: dates.map((one) => JSON.stringify(one, Object.keys(one).sort())).sort(), own: Object.entries(own).sort() };
}

test('a table gives back everybody as they were, whatever their fields hold', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(person, { minLength: 1, maxLength: 4 }), async (people) => {
      const own = [...new Set(people.flatMap((one) => Object.keys(one.own)))];
      const file = tableHead(own) + people.map((one) => tableRow(one, own)).join('');
      expect((await back(file)).map(kept)).toEqual(people.map(kept));
    }),
    { seed: 6, numRuns: 120 },
  );
});

test('a card gives back everybody as they were, and another program can read it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(person, { minLength: 1, maxLength: 4 }), async (people) => {
      const file = people.map(writeCard).join('');
      expect((await back(file)).map(kept)).toEqual(people.map(kept));
      for (const line of file.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
      const parsed = ICAL.parse(file) as unknown;
      const cards = (people.length === 1 ? [parsed] : parsed) as [string, [string, unknown, string, string][]][];
      expect(cards.map(([, properties]) => properties.find(([name]) => name === 'fn')?.[3])).toEqual(people.map(({ name }) => name));
    }),
    { seed: 6, numRuns: 120 },
  );
});

test('no cell of the table is a formula for a spreadsheet, and a number keeps its plus', async () => {
  const [one] = fc.sample(person, { seed: 1, numRuns: 1 });
  const evil: OutgoingPerson = {
    ...one!,
    name: '=HYPERLINK("http://example.com")',
    phones: ['+8613800138000'],
    note: '-1+1',
    own: { '@x': '@SUM(A1)' },
  };
  const file = tableHead(['@x']) + tableRow(evil, ['@x']);
  for (const cell of file.replace(/^\ufeff/, '').matchAll(/(?:^|,|\n)"((?:[^"]|"")*)"/g))
    expect(cell[1]).not.toMatch(/^[=+\-@\t\r＝＋－＠]/);
  expect(file).toContain(`"'+8613800138000"`);
  expect((await back(file))[0]).toMatchObject({ name: evil.name, phones: evil.phones, note: '-1+1', own: { '@x': '@SUM(A1)' } });
});
