import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { taughtId, taughtSpecSchema, type TaughtSpec } from '../domain/taught-site';
import { readTaught, writeTaught } from './taught-file';

const origin = 'http://192.168.1.20:8080';
const site: TaughtSpec = {
  version: 1,
  id: taughtId(origin),
  name: 'Shop chat',
  origin,
  surface: 'overlay',
  app: ['#app'],
  title: ['h1'],
  list: ['[role="log"]'],
  row: ['li'],
  said: ['p'],
  direction: { by: 'sender', sender: ['.author'], own: 'Mei Tan', named: true },
  key: null,
  keysUniqueIn: 'conversation',
  unsettled: [],
  time: null,
  composer: ['textarea'],
  identity: { by: 'name' },
};

describe('The file of a taught site', () => {
  test('comes back as it was, without the user’s own name', () => {
    const text = writeTaught(site);
    expect(text).not.toContain('Mei Tan');
    expect(readTaught(text)).toEqual({ ok: true, site: { ...site, direction: { ...site.direction, own: '?' } } });
    const marked: TaughtSpec = { ...site, direction: { by: 'side', own: 'right' } };
    expect(readTaught(writeTaught(marked))).toEqual({ ok: true, site: marked });
  });

  test.each([
    ['', 'foreign'],
    ['[]', 'foreign'],
    ['null', 'foreign'],
    ['{"format":"rapport-backup","site":{}}', 'foreign'],
    [`{"format":"rapport-site","site":{"x":"${'a'.repeat(70_000)}"}}`, 'foreign'],
    ['{"format":"rapport-site","site":{"version":2}}', 'newer'],
    ['{"format":"rapport-site","site":{"version":1}}', 'wrong'],
    [writeTaught(site).replace('"h1"', '"a[href=\\"https://evil.example\\"]"'), 'wrong'],
    [writeTaught(site).replace(origin, 'https://bank.example'), 'wrong'],
  ])('is refused when it is %.40s', (text, code) => expect(readTaught(text)).toMatchObject({ ok: false, code }));

  test('names the field that is wrong', () => {
    const read = readTaught(writeTaught(site).replace('"h1"', '"h1 {"'));
    expect(read).toMatchObject({ ok: false, code: 'wrong', where: ['title.0: not a selector Rapport can use'] });
  });

  test('changed by chance is a site by every rule, or is refused with a reason', () => {
    const good = writeTaught(site);
    const piece = fc.oneof(
      fc.string({ maxLength: 12 }),
      fc.constantFrom('"', '{', '}', 'null', '1e999', '"__proto__":', 'a[href]', '\\u0000', ','),
    );
    const change = fc.array(fc.record({ at: fc.nat(good.length), drop: fc.nat(20), put: piece }), { minLength: 1, maxLength: 3 });
    const codes = new Set<string>();
    fc.assert(
      fc.property(change, (changes) => {
        const text = changes.reduce((before, { at, drop, put }) => before.slice(0, at) + put + before.slice(at + drop), good);
        const read = readTaught(text);
        codes.add(read.ok ? 'ok' : read.code);
        if (read.ok) expect(taughtSpecSchema.safeParse(read.site).success).toBe(true);
        else if (read.code === 'wrong') expect(read.where).not.toEqual([]);
        expect('polluted' in {}).toBe(false);
      }),
      { seed: 9, numRuns: 2000 },
    );
    // Chance has come to each of them.
    expect([...codes].sort()).toEqual(expect.arrayContaining(['foreign', 'ok', 'wrong']));
  });
});
