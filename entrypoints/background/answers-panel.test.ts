import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fromPage, fromPanel, fromScreen, hello, show, startAnew, subject, TAB, tell } from '../../tests/support/background';
import { pageSays, sent } from '../../tests/support/browser';
import { NOW } from '../../tests/support/people';
import { db } from '@/lib/db/database';
import { saveReply } from '@/lib/db/replies';

vi.mock('webextension-polyfill', () => import('../../tests/support/browser'));

beforeEach(startAnew);
afterEach(() => vi.useRealTimers());

describe('the panel', () => {
  test('speaks of the conversation it shows, also after the tab has moved on', async () => {
    await show('Anna');
    await show('Bert', { ref: 'r2' });
    await fromPanel('note.add', { subject, note: 'n', text: 'for Anna' });
    const [contact] = await db.contacts.toArray();
    expect([contact!.name, (await db.notes.get('n'))!.contactId]).toEqual(['Anna', contact!.id]);
    expect((await fromPanel('panel.view', {})).person).toBeNull();
  });

  test('may not name a contact, or another tab', async () => {
    await show('Anna');
    await fromPanel('note.add', { subject, note: 'n', text: 'x' });
    const [contact] = await db.contacts.toArray();
    await hello(6);
    await show('Bert', { tab: 6, ref: 'r6' });
    await expect(fromPanel('note.add', { subject: { contact: contact!.id }, note: 'm', text: 'x' })).rejects.toThrow('refused');
    await expect(fromPanel('person.remember', { subject: { tab: 6, ref: 'r6' } })).rejects.toThrow('moved');
    expect((await fromPanel('panel.view', { tab: 6 })).conversation!.name).toBe('Anna');
    await expect(fromPanel('contact.list', { query: '', cursor: null, limit: 5 })).rejects.toThrow('refused');
  });

  test('cannot touch a note of somebody else', async () => {
    await show('Anna');
    await fromPanel('note.add', { subject, note: 'n', text: 'Anna’s' });
    await show('Bert', { ref: 'r2' });
    await fromPanel('person.remember', { subject: { ref: 'r2' } });
    for (const act of [
      () => fromPanel('note.edit', { subject: { ref: 'r2' }, note: 'n', text: 'x' }),
      () => fromPanel('note.hide', { subject: { ref: 'r2' }, note: 'n' }),
      () => fromPanel('note.add', { subject: { ref: 'r2' }, note: 'n', text: 'x' }),
    ]) {
      await expect(act()).rejects.toThrow('refused');
    }
    expect(await db.notes.get('n')).toMatchObject({ text: 'Anna’s', hiddenAt: null });
  });

  test('adds a note once when it is asked twice, and empties the draft', async () => {
    await show('Anna');
    await fromPanel('draft.keep', { subject, text: 'typing' });
    expect((await fromPanel('panel.view', {})).draft).toBe('typing');
    await Promise.all(
      [fromPanel('note.add', { subject, note: 'n', text: 'typing' }), fromPanel('note.add', { subject, note: 'n', text: 'typing' })].map(
        (one) => one.catch(() => undefined),
      ),
    );
    const view = await fromPanel('panel.view', {});
    expect([view.person!.notes.length, view.draft, await db.contacts.count(), await db.drafts.count()]).toEqual([1, '', 1, 0]);
  });
});

