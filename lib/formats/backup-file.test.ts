import { describe, expect, it } from 'vitest';
import { backupHead, backupWriter, decodeBackup, partsOf, readBackup } from './backup-file';

const supported = { schema: 1, tables: ['contacts', 'notes'] };

function sample(): string {
  const write = backupWriter(1, '2026-03-01T09:30:00.000Z');
  return (
    write.rows('contacts', [{ id: 'a', name: '王小明 "quoted"' }]) +
    write.rows('contacts', [{ id: 'b', name: 'Line\nbreak 👩‍🌾' }]) +
    write.rows('notes', []) +
    write.end()
  );
}

const code = (text: string) => {
  const read = readBackup(text, supported);
  return read.ok ? 'ok' : read.problem.code;
};

describe('a backup file', () => {
  it('comes back as it was written', () => {
    const read = readBackup(sample(), supported);
    expect(read).toEqual({
      ok: true,
      schema: 1,
      exportedAt: '2026-03-01T09:30:00.000Z',
      rows: 2,
      tables: [
        {
          name: 'contacts',
          rows: [
            { id: 'a', name: '王小明 "quoted"' },
            { id: 'b', name: 'Line\nbreak 👩‍🌾' },
          ],
        },
        { name: 'notes', rows: [] },
      ],
    });
  });

  it('may be empty', () => expect(code(backupWriter(1, 'now').end())).toBe('ok'));

  it('is read with a byte order mark and as UTF-16', () => {
    expect(code('\uFEFF' + sample())).toBe('ok');
    const utf16 = new Uint8Array(Buffer.from(sample(), 'utf16le'));
    expect(decodeBackup(utf16)).toBe(sample());
    expect(decodeBackup(utf16.map((_, i) => utf16[i ^ 1] ?? 0))).toBe(sample());
    expect(decodeBackup(new TextEncoder().encode('\uFEFF' + sample()))).toBe(sample());
  });

  it('is called truncated wherever it was cut', () => {
    const whole = sample().trimEnd();
    for (let end = backupHead(1, '').length; end < whole.length; end += 7) expect(code(whole.slice(0, end))).toBe('truncated');
  });

  it.each([
    ['foreign', 'name,phone\nAnna,1'],
    ['foreign', '[]'],
    ['foreign', 'null'],
    ['foreign', '{"format":"other","version":1}'],
    ['foreign', '{"format":"rapport-backup","version":"1","schema":1}'],
    ['foreign', '{"format":"rapport-backup","version":1,"schema":1,"tables":[],"counts":{}}'],
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
  ])('is refused as %s: %s', (expected, text) => expect(code(text)).toBe(expected));

  it('does not stumble over depth', () => {
    const deep = '['.repeat(5000) + ']'.repeat(5000);
    expect(code(`{"format":"rapport-backup","version":1,"schema":1,"tables":{"notes":[${deep}]},"counts":{"notes":1}}`)).toBe('ok');
  });

  it('refuses to write a table in two pieces', () => {
    const write = backupWriter(1, 'now');
    write.rows('contacts', []);
    write.rows('notes', []);
    expect(() => write.rows('contacts', [])).toThrow();
  });
});

describe('parts of rows', () => {
  it('hold at most so many rows and characters, and lose none', () => {
    expect([...partsOf([1, 2, 3, 4, 5], 2, 100)]).toEqual([[1, 2], [3, 4], [5]]);
    expect([...partsOf(['aaaa', 'bbbb', 'c'], 9, 10)]).toEqual([['aaaa'], ['bbbb', 'c']]);
    expect([...partsOf(['far too long'], 9, 1)]).toEqual([['far too long']]);
    expect([...partsOf([], 9, 9)]).toEqual([]);
  });
});
