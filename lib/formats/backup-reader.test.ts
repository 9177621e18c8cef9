import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backupHead, backupWriter } from './backup-file';
import { backupDecoder, backupReader, type Reading, type ReadPart } from './backup-reader';

const supported: Reading = { schema: 1, tables: ['contacts', 'notes'] };

function sample(): string {
  const write = backupWriter(1, '2026-03-01T09:30:00.000Z');
  return (
    write.rows('contacts', [{ id: 'a', name: '王小明 "quoted" \\ [' }]) +
    write.rows('contacts', [{ id: 'b', name: 'Line\nbreak 👩‍🌾 }],' }]) +
    write.rows('notes', []) +
    write.end()
  );
}

/** Reads a text that arrives in pieces of so many characters. */
function read(text: string, piece = 7, reading = supported) {
  const reader = backupReader(reading);
  const parts: ReadPart[] = [];
  for (let at = 0; at < text.length; at += piece) parts.push(...reader.push(text.slice(at, at + piece)));
  parts.push(...reader.end());
  return { reader, parts, code: reader.problem?.code ?? 'ok' };
}
const code = (text: string): string => read(text).code;
const decoded = (bytes: Uint8Array, piece: number): string => {
  const decode = backupDecoder();
  let text = '';
  for (let at = 0; at < bytes.length; at += piece) text += decode(bytes.subarray(at, at + piece));
  return text + decode();
};

describe('a backup file', () => {
  it.each([1, 2, 3, 5, 64, 100_000])('comes back as it was written, in pieces of %i characters', (piece) => {
    const { reader, parts } = read(sample(), piece);
    expect(reader.problem).toBe(null);
    expect(reader.exportedAt).toBe('2026-03-01T09:30:00.000Z');
    expect(parts).toEqual([
      {
        table: 'contacts',
        first: 1,
        rows: [
          { id: 'a', name: '王小明 "quoted" \\ [' },
          { id: 'b', name: 'Line\nbreak 👩‍🌾 }],' },
        ],
      },
    ]);
  });

  it('may have been set anew by an editor', () => {
    const anew = JSON.stringify(JSON.parse(sample()), null, '\t').replace(/\n/g, '\r\n');
    expect(read(anew).parts).toEqual(read(sample()).parts);
    expect(code(anew)).toBe('ok');
  });

  it('may be empty', () => expect(code(backupWriter(1, 'now').end())).toBe('ok'));

  it('is passed on in parts that fit a message, with the place of their first row', () => {
    const write = backupWriter(1, 'now');
    const rows = Array.from({ length: 5 }, (_, i) => ({ id: `${i}` }));
    const text = write.rows('contacts', rows) + write.rows('notes', [{ id: 'a very long row' }, { id: 'b' }]) + write.end();
    const shape = (reading: Reading) => read(text, 9, reading).parts.map((part) => [part.table, part.first, part.rows.length]);
    expect(shape({ ...supported, mostRows: 2 })).toEqual([
      ['contacts', 1, 2],
      ['contacts', 3, 2],
      ['contacts', 5, 1],
      ['notes', 1, 2],
    ]);
    expect(shape({ ...supported, mostCharacters: 25 })).toEqual([
      ['contacts', 1, 2],
      ['contacts', 3, 2],
      ['contacts', 5, 1],
      ['notes', 1, 1],
      ['notes', 2, 1],
    ]);
  });

  it('is read with a byte order mark and as UTF-16, wherever its bytes are cut', () => {
    const utf8 = new TextEncoder().encode(sample());
    const utf16 = new Uint8Array(Buffer.from(sample(), 'utf16le'));
    for (const piece of [2, 3, 7, 1000]) {
      expect(decoded(utf8, piece)).toBe(sample());
      expect(decoded(new TextEncoder().encode('\uFEFF' + sample()), piece)).toBe(sample());
      expect(decoded(utf16, piece)).toBe(sample());
      expect(decoded(utf16.map((_, i) => utf16[i ^ 1] ?? 0), piece)).toBe(sample()); // prettier-ignore
    }
  });

  it('is called truncated wherever it was cut', () => {
    const whole = sample().trimEnd();
    for (let end = backupHead(1, '').length; end < whole.length; end += 1) expect(code(whole.slice(0, end)), `at ${end}`).toBe('truncated');
  });

  it.each([
    ['foreign', ''],
    ['foreign', 'name,phone\nAnna,1'],
    ['foreign', '[]'],
    ['foreign', 'null'],
    ['foreign', '{"format":"other","version":1}'],
    ['foreign', '{"tables":{"contacts":[]},"format":"rapport-backup","version":1,"schema":1,"counts":{"contacts":0}}'],
    ['foreign', '{"format":"rapport-backup","version":"1","schema":1}'],
    ['foreign', '{"format":"rapport-backup","version":1,"schema":1,"tables":[],"counts":{}}'],
    ['foreign', '{"format":"rapport-backup","version":1,"schema":1,"tables":{}}'],
    ['foreign', '{"format":"rapport-backup","version":1,"schema":1,"tables":{"secrets":[]},"counts":{"secrets":0}}'],
    ['newer', '{"format":"rapport-backup","version":2,"schema":1,"tables":{},"counts":{}}'],
    ['newer', '{"format":"rapport-backup","version":1,"schema":2,"tables":{},"counts":{}}'],
    ['miscounted', '{"format":"rapport-backup","version":1,"schema":1,"tables":{"notes":[{}]},"counts":{"notes":2}}'],
    ['miscounted', '{"format":"rapport-backup","version":1,"schema":1,"tables":{},"counts":{"notes":1}}'],
    ['miscounted', '{"format":"rapport-backup","version":1,"schema":1,"tables":{"notes":[]},"counts":{}}'],
    ['hostile', '{"format":"rapport-backup","version":1,"schema":1,"tables":{"notes":[{"__proto__":{"x":1}}]},"counts":{"notes":1}}'],
    [
      'hostile',
      '{"format":"rapport-backup","version":1,"schema":1,"tables":{"notes":[{"a":[{"\\u005f_proto__":1}]}]},"counts":{"notes":1}}',
    ],
    ['hostile', '{"format":"rapport-backup","version":1,"schema":1,"tables":{"constructor":[]},"counts":{}}'],
    ['damaged', '{"format":"rapport-backup","version":1,"schema":1,"tables":{"notes":[{"a":1} {"b":2}]},"counts":{"notes":2}}'],
    ['damaged', '{"format":"rapport-backup","version":1,"schema":1,"tables":{"notes":[{"a":1},]},"counts":{"notes":1}}'],
    ['damaged', '{"format":"rapport-backup","version":1,"schema":1,"tables":{"notes":[{"a"}]},"counts":{"notes":1}}'],
    ['damaged', '{"format":"rapport-backup","version":1,"schema":1,"tables":{"notes":[],"notes":[]},"counts":{"notes":0}}'],
    ['damaged', '{"format":"rapport-backup","version":1,"schema":1,"tables":{"notes":[]},"counts":{"notes":0}} more'],
  ])('is refused as %s: %s', (expected, text) => expect(code(text)).toBe(expected));

  it('says after which row it is damaged', () => {
    const whole = sample();
    const at = whole.indexOf('{"id":"b"');
    expect(read(`${whole.slice(0, at)}%${whole.slice(at + 1)}`).reader.problem).toEqual({ code: 'damaged', table: 'contacts', row: 1 });
  });

  it('is refused, without much ado, when a row is deeper or longer than any record', () => {
    const file = (row: string) => `{"format":"rapport-backup","version":1,"schema":1,"tables":{"notes":[${row}]},"counts":{"notes":1}}`;
    expect(read(file('['.repeat(60) + ']'.repeat(60)), 1000).code).toBe('ok');
    expect(read(file('['.repeat(50_000)), 1000).code).toBe('hostile');
    expect(read(file(`"${'x'.repeat(33_000_000)}"`), 16 << 20).code).toBe('hostile');
  });
});