describe('where only a name is known', () => {
  test('somebody just remembered stays known, is counted, and gets no second self', async () => {
    await show('Anna', { kind: 'weak', keys: ['k1'] });
    await fromPanel('person.remember', { subject });
    await fromPanel('note.add', { subject, note: 'n', text: 'x' });
    expect((await fromPanel('panel.view', {})).person).toMatchObject({ name: 'Anna' });
    await tell(['k1']);
    expect([await db.contacts.count(), await db.interactions.count()]).toEqual([1, 1]);
  });

  test('the rep is asked which Anna it is before anything of her is shown, and the answer holds', async () => {
    await show('Anna', { kind: 'weak', keys: ['k1'] });
    await fromPanel('note.add', { subject, note: 'n', text: 'secret' });
    await tell(['k1']);
    await show('Anna', { kind: 'weak', keys: ['x1'], ref: 'r2' });
    const view = await fromPanel('panel.view', {});
    expect([view.person, view.which?.length]).toEqual([null, 1]);
    expect(JSON.stringify(view)).not.toContain('secret');
    await tell(['x1'], 'r2');
    expect(await db.interactions.count()).toBe(1);
    await expect(fromPanel('note.add', { subject: { ref: 'r2' }, note: 'm', text: 'x' })).rejects.toThrow('moved');
    await fromPanel('person.which', { subject: { ref: 'r2' }, identity: null });
    await fromPanel('note.add', { subject: { ref: 'r2' }, note: 'm', text: 'other' });
    await tell(['x1'], 'r2');
    expect((await fromPanel('panel.view', {})).person!.notes.map((note) => note.text)).toEqual(['other']);
    expect(await db.contacts.count()).toBe(2);
  });

  test('“nobody of them” holds after a reload, by the messages', async () => {
    await show('Anna', { kind: 'weak', keys: ['k1'] });
    await fromPanel('person.remember', { subject });
    await show('Anna', { kind: 'weak', keys: ['x1'], ref: 'r2' });
    await fromPanel('person.which', { subject: { ref: 'r2' }, identity: null });
    await hello();
    await show('Anna', { kind: 'weak', keys: ['x1', 'x2'], ref: 'r3' });
    expect((await fromPanel('panel.view', {})).which).toBeNull();
  });
});

describe('inserting a reply', () => {
  test('names the conversation it is for, and remembers and credits only when the text arrived', async () => {
    const reply = await saveReply(null, 'Hi', 'Hi {{name}}', NOW);
    await show('Anna');
    for (const outcome of ['moved', 'not-arrived', 'no-composer'] as const) {
      pageSays.set('insert', outcome);
      expect((await fromPanel('reply.insert', { subject, reply })).outcome).toBe(outcome);
    }
    pageSays.delete('insert');
    expect((await fromPanel('reply.insert', { subject, reply })).outcome).toBe('no-page');
    expect([await db.contacts.count(), await db.credits.count()]).toEqual([0, 0]);
    pageSays.set('insert', 'inserted');
    expect(await fromPanel('reply.insert', { subject, reply })).toEqual({ outcome: 'inserted', text: 'Hi Anna', heard: false });
    expect(sent.orders.filter(({ order }) => order['order'] === 'insert').at(-1)).toMatchObject({
      tab: TAB,
      order: { ref: 'r1', text: 'Hi Anna' },
    });
    expect([await db.contacts.count(), await db.credits.count()]).toEqual([1, 1]);
    const { id } = (await db.credits.toArray())[0]!;
    await fromPage('page.sent', { ref: 'r1', insertion: id, edited: false });
    expect((await db.credits.get(id))!.sentAt).toBe(NOW);
  });
});

