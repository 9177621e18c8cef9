import { beforeEach, describe, expect, test, vi } from 'vitest';
import { ask, fromPage, fromScreen, hello, show, startAnew, TAB } from '../../tests/support/background';
import { page, picker, sent } from '../../tests/support/browser';
import { readPicker } from './picker';
import { insertBest } from './commands';

vi.mock('webextension-polyfill', () => import('../../tests/support/browser'));

const opened = () => sent.orders.filter(({ order }) => order['order'] === 'slash');
const inserted = () => sent.orders.filter(({ order }) => order['order'] === 'insert');
const token = async () => (await readPicker(TAB))!.token;
const save = (title: string, body: string) => fromScreen('reply.save', { id: null, title, body });

beforeEach(async () => {
  await startAnew();
  await hello();
});

describe('the mark typed in a page', () => {
  test('opens the picker for the conversation that is open, and tells the page nothing but the frame’s token', async () => {
    await show('Anna');
    expect(await fromPage('page.slash', {})).toEqual({});
    expect(opened()).toEqual([{ tab: TAB, order: { order: 'slash', ref: 'r1', token: await token(), marked: true } }]);
    expect(await token()).toMatch(/^[0-9a-f]{32}\.r1$/);
  });

  test('opens nothing where no conversation is open, while it changes, or at the side panel', async () => {
    await fromPage('page.slash', {});
    await show('Anna');
    await fromPage('page.leaving', { site: 'demo' });
    await fromPage('page.slash', {});
    await show('Anna');
    await fromScreen('site.set', { site: 'demo', surface: 'sidepanel' });
    await fromPage('page.slash', {});
    expect(opened()).toEqual([]);
  });

  test('opens nothing where it is switched off, for all sites or for this one; the site’s own choice wins', async () => {
    await show('Anna');
    await fromScreen('site.set', { site: 'demo', slash: false });
    await fromPage('page.slash', {});
    await fromScreen('site.set', { site: 'demo', slash: true });
    await fromScreen('reply.choose', { choices: { slash: false } });
    await fromPage('page.slash', {});
    expect(opened()).toEqual([]);
    const { sites } = await fromScreen('site.list', {});
    expect(sites.find(({ id }) => id === 'slack')?.slash).toBeNull();
    await fromScreen('reply.choose', { choices: { slash: true } });
    await fromPage('page.slash', {});
    expect(opened()).toHaveLength(1);
  });

  test('is left to sites that have a use for it, until the user says otherwise', async () => {
    const on = async (site: string) => (await fromScreen('site.list', {})).sites.find(({ id }) => id === site)?.slash;
    for (const site of ['slack', 'discord', 'mattermost', 'rocketchat', 'telegramk', 'telegrama', 'element'])
      expect(await on(site), site).toBe(false);
    for (const site of ['whatsapp', 'converse', 'demo']) expect(await on(site), site).toBe(true);
    await fromScreen('site.set', { site: 'slack', slash: true });
    expect(await on('slack')).toBe(true);
    expect(await on('discord')).toBe(false);
  });
});

describe('the picker’s frame', () => {
  beforeEach(async () => {
    await show('Anna');
    await save('Greeting', 'Hello {{name}}');
    await fromPage('page.slash', {});
  });

  test('asks for replies to its own conversation and for nothing else', async () => {
    const frame = picker(TAB, await token());
    const { replies } = await ask(frame, 'reply.offer', { subject: { ref: 'r1' }, query: 'gree' });
    expect(replies.map(({ text }) => text)).toEqual(['Hello Anna']);
    await show('Ben', { ref: 'r2' });
    await expect(ask(frame, 'reply.offer', { subject: { ref: 'r2' }, query: '' })).rejects.toThrow('refused');
    await expect(ask(frame, 'reply.insert', { subject: { ref: 'r2' }, reply: replies[0]!.id })).rejects.toThrow('refused');
    await expect(ask(frame, 'panel.view', {})).rejects.toThrow('refused');
    await expect(ask(frame, 'note.add', { subject: { ref: 'r1' }, note: 'n', text: 'x' })).rejects.toThrow('refused');
    await expect(ask(frame, 'contact.list', { query: '', cursor: null, limit: 5 })).rejects.toThrow('refused');
  });

  test('says of what it inserts that something stands in the composer for it', async () => {
    const frame = picker(TAB, await token());
    const { replies } = await ask(frame, 'reply.offer', { subject: { ref: 'r1' }, query: 'gree' });
    await ask(frame, 'reply.insert', { subject: { ref: 'r1' }, reply: replies[0]!.id });
    expect(inserted()[0]!.order).toMatchObject({ ref: 'r1', text: 'Hello Anna', picked: true });
  });

  test('is refused with another token, in another tab or document, and once it is closed', async () => {
    const right = picker(TAB, await token());
    const offer = (from: typeof right) => ask(from, 'reply.offer', { subject: { ref: 'r1' }, query: '' });
    await expect(offer(picker(TAB, 'guessed.r1'))).rejects.toThrow('refused');
    await expect(offer(picker(TAB + 1, await token()))).rejects.toThrow('refused');
    await offer(right);
    await expect(offer(picker(TAB, await token(), 'doc-2'))).rejects.toThrow('refused');
    await expect(offer({ ...right, frameId: 0 })).rejects.toThrow('refused');
    await expect(ask(page(TAB), 'reply.offer', { subject: { ref: 'r1' }, query: '' })).rejects.toThrow('refused');
    await ask(right, 'picker.close', {});
    await expect(offer(right)).rejects.toThrow('refused');
  });

  test('of an earlier page is refused in the next', async () => {
    const right = picker(TAB, await token());
    await hello();
    await expect(ask(right, 'reply.offer', { subject: { ref: 'r1' }, query: '' })).rejects.toThrow('refused');
  });
});

describe('the command for the best reply', () => {
  test('inserts it; what asks something first opens the picker', async () => {
    await show('Anna');
    await save('Greeting', 'Hello {{name}}');
    await insertBest(TAB);
    expect(inserted().map(({ order }) => order['text'])).toEqual(['Hello Anna']);
  });

  test('opens the picker where nothing can be inserted straight away', async () => {
    await show('Anna');
    await save('Visit', 'The {{?model}} is here.');
    await insertBest(TAB);
    expect(inserted()).toEqual([]);
    expect(opened()).toMatchObject([{ order: { marked: false } }]);
  });
});
