import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fromScreen, hello, show, startAnew, TAB } from '../../tests/support/background';
import { granted, inPage, open, pageSays } from '../../tests/support/browser';
import { NOW } from '../../tests/support/people';
import { changeSettings } from '@/lib/db/settings';

vi.mock('webextension-polyfill', () => import('../../tests/support/browser'));

const tabs = async () => (await fromScreen('site.tabs', {})).tabs;

beforeEach(async () => {
  await startAnew();
  pageSays.set('look', { empty: true });
  open.push({ id: TAB, url: 'http://127.0.0.1/#/c/anna', title: 'Teahouse' });
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

test('the tabs of a site are listed with how well they are read', async () => {
  await show('Anna');
  expect(await tabs()).toEqual([
    { tab: TAB, site: 'demo', title: 'Teahouse', running: true, waiting: false, reading: { state: 'reading', missing: [], since: NOW } },
  ]);
});

test('a tab whose script does not answer any more is one to load again', async () => {
  pageSays.clear();
  vi.spyOn((await import('../../tests/support/browser')).default.tabs, 'sendMessage').mockRejectedValueOnce(new Error('no receiver'));
  expect(await tabs()).toMatchObject([{ tab: TAB, running: false, waiting: false }]);
});

test('tabs of other addresses, and of sites that are off, are none of our business', async () => {
  open.push({ id: 9, url: 'https://bank.example/', title: 'My account' });
  await changeSettings(NOW, () => ({ sites: { demo: { off: true, everyone: false, surface: null } } }));
  expect(await tabs()).toEqual([]);
});

test('a page on which the app was never found is not recognised, once it has had time to load', async () => {
  open.push({ id: 6, url: 'http://127.0.0.1/', title: 'Teahouse' });
  inPage.set(6, NOW - 3_000);
  expect((await tabs()).find(({ tab }) => tab === 6)).toMatchObject({ running: false, waiting: true, reading: null });
  inPage.set(6, NOW - 60_000);
  const lost = { state: 'unrecognised', missing: [], since: NOW - 60_000 };
  expect((await tabs()).find(({ tab }) => tab === 6)).toMatchObject({ running: false, waiting: true, reading: lost });
  expect(await fromScreen('tab.state', { tab: 6 })).toMatchObject({ site: { id: 'demo' }, running: false, waiting: true, reading: lost });
  expect(await fromScreen('panel.view', { tab: 6 })).toMatchObject({ site: { id: 'demo' }, reading: lost, conversation: null });
});

test('a page that answers nothing is one to load again', async () => {
  open.push({ id: 6, url: 'http://127.0.0.1/', title: 'Teahouse' });
  expect((await tabs()).find(({ tab }) => tab === 6)).toMatchObject({ running: false, waiting: false, reading: null });
  expect(await fromScreen('panel.view', { tab: 6 })).toMatchObject({ site: null, reading: null });
});

test('where two sites share an address, a tab belongs to the one that was found in it', async () => {
  granted.add('https://web.telegram.org/*');
  open.push({ id: 7, url: 'https://web.telegram.org/k/', title: 'Telegram' });
  inPage.set(7, NOW - 60_000);
  expect((await tabs()).filter(({ tab }) => tab === 7).map(({ site }) => site)).toEqual(['telegrama', 'telegramk']);
  await hello();
  const { session } = await import('../../tests/support/browser');
  session.set('tab:7', session.get(`tab:${TAB}`)!.replace('"site":"demo"', '"site":"telegramk"'));
  expect((await tabs()).filter(({ tab }) => tab === 7).map(({ site }) => site)).toEqual(['telegramk']);
});
