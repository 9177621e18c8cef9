import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { db } from '@/lib/db/database';
import { taughtId, type TaughtReading, type TaughtSpec } from '@/lib/domain/taught-site';
import { ask, fromPage, fromScreen, startAnew, TAB } from '@/tests/support/background';
import { granted, ORIGIN, page, sent } from '@/tests/support/browser';
import { readTeaching } from './teaching';

vi.mock('webextension-polyfill', () => import('../../tests/support/browser'));

const origin = 'http://192.168.1.20:8080';
const reading: TaughtReading = {
  app: ['#app'],
  title: ['h1'],
  list: ['[role="log"]'],
  row: ['li'],
  said: ['p'],
  direction: { by: 'mark', where: 'row', out: ['.out'], in: ['.in'], otherwise: 'unknown' },
  key: { at: [], attribute: 'data-id', digits: false },
  keysUniqueIn: 'conversation',
  unsettled: [],
  time: null,
  composer: ['textarea'],
  identity: { by: 'name' },
};
const site: TaughtSpec = { ...reading, version: 1, id: taughtId(origin), name: 'Shop', origin, surface: 'overlay' };
const here = page(TAB, `${origin}/chat`);
const frame = (token: string, documentId = 'doc-1') => ({ ...here, url: `${ORIGIN}/teach.html#${token}`, frameId: 3, documentId });

beforeEach(async () => {
  await startAnew();
});

describe('Teaching', () => {
  test('begins only once the browser allows the origin, and only for the page of that origin', async () => {
    await fromScreen('teach.begin', { tab: TAB, origin });
    await expect(ask(here, 'page.teach', { refused: false })).rejects.toThrow('refused');
    granted.add('http://192.168.1.20/*');
    await fromScreen('teach.begin', { tab: TAB, origin });
    await expect(fromPage('page.teach', { refused: false })).rejects.toThrow('refused');
    await expect(ask(here, 'page.teach', { refused: false })).resolves.toHaveProperty('token');
    expect(sent.orders.map(({ order }) => order['order'])).toContain('leave');
  });

  test('is saved by the frame that holds the token, on its own origin, whatever the frame says', async () => {
    granted.add('http://192.168.1.20/*');
    await fromScreen('teach.begin', { tab: TAB, origin });
    const { token } = await ask(here, 'page.teach', { refused: false });
    await expect(ask(frame('wrong'), 'teach.save', { name: 'Shop', reading })).rejects.toThrow('refused');
    await expect(ask(here, 'teach.save', { name: 'Shop', reading })).rejects.toThrow('refused');
    await ask(frame(token), 'teach.save', { name: 'Shop', reading });
    expect(await db.taught.toArray()).toMatchObject([{ id: taughtId(origin), origin, name: 'Shop' }]);
    expect(await readTeaching(TAB)).toBeNull();
    await expect(ask(frame(token), 'teach.save', { name: 'Again', reading })).rejects.toThrow('refused');
  });

  test('lets no second frame use the token', async () => {
    granted.add('http://192.168.1.20/*');
    await fromScreen('teach.begin', { tab: TAB, origin });
    const { token } = await ask(here, 'page.teach', { refused: false });
    await ask(frame(token, 'first'), 'settings.get', {});
    await expect(ask(frame(token, 'second'), 'teach.save', { name: 'Shop', reading })).rejects.toThrow('refused');
    await expect(ask(frame(token, 'first'), 'contact.list', { query: '', cursor: null, limit: 5 })).rejects.toThrow('refused');
  });
});

describe('A taught site', () => {
  beforeEach(async () => {
    granted.add('http://192.168.1.20/*');
    await fromScreen('taught.save', { site });
  });

  test('is read on its own port only', async () => {
    expect((await ask(here, 'page.taught', {})).spec).toEqual(site);
    expect((await ask(page(TAB, 'http://192.168.1.20:9090/'), 'page.taught', {})).spec).toBeNull();
    await expect(ask(page(TAB, 'http://192.168.1.20:9090/'), 'page.hello', { site: site.id })).rejects.toThrow('refused');
    await expect(ask(here, 'page.hello', { site: site.id })).resolves.toHaveProperty('token');
  });

  test('stands among the sites under its name, can be switched off, and is gone when deleted, until that is taken back', async () => {
    const row = async () => (await fromScreen('site.list', {})).sites.find(({ id }) => id === site.id);
    expect(await row()).toMatchObject({ name: 'Shop', origins: [origin], taught: true, granted: true, off: false });
    await fromScreen('site.set', { site: site.id, off: true });
    expect((await ask(here, 'page.taught', {})).spec).toBeNull();
    await fromScreen('site.set', { site: site.id, off: false });
    const { undo } = await fromScreen('taught.delete', { site: site.id });
    expect(await row()).toBeUndefined();
    expect((await ask(here, 'page.taught', {})).spec).toBeNull();
    await fromScreen('undo.run', { undo: undo! });
    expect(await row()).toMatchObject({ name: 'Shop' });
  });

  test('never takes another origin’s place, nor holds what is no selector', async () => {
    await expect(fromScreen('taught.save', { site: { ...site, origin: 'https://bank.example' } })).rejects.toThrow('invalid');
    await expect(fromScreen('taught.save', { site: { ...site, title: ['h1{}'] } })).rejects.toThrow('invalid');
  });
});