describe('a reply that asks something', () => {
  const insert = (reply: string, filled?: Record<string, string>) =>
    fromPanel('reply.insert', { subject, reply, ...(filled ? { filled } : {}) });

  test('says what, and goes in with every answer, taken literally', async () => {
    const reply = await saveReply(null, 'Visit', '{{first_name|there}}: {{?day}} {{company}}{{cursor}}.', NOW);
    await show('{{last_promise}}');
    pageSays.set('insert', 'inserted');
    const [offer] = (await fromPanel('reply.offer', { subject, query: '' })).replies;
    expect(offer).toMatchObject({
      text: null,
      problem: null,
      parts: [{ text: '{{last_promise}}: ' }, { blank: 'day' }, { text: ' ' }, { blank: 'company' }, { cursor: true }, { text: '.' }],
      blanks: [
        { name: 'day', kind: 'ask' },
        { name: 'company', kind: 'field' },
      ],
    });
    await expect(insert(reply)).rejects.toThrow('invalid');
    await expect(insert(reply, { day: '{{?x}}', company: ' ' })).rejects.toThrow('invalid');
    expect(await db.credits.count()).toBe(0);
    const { text } = await insert(reply, { day: '{{?x}}', company: 'A\nB' });
    expect(text).toBe('{{last_promise}}: {{?x}} A B.');
    expect(sent.orders.find(({ order }) => order['order'] === 'insert')!.order).toMatchObject({ text, cursor: text.length - 1 });
  });

  test('with a mistake in it is offered with what is wrong, and never inserted', async () => {
    const reply = await saveReply(null, 'Broken', 'Hi {{name', NOW);
    await show('Anna');
    const [offer] = (await fromPanel('reply.offer', { subject, query: '' })).replies;
    expect(offer).toMatchObject({ text: null, parts: [], blanks: [], problem: { code: 'unclosed', word: 'name' } });
    await expect(insert(reply, { name: 'x' })).rejects.toThrow('invalid');
  });

  test('knows what is kept of the contact, and of a group no name', async () => {
    await saveReply(null, 'All', '{{name|you}} {{company|-}} {{last_promise|-}} {{next_date|-}} {{#if tag=vip}}VIP{{/if}}', NOW);
    await show('Anna');
    const text = async () => (await fromPanel('reply.offer', { subject, query: '' })).replies[0]!.text;
    expect(await text()).toBe('Anna - - - ');
    await fromPanel('tie.say', { subject, about: { company: 'Acme' } });
    await fromPanel('tags.set', { subject, tags: ['VIP'] });
    await fromPanel('followup.set', { subject, due: '2026-03-05', reason: 'the drawings' });
    const dates = { label: '', calendar: 'solar' as const, year: null, leapMonth: false, leads: [], inferred: false };
    const keyDates = [
      { ...dates, id: 'k1', kind: 'birthday' as const, month: 3, day: 11, everyMonths: 12 },
      { ...dates, id: 'k2', kind: 'expiry' as const, month: 3, day: 1, everyMonths: 12 },
    ];
    await fromPanel('life.save', { subject, deals: [], facts: [], keyDates });
    expect(await text()).toBe('Anna Acme the drawings March 11 VIP');
    await show('The choir', { group: true });
    expect(await text()).toBe('you - - - ');
  });
});

test('a reply that is saved again with its words alone keeps shortcut, language, folder and whom it fits', async () => {
  const fits = { types: ['loyal' as const], tiers: [], stages: [], occasions: [] };
  const { id } = await fromScreen('reply.save', {
    id: null,
    title: 'A',
    body: 'x',
    shortcut: 'a',
    language: 'zh',
    folder: 'F',
    tags: ['t'],
    fits,
  });
  await fromScreen('reply.save', { id, title: 'B', body: 'y' });
  expect((await fromScreen('reply.list', {})).replies[0]).toMatchObject({
    title: 'B',
    shortcut: 'a',
    language: 'zh',
    folder: 'F',
    tags: ['t'],
    fits,
  });
  await expect(fromScreen('reply.save', { id: null, title: 'C', body: 'z', shortcut: '/A' })).rejects.toThrow('taken');
  await expect(fromPanel('reply.values', { contact: 'c' })).rejects.toThrow('refused');
});

test('notices of change carry table names, no ids and no text', async () => {
  await show('Anna');
  await fromPanel('note.add', { subject, note: 'n', text: 'secret' });
  await tell(['k1']);
  expect(sent.changed.length).toBeGreaterThan(0);
  expect(new Set(sent.changed.flat())).toEqual(
    new Set(['tabs', 'contacts', 'notes', 'interactions', 'days', 'identities', 'credits', 'heard']),
  );
});

test('A reply that pushes a sale is not suggested to somebody who is not close, and is found by search', async () => {
  await saveReply(null, 'Hello', 'Hello {{name}}', NOW);
  await saveReply(null, 'Last day of the sale', 'Buy now, {{name}}', NOW, { sells: true });
  await show('Anna');
  const titles = async (query: string) => (await fromPanel('reply.offer', { subject, query })).replies.map(({ title }) => title);
  expect(await titles('')).toEqual(['Hello']);
  expect(await titles('sale')).toEqual(['Last day of the sale']);
  await fromPanel('person.remember', { subject });
  const [anna] = await db.contacts.toArray();
  const bought = {
    id: 'd',
    item: '',
    amount: null,
    currency: null,
    status: 'won' as const,
    openedOn: '2026-02-20',
    closedOn: '2026-02-20',
    paidOn: null,
    lines: [],
    lostReason: '',
  };
  await fromPanel('life.save', { subject, deals: [bought], facts: [], keyDates: [] });
  await fromScreen('today.list', { all: true });
  expect((await db.standings.get(anna!.id))!.purchases).not.toBeNull();
  expect(await titles('')).toEqual(['Hello', 'Last day of the sale']);
});
