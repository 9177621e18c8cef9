import { describe, expect, test } from 'vitest';
import { isOrigin, taughtId, taughtSiteSchema, type TaughtSite } from './taught-site';

const site: TaughtSite = {
  version: 1,
  id: taughtId('http://192.168.1.20:8080'),
  name: 'Shop chat',
  origin: 'http://192.168.1.20:8080',
  surface: 'overlay',
  app: ['#app'],
  title: ['h1'],
  list: ['[role="log"]'],
  row: ['[data-message-id]'],
  said: ['p'],
  direction: { by: 'mark', where: 'row', out: ['.out'], in: ['.in'], otherwise: 'unknown' },
  key: { at: [], attribute: 'data-message-id', digits: false },
  keysUniqueIn: 'conversation',
  unsettled: [],
  time: null,
  composer: ['textarea'],
  identity: { by: 'name' },
  createdAt: 1,
  updatedAt: 1,
  deletedAt: null,
};
const passes = (change: object): boolean => taughtSiteSchema.safeParse({ ...site, ...change }).success;

describe('A taught site', () => {
  test('is data that passes the check', () => expect(passes({})).toBe(true));

  test.each<[string, object]>([
    ['a field nobody knows', { script: 'alert(1)' }],
    ['a selector that is none', { title: ['h1 {'] }],
    ['an address in a selector', { list: ['a[href="https://evil.example/"]'] }],
    ['no selector', { row: [] }],
    ['too many selectors', { row: Array.from({ length: 7 }, () => 'p') }],
    ['a later version', { version: 2 }],
    ['an id of another form', { id: 'whatsapp' }],
    ['a path in its address', { origin: 'https://chat.example/x' }],
    ['an address that is no web page', { origin: 'file://' }],
    ['an attribute that is code', { key: { at: [], attribute: 'x onload=', digits: false } }],
    ['a way to tell sides that nobody knows', { direction: { by: 'script', code: '' } }],
    ['a name without end', { name: 'a'.repeat(61) }],
    ['a prototype', JSON.parse('{"__proto__": {"polluted": true}}') as object],
  ])('never holds %s', (_, change) => {
    const text = JSON.stringify(site).replace(/}$/, `,${JSON.stringify(change).slice(1)}`);
    const isPrototype = text.includes('__proto__');
    const read = taughtSiteSchema.safeParse(JSON.parse(text));
    expect(read.success && !isPrototype).toBe(false);
    if (read.success) expect((read.data as Record<string, unknown>)['polluted']).toBeUndefined();
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  test('is on one origin, written as browsers write it', () => {
    expect(isOrigin('http://192.168.1.20:8080')).toBe(true);
    for (const origin of ['HTTPS://a.example', 'https://a.example:443', 'https://a.example/', 'https://u@a.example', 'javascript:x', ''])
      expect(isOrigin(origin), origin).toBe(false);
  });

  test('has the same id on every machine, and another on every origin', () => {
    expect(taughtId('http://192.168.1.20:8080')).toBe('taught-fdd82fe5');
    const ids = Array.from({ length: 5000 }, (_, i) => taughtId(`https://chat-${i}.example`));
    expect(new Set(ids).size).toBeGreaterThan(4990);
  });
});
