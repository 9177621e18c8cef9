import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Runtime } from 'webextension-polyfill';
import { ORIGIN, page, panel, resetBrowser, screen } from '../../tests/support/browser';
import { levelOf } from './level';
import { changeTab, type TabState } from './tabs';

vi.mock('webextension-polyfill', () => import('../../tests/support/browser'));

const state = (token: string): TabState => ({
  token,
  documentId: null,
  source: 's',
  origin: 'https://web.whatsapp.com',
  site: 'whatsapp',
  open: true,
  reading: null,
  ref: null,
  settling: false,
  seen: {},
  budget: { hour: 0, messages: 0, people: 0 },
});
const level = async (sender: unknown): Promise<string | null> => (await levelOf(sender as Runtime.MessageSender))?.level ?? null;
const tab = { id: 5 };

beforeEach(async () => {
  resetBrowser();
  await changeTab(5, () => state('right'));
  await changeTab(6, () => state('other'));
});

describe('a page script', () => {
  test('is “content” with the origin that the browser names', async () => {
    expect(await levelOf(page(5, 'https://web.whatsapp.com/a?b#c'))).toEqual({
      level: 'content',
      tab: 5,
      origin: 'https://web.whatsapp.com',
    });
  });
  test.each([
    ['of a frame inside the page', { ...page(5), frameId: 3 }],
    ['without a tab', { ...page(5), tab: undefined }],
    ['without a frame', { ...page(5), frameId: undefined }],
    ['of another extension', { ...page(5), id: 'pppppppppppppppppppppppppppppppp' }],
    ['without an id', { ...page(5), id: undefined }],
    ['without an address', { ...page(5), url: undefined }],
    ['of a local file', page(5, 'file:///home/x.html')],
    ['of a data address', page(5, 'data:text/html,x')],
    ['of a page of another extension', page(5, 'chrome-extension://pppppppppppppppppppppppppppppppp/panel.html#right')],
  ])('%s is nobody', async (_, sender) => expect(await level(sender)).toBeNull());
});

describe('the panel frame', () => {
  test('is “panel” of its tab when it holds that tab’s token', async () => {
    expect(await levelOf(panel(5, 'right'))).toMatchObject({ level: 'panel', tab: 5 });
  });

  test.each([
    ['a wrong token', panel(5, 'wrong')],
    ['no token', panel(5, '')],
    ['the token of another tab', panel(5, 'other')],
    ['a token in a tab where no script reports', panel(9, 'right')],
    ['the token in the query instead', { ...panel(5, ''), url: `${ORIGIN}/panel.html?right` }],
    ['the right token as a top frame, a page opened as a tab', { ...panel(5, 'right'), frameId: 0 }],
    ['the right token without a tab', { ...panel(5, 'right'), tab: undefined }],
    ['the right token under another path', { ...panel(5, 'right'), url: `${ORIGIN}/x/panel.html#right` }],
  ])('with %s is nobody', async (_, sender) => expect(await level(sender)).toBeNull());

  test('is the first document that used the token; a second one that stole it is nobody', async () => {
    expect(await level(panel(5, 'right', 'first'))).toBe('panel');
    expect(await level(panel(5, 'right', 'second'))).toBeNull();
    expect(await level(panel(5, 'right', 'first'))).toBe('panel');
  });

  test('of two documents that use the token at once only one is let in', async () => {
    const levels = await Promise.all([level(panel(5, 'right', 'one')), level(panel(5, 'right', 'two'))]);
    expect(levels.filter((one) => one === 'panel')).toHaveLength(1);
  });

  test('loses its level when the tab gets a new token', async () => {
    await level(panel(5, 'right'));
    await changeTab(5, () => state('fresh'));
    expect(await level(panel(5, 'right'))).toBeNull();
    expect(await level(panel(5, 'fresh', 'new'))).toBe('panel');
  });
});

describe('our own screens', () => {
  test.each(['popup', 'workspace', 'sidepanel'] as const)('%s is “ui”, as popup or panel and opened as a tab', async (name) => {
    expect(await levelOf(screen(name))).toMatchObject({ level: 'ui', tab: null });
    expect(await level({ ...screen(name), tab, frameId: 0 })).toBe('ui');
  });

  test.each(['popup', 'workspace', 'sidepanel'] as const)('%s in a frame of a page is nobody', async (name) => {
    expect(await level({ ...screen(name), tab, frameId: 4 })).toBeNull();
  });

  test('any other page of ours, and the same page of another extension, is nobody', async () => {
    expect(await level({ ...screen('popup'), url: `${ORIGIN}/other.html` })).toBeNull();
    expect(await level({ ...screen('popup'), url: `${ORIGIN}/popup.html/../x` })).toBeNull();
    expect(await level({ ...screen('popup'), url: 'chrome-extension://pppppppppppppppppppppppppppppppp/popup.html' })).toBeNull();
    expect(await level({ ...screen('popup'), id: 'pppppppppppppppppppppppppppppppp' })).toBeNull();
    expect(await level({ ...screen('popup'), url: `https://${new URL(ORIGIN).host}/popup.html`, tab, frameId: 2 })).toBeNull();
  });
});
