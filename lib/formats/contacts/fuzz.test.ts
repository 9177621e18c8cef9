// Hostile files of every kind: clean people or a clear reason, never a throw, and no file takes long.
import fc from 'fast-check';
import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { isDay } from '../../domain/day';
import { contactSchema, identitySchema, noteSchema } from '../../domain/records';
import { keyDateSchema } from '../../domain/tie-records';
import { ENCODINGS } from '../text-file';
import { readChat } from './chat-export';
import { chatDays } from './chat-person';
import { COLUMN_FIELDS, type Column, type IncomingPerson, type Item, type ReadPeople } from './incoming';
import { lookAt, readPeople } from './index';

const TODAY = '2026-03-02';
const folder = new URL('../../../tests/contact-files/', import.meta.url);
const samples = (ending: string): Uint8Array[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .map((name) => new Uint8Array(readFileSync(new URL(name, folder))));
const CHATS = [
  '31.12.23, 21:00 - Nachrichten sind verschlüsselt.\n31.12.23, 21:05 - Anna: Hallo\nnoch eine Zeile\n01.01.24, 00:06 - Bob: <Medien ausgeschlossen>\n',
  '[12/31/23, 9:05:33\u202fPM] Anna: \u200eimage omitted\n[1/2/24, 9:05:33\u202fAM] Bob: x\n',
  '2023年12月31日 下午9:05 - 张三: 你好\n2024年1月1日 上午9:05 - 李四: 好\n',
].map((text) => new TextEncoder().encode(text));

const HOSTILE = [
  ...[
    '"',
    '""',
    ',',
    ';',
    '\t',
    '\n',
    '\r',
    '\r\n',
    '\0',
    '\ufeff',
    '\u202e',
    '\u200e',
    '\ud800',
    '\\',
    '=',
    '=\n',
    '=3D=',
    "'",
    ':',
    '::: ',
    '  ',
  ],
  ...[
    'BEGIN:VCARD\n',
    'END:VCARD\n',
    'AGENT:\n',
    'item1.',
    'X-ABLabel:_$!<',
    ';ENCODING=QUOTED-PRINTABLE:',
    ';CHARSET=latin-99;ENCODING=B:',
    'PHOTO:',
    'BDAY:--1399',
  ],
  ...[
    '2023-02-30',
    '31.12.23, 25:99 - ',
    '[1/1/1, 1:1:1] a: ',
    '农历十三月',
    '99999999999',
    '+',
    '__proto__',
    '<a@b.c>',
    'http://[',
    'sep=;\n',
    '"a"b',
    '\\;',
    '^n',
  ],
].map((text) => new TextEncoder().encode(text));

/** A sample with a few of its bytes cut, doubled, moved or replaced. */
const mutated = (bases: readonly Uint8Array[]): fc.Arbitrary<Uint8Array<ArrayBuffer>> =>
  fc
    .record({
      base: fc.constantFrom(...bases),
      cuts: fc.array(
        fc.record({
          at: fc.nat(),
          length: fc.nat(60),
          put: fc.oneof(fc.constantFrom(...HOSTILE), fc.uint8Array({ maxLength: 4 })),
          times: fc.integer({ min: 0, max: 3 }),
        }),
        { maxLength: 6 },
      ),
    })
    .map(({ base, cuts }) => {
      let bytes = [...base];
      for (const { at, length, put, times } of cuts) {
        const from = at % (bytes.length + 1);
        bytes = [
          ...bytes.slice(0, from),
          ...Array.from({ length: times }, () => [...put]).flat(),
          ...bytes.slice(from + (times % 2 === 0 ? length : 0)),
        ];
      }
      return Uint8Array.from(bytes);
    });

const personSchema = z.object({
  row: z.number().int().min(1),
  name: z.string().min(1).max(200),
  phones: contactSchema.shape.phones.unwrap(),
  emails: contactSchema.shape.emails.unwrap(),
  links: z.array(identitySchema.shape.link.unwrap().regex(/^https?:\/\//)).max(20),
  ids: z.array(z.object({ site: identitySchema.shape.site.min(1), handle: z.string().min(1).max(300) })).max(40),
  company: z.string().max(200),
  role: z.string().max(200),
  source: z.string().max(60),
  tags: contactSchema.shape.tags,
  note: noteSchema.shape.text,
  stage: z.string().max(60),
  type: contactSchema.shape.type,
  bonds: contactSchema.shape.bonds,
  cadence: contactSchema.shape.cadence,
  quietUntil: contactSchema.shape.quietUntil,
  dates: z.array(
    keyDateSchema.pick({ kind: true, label: true, calendar: true, year: true, month: true, leapMonth: true, day: true, everyMonths: true }),
  ),
  own: z.record(z.string().min(1).max(60), z.string().min(1).max(500)),
  addedOn: z.string().refine(isDay).nullable(),
  left: z.array(z.object({ word: z.string().startsWith('incoming_left_'), args: z.array(z.union([z.string(), z.number()])) })).max(20),
});
const check = (person: IncomingPerson): void => {
  const result = personSchema.safeParse(person);
  if (!result.success) throw new Error(`${JSON.stringify(person)}: ${result.error.message}`);
  // eslint-disable-next-line no-control-regex -- nothing invisible but what writing needs.
  expect(person.name + person.company + person.tags.join('')).not.toMatch(/[\u0000-\u001f\u202a-\u202e]/);
};

async function all(file: Blob, how: ReadPeople): Promise<Item[]> {
  const items: Item[] = [];
  let row = 0;
  for await (const item of readPeople(file, how)) {
    items.push(item);
    if ('person' in item) check(item.person);
    else if ('rejected' in item) expect(item.rejected.why.word).toMatch(/^incoming_/);
    expect(item.at.row).toBeGreaterThanOrEqual(row);
    row = item.at.row;
  }
  return items;
}
/** Mostly what is found. */
const encoding = fc.oneof({ weight: 8, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: fc.constantFrom(...ENCODINGS) });
const columns: fc.Arbitrary<Column[]> = fc.array(
  fc.option(fc.record({ field: fc.constantFrom(...COLUMN_FIELDS), name: fc.constantFrom('', 'Car', '__proto__', 'Birthday') }), {
    nil: null,
  }),
  { maxLength: 12 },
);

test('tables: whatever is in them and whatever the user says of their columns, clean people come out or a reason', async () => {
  let people = 0;
  await fc.assert(
    fc.asyncProperty(mutated(samples('.csv')), encoding, fc.option(columns, { nil: null }), async (bytes, given, said) => {
      const file = new Blob([bytes]);
      const look = await lookAt(file, { country: 'CN', ...(given ? { encoding: given } : {}) });
      if (!look.ok || look.kind !== 'table') return;
      const mapping = said ? { ...look.table.mapping, columns: said } : look.table.mapping;
      const items = await all(file, { encoding: look.encoding, country: 'CN', mapping, today: TODAY });
      people += items.length;
      // Left in the middle and gone on with, it gives the same.
      const middle = items[Math.floor(items.length / 2)]?.at.row;
      if (middle !== undefined && items.length % 4 === 0)
        expect(await all(file, { encoding: look.encoding, country: 'CN', mapping, today: TODAY, after: middle })).toEqual(
          items.filter(({ at }) => at.row > middle),
        );
    }),
    { seed: 6, numRuns: 2000 },
  );
  expect(people).toBeGreaterThan(2000);
});

test('cards: the same', async () => {
  let people = 0;
  await fc.assert(
    fc.asyncProperty(mutated(samples('.vcf')), encoding, async (bytes, given) => {
      const items = await all(new Blob([bytes]), { encoding: given ?? 'utf-8', country: 'DE', mapping: null, today: TODAY });
      people += items.filter((item) => 'person' in item).length;
    }),
    { seed: 6, numRuns: 2000 },
  );
  expect(people).toBeGreaterThan(1500);
});

test('chats: the same, every message counted once', async () => {
  let messages = 0;
  await fc.assert(
    fc.asyncProperty(mutated(CHATS), encoding, async (bytes, given) => {
      const read = await readChat(new Blob([bytes]), { encoding: given ?? 'utf-8', today: TODAY });
      if (!read.ok) return void expect(read.problem).toBe('none');
      const { authors, at, by } = read.chat;
      expect(by).toHaveLength(at.length);
      expect(authors.reduce((sum, one) => sum + one.messages, 0)).toBe(at.length);
      for (const { day } of chatDays(read.chat, { me: [0], theirs: [1] })) expect(isDay(day), day).toBe(true);
      messages += at.length;
    }),
    { seed: 6, numRuns: 2000 },
  );
  expect(messages).toBeGreaterThan(1200);
});

test('Bytes that are anything at all are looked at without a throw', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
      const look = await lookAt(new Blob([bytes]));
      expect(typeof look.ok).toBe('boolean');
    }),
    { seed: 6, numRuns: 2000 },
  );
});

