import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fromPage, fromPanel, fromScreen, message, show, startAnew, subject } from '../../tests/support/background';
import { pageSays, session } from '../../tests/support/browser';
import { NOW } from '../../tests/support/people';
import { db } from '@/lib/db/database';
import { saveReply } from '@/lib/db/replies';
import { bringStarter } from '@/lib/db/starter';

vi.mock('webextension-polyfill', () => import('../../tests/support/browser'));

/** No store holds these words, whatever is done with the message. */
const CANARY = 'zanzibar';
let delivery = '';
let price = '';

beforeEach(async () => {
  await startAnew();
  await db.replies.clear();
  delivery = await saveReply(null, 'When it is delivered', 'It leaves on Tuesday, {{name}}.', NOW);
  price = await saveReply(null, 'What it costs', 'It is 40 each.', NOW + 1);
  pageSays.set('insert', 'inserted');
  await show('Anna');
});
afterEach(() => vi.useRealTimers());

const offer = () => fromPanel('reply.offer', { subject, query: '' });
const everything = async () => JSON.stringify([[...session], await Promise.all(db.tables.map((table) => table.toArray()))]);
const write = (key: string, direction: 'in' | 'out') =>
  fromPage('page.messages', { site: 'demo', ref: 'r1', messages: [message(key, direction)] });

describe('A field of the rep’s own', () => {
  test('is filled in by its name, a former one too, as it was written and never read as a template', async () => {
    await fromPanel('person.remember', { subject });
    await fromScreen('field.save', { id: 'car', name: '车型', kind: 'text' });
    await fromScreen('field.save', { id: 'drive', name: 'Test drive', kind: 'date' });
    await fromScreen('field.save', { id: 'colour', name: 'Colour', kind: 'text' });
    await fromPanel('field.say', { subject, field: 'car', value: '{{last_promise}}' });
    await fromPanel('field.say', { subject, field: 'drive', value: '2026-03-11' });
    await fromPanel('followup.set', { subject, due: '2026-03-05', reason: 'secret' });
    await fromScreen('field.save', { id: 'car', name: 'Model' });
    const body = '{{车型}} {{field:model}} {{test drive}} {{Colour|any}} {{field:Colour}}{{#if field:model}}!{{/if}}';
    await fromScreen('reply.save', { id: price, title: 'Car', body, language: 'zh' });
    const offered = (await offer()).replies.find(({ id }) => id === price)!;
    expect([offered.text, offered.blanks.map(({ name }) => name)]).toEqual([null, ['Colour']]);
    const { text } = await fromPanel('reply.insert', { subject, reply: price, filled: { Colour: '红' } });
    expect(text).toBe('{{last_promise}} {{last_promise}} 3月11日 any 红!');
  });

  test('is read and changed by the panel for its own person, and made by top-level screens alone', async () => {
    await expect(fromPanel('field.values', { subject })).rejects.toThrow('gone');
    await fromPanel('person.remember', { subject });
    await expect(fromPanel('field.save', { id: 'car', name: 'Car', kind: 'text' })).rejects.toThrow('refused');
    await expect(fromPanel('field.list', {})).rejects.toThrow('refused');
    await expect(fromPage('field.values' as never, { subject } as never)).rejects.toThrow('refused');
    await fromScreen('field.save', { id: 'car', name: 'Car', kind: 'text' });
    const { undo } = await fromPanel('field.say', { subject, field: 'car', value: 'Polo' });
    expect((await fromPanel('field.values', { subject })).values).toMatchObject([{ field: { name: 'Car' }, value: 'Polo' }]);
    await fromPanel('undo.run', { undo: undo! });
    expect((await fromPanel('field.values', { subject })).values).toMatchObject([{ value: '' }]);
  });
});

describe('Suggested', () => {
  test('is nothing that was archived; it is not found either, by words or by its shortcut', async () => {
    await fromScreen('reply.save', { id: delivery, title: 'When it is delivered', body: 'It leaves on Tuesday.', shortcut: 'when' });
    pageSays.set('words', 'When will it be delivered?');
    const { undo } = await fromScreen('reply.arrange', { replies: [delivery], change: { archived: true } });
    const offered = async () =>
      (await Promise.all(['', 'delivered', 'when', '/when', 'Tuesday'].map((query) => fromPanel('reply.offer', { subject, query }))))
        .flatMap(({ replies }) => replies)
        .some(({ id }) => id === delivery);
    expect(await offered()).toBe(false);
    // Nor is it put in from a list that was drawn before.
    await expect(fromPanel('reply.insert', { subject, reply: delivery })).rejects.toThrow('gone');
    expect(await offer()).toMatchObject({ suggested: 0, total: 1 });
    await fromScreen('undo.run', { undo: undo! });
    expect(await offered()).toBe(true);
    expect((await offer()).replies[0]!.id).toBe(delivery);
  });

  test('is the reply that fits what they wrote, with a reason; the others stand behind it', async () => {
    pageSays.set('words', `When will it be delivered to ${CANARY}?`);
    const { replies, suggested, heard } = await offer();
    expect([heard, suggested, replies[0]!.id]).toEqual([true, 1, delivery]);
    expect(replies[0]!.why).toMatchObject({ word: 'choose_asked' });
    expect(replies[1]).toMatchObject({ id: price, why: null });
    expect(await everything()).not.toContain(CANARY);
  });

  test('is nothing where nothing fits, and where nothing was asked', async () => {
    pageSays.set('words', 'My cat has learned to swim');
    expect(await offer()).toMatchObject({ suggested: 0, heard: true, total: 2 });
    pageSays.set('words', null);
    expect(await offer()).toMatchObject({ suggested: 0, heard: false });
  });

  test('is not what this person was sent before, until its text has changed; a search finds it', async () => {
    pageSays.set('words', 'When will it be delivered?');
    await fromPanel('reply.insert', { subject, reply: delivery });
    const [credit] = await db.credits.toArray();
    await fromPage('page.sent', { ref: 'r1', insertion: credit!.id, edited: false });
    expect((await offer()).suggested).toBe(0);
    expect((await fromPanel('reply.offer', { subject, query: 'delivered' })).replies[0]!.id).toBe(delivery);
    vi.setSystemTime(NOW + 60_000);
    await saveReply(delivery, 'When it is delivered', 'It leaves on Friday.', NOW + 60_000);
    expect((await offer()).replies[0]).toMatchObject({ id: delivery, why: expect.anything() as object });
  });
});