describe('a file changed by chance', () => {
  it('is read as it was written or refused, and never throws', () => {
    const whole = sample();
    const rows = JSON.stringify(read(whole).parts);
    const change = fc.record({
      at: fc.nat(whole.length),
      drop: fc.nat(12),
      put: fc.oneof(
        fc.string({ maxLength: 6 }),
        fc.constantFrom('"', '\\', '{', '}', '[', ']', ',', ':', '\0', '"notes":[', '\\u0000', '1e999', '"counts":{}', '__proto__'),
        fc.nat(whole.length).map((from) => whole.slice(from, from + 30)),
      ),
    });
    let refused = 0;
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 3 }), fc.integer({ min: 1, max: 90 }), (changes, piece) => {
        const text = changes.reduce((now, { at, drop, put }) => now.slice(0, at) + put + now.slice(at + drop), whole);
        const { reader, parts } = read(text, piece);
        if (reader.problem) refused += 1;
        // What passes is what a plain reader makes of the whole.
        else if (JSON.stringify(parts) !== rows) {
          const { tables } = JSON.parse(text) as { tables: Record<string, unknown[]> };
          expect(parts.flatMap((part) => part.rows)).toEqual(Object.values(tables).flat());
        }
      }),
      { numRuns: 3000, seed: Number(process.env['RAPPORT_SEED'] ?? 7) },
    );
    expect(refused).toBeGreaterThan(1500);
  });
});