test('Nothing takes long, however it is made', async () => {
  const many = (piece: string, size = 60_000): string => piece.repeat(size / piece.length);
  const mapping = {
    delimiter: ',',
    header: null,
    columns: [
      { field: 'name', name: '' },
      { field: 'phone', name: '' },
    ] as Column[],
    order: 'dmy' as const,
  };
  const tables = ['"a\n', '"a"b\n', '"', ',', 'a,'.padEnd(50, '1') + '\n', 'a,;;;;\n'].map((piece) => many(piece));
  const cards = ['BEGIN:VCARD\n', ' x\n', 'A', 'BEGIN:VCARD\nNOTE;ENCODING=QUOTED-PRINTABLE:=\n', 'AGENT:\nBEGIN:VCARD\n'].map((piece) =>
    many(piece),
  );
  const chats = ['1.1.23, 1:1 - ', '[1.1.23, 01:01:01] a: b\n', '\u200e', '1'].map((piece) => many(piece));
  for (const text of [...tables, ...cards, ...chats]) {
    const start = performance.now();
    const file = new Blob([text]);
    await lookAt(file);
    await all(file, { encoding: 'utf-8', country: 'CN', mapping: cards.includes(text) ? null : mapping, today: TODAY });
    await readChat(file, { encoding: 'utf-8', today: TODAY });
    expect(performance.now() - start, text.slice(0, 20)).toBeLessThan(8000);
  }
}, 60_000);