describe('Learning', () => {
  test('an inserted reply is suggested for messages like the one it answered, of which no word is kept', async () => {
    pageSays.set('words', `Could your lorry reach ${CANARY} harbour by noon?`);
    expect((await offer()).replies[0]!.why).toBeNull();
    await fromPanel('reply.insert', { subject, reply: delivery });
    await vi.waitFor(async () => {
      await show('Bert', { ref: 'r2' });
      const { replies } = await fromPanel('reply.offer', { subject: { ref: 'r2' }, query: '' });
      expect(replies[0]).toMatchObject({ id: delivery, why: { word: 'choose_asked' } });
    }, 4_000);
    expect(await everything()).not.toContain(CANARY);
  });

  test('a message is kept as an example on a click only, undoably, and is forgotten on another', async () => {
    pageSays.set('words', `Could your lorry reach ${CANARY}?`);
    const { undo } = await fromPanel('example.keep', { subject, reply: delivery });
    const { examples } = await fromScreen('example.list', { reply: delivery });
    expect(examples).toMatchObject([{ text: `Could your lorry reach ${CANARY}?` }]);
    expect((await offer()).replies[0]!.id).toBe(delivery);
    await fromPanel('undo.run', { undo: undo! });
    expect(await db.examples.count()).toBe(0);
    await fromPanel('example.keep', { subject, reply: delivery });
    await fromScreen('example.drop', { example: (await db.examples.toArray())[0]!.id });
    expect((await offer()).suggested).toBe(0);
    await expect(fromPanel('example.list' as 'reply.offer', { subject, query: '' })).rejects.toThrow('refused');
  });
});

test('What became of a reply is counted by the tier it met, and stays when the person is forgotten', async () => {
  await fromPanel('person.remember', { subject });
  await fromScreen('today.list', { all: true });
  await fromPanel('reply.insert', { subject, reply: price });
  const [credit] = await db.credits.toArray();
  await fromPage('page.sent', { ref: 'r1', insertion: credit!.id, edited: false });
  vi.setSystemTime(NOW + 60_000);
  await write('k1', 'in');
  expect((await db.replies.get(price))!.outcomes).toEqual({ shallow: { sent: 1, answered: 1, edited: 0 } });
  await fromPanel('person.never', { subject });
  expect((await fromScreen('reply.list', {})).replies.find(({ id }) => id === price)).toMatchObject({ sent: 1, answered: 1, edited: 0 });
});

describe('A text written by hand', () => {
  const TEXT = 'We are closed on Monday for the stocktaking, and back on Tuesday at eight as usual.';
  let key = 0;
  const type = async (text: string) => {
    pageSays.set('words', text);
    const before = await db.typed.count();
    await write(`own-${(key += 1)}`, 'out');
    return vi.waitFor(async () => expect((await db.typed.count()) > before || (await again())).toBe(true), 300).catch(() => undefined);
  };
  const again = async () => (await fromPanel('panel.view', {})).again;

  test('a second time is offered as a reply, which is kept word for word', async () => {
    await type(TEXT);
    expect(await again()).toBe(false);
    await type(TEXT.replace('eight', 'nine'));
    expect(await again()).toBe(true);
    pageSays.set('words', TEXT);
    expect(await fromPanel('reply.written', { subject })).toEqual({ text: TEXT });
    const { id } = await fromPanel('reply.keep', { title: 'Closed', text: 'Hi {{name}}' });
    const { replies } = await fromPanel('reply.offer', { subject, query: 'closed' });
    expect(replies[0]).toMatchObject({ id, text: 'Hi {{name}}', problem: null });
    await fromPanel('reply.dismiss', { subject });
    expect(await again()).toBe(false);
    expect(await everything()).not.toContain('stocktaking');
  });

  test('is not noticed where that is switched off, while all is paused, or with somebody on the never list', async () => {
    await fromScreen('reply.choose', { choices: { typed: false } });
    await type(TEXT);
    await fromScreen('reply.choose', { choices: { typed: true } });
    await fromScreen('settings.set', { paused: true });
    await type(TEXT);
    await fromScreen('settings.set', { paused: false });
    await fromPanel('person.never', { subject });
    await type(TEXT);
    expect(await db.typed.count()).toBe(0);
  });

  test('is forgotten at once when that is switched off', async () => {
    await type(TEXT);
    expect(await db.typed.count()).toBe(1);
    await fromScreen('reply.choose', { choices: { typed: false } });
    expect(await db.typed.count()).toBe(0);
  });
});

test('Choosing one thing leaves the others as they are: replies that were removed do not come again', async () => {
  await bringStarter('en', NOW);
  await fromScreen('reply.choose', { choices: { shelf: { order: 'name', byFolder: false, shut: ['Old'] } } });
  await fromScreen('reply.choose', { choices: { slash: false } });
  const { choices } = await fromScreen('reply.choices', {});
  expect(choices).toMatchObject({ slash: false, typed: true, starterCame: true, shelf: { order: 'name', shut: ['Old'] } });
});
