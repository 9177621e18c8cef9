import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Runtime } from 'webextension-polyfill';
import { granted, page, pageSays, panel, resetBrowser, screen, sent, session } from '../../tests/support/browser';
import { NOW, wipe } from '../../tests/support/people';
import { db } from '@/lib/db/database';
import { saveReply } from '@/lib/db/replies';
import { changeSettings } from '@/lib/db/settings';
import type { Answer, MessageName, PanelView, Request } from '@/lib/messages/protocol';
import { serve } from '@/lib/messages/serve';
import { pageAnswers } from './answers-page';
import { panelAnswers } from './answers-panel';
import { workspaceAnswers } from './answers-workspace';
import { levelOf } from './level';
import { readTab } from './tabs';

vi.mock('webextension-polyfill', () => import('../../tests/support/browser'));

const TAB = 5;
const answers = { ...pageAnswers, ...panelAnswers, ...workspaceAnswers };

/** Asks as the browser would deliver it; gives the value or throws the code. */
async function ask<N extends MessageName>(from: Runtime.MessageSender, name: N, request: Request<N>): Promise<Answer<N>> {
  const outcome = (await serve({ name, request }, await levelOf(from), answers))!;
  if (!outcome.ok) throw new Error(outcome.code);
  return outcome.value as Answer<N>;
}
const fromPage = <N extends MessageName>(name: N, request: Request<N>, tab = TAB) => ask(page(tab), name, request);
const fromPanel = async <N extends MessageName>(name: N, request: Request<N>) =>
  ask(panel(TAB, (await readTab(TAB))!.token), name, request);
const fromScreen = <N extends MessageName>(name: N, request: Request<N>) => ask(screen('workspace'), name, request);

const reading = { state: 'reading', missing: [], since: NOW } as const;
const hello = (tab = TAB) => fromPage('page.hello', { site: 'demo' }, tab);
const message = (key: string, direction: 'in' | 'out' = 'in', live = true) => ({ key, direction, at: null, live });
const tell = (keys: string[], ref = 'r1', tab = TAB) =>
  fromPage('page.messages', { site: 'demo', ref, messages: keys.map((key) => message(key)) }, tab);

/** The page shows a conversation; weak ones are known by their name only. */
const show = (
  name: string,
  { ref = 'r1', id = `id-${name}`, keys = [] as string[], kind = 'permanent' as 'permanent' | 'weak', group = false, tab = TAB } = {},
) =>
  fromPage(
    'page.conversation',
    {
      site: 'demo',
      ref,
      reading,
      account: 'me',
      link: 'http://127.0.0.1/#/c',
      keys,
      conversation: { kind: group ? 'group' : 'person', ids: [{ value: kind === 'weak' ? name : id, kind }], name },
    },
    tab,
  );
const subject = { ref: 'r1' };
const rows = async () => (await Promise.all(db.tables.map((table) => table.count()))).reduce((sum, n) => sum + n, 0);
const stored = async () => JSON.stringify([[...session.entries()], await Promise.all(db.tables.map((table) => table.toArray()))]);

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOW });
  resetBrowser();
  granted.add('http://127.0.0.1/*');
  await wipe();
  await hello();
});
afterEach(() => vi.useRealTimers());

describe('a page script', () => {
  test('gets a token and a place, and nothing else ever', async () => {
    expect(Object.keys(await hello()).sort()).toEqual(['open', 'surface', 'tab', 'token', 'width']);
    expect(await show('Anna')).toEqual({});
    await fromPanel('person.remember', { subject });
    await fromPanel('note.add', { subject, note: 'n', text: 'secret' });
    expect(await show('Anna', { keys: ['k'] })).toEqual({});
    expect(await tell(['k'])).toEqual({});
    expect(await fromPage('page.sent', { ref: 'r1', insertion: 'i', edited: false })).toEqual({});
  });

  test('on a site that is not enabled is turned away', async () => {
    granted.clear();
    await expect(hello()).rejects.toThrow('refused');
    granted.add('http://127.0.0.1/*');
    await changeSettings(NOW, () => ({ sites: { demo: { off: true, everyone: false, surface: null } } }));
    await expect(hello()).rejects.toThrow('refused');
    await expect(fromPage('page.hello', { site: 'constructor' })).rejects.toThrow('refused');
    await expect(fromPage('page.hello', { site: 'whatsapp' })).rejects.toThrow('refused');
  });

  test('whose tab is not known, or that speaks for another site, is told to say hello again', async () => {
    await expect(show('Anna', { tab: 9 })).rejects.toThrow('gone');
    await expect(fromPage('page.messages', { site: 'whatsapp', ref: 'r1', messages: [] })).rejects.toThrow('gone');
    await expect(ask(page(TAB, 'https://evil.org/'), 'page.messages', { site: 'demo', ref: 'r1', messages: [] })).rejects.toThrow('gone');
    await expect(tell(['k'], 'r-unknown')).rejects.toThrow('gone');
  });

  test('cannot make us keep a link to another origin', async () => {
    await fromPage('page.conversation', {
      site: 'demo',
      ref: 'r1',
      reading,
      account: 'me',
      link: 'https://evil.org/',
      keys: [],
      conversation: { kind: 'person', ids: [{ value: 'c', kind: 'permanent' }], name: 'A' },
    });
    expect((await readTab(TAB))!.seen['r1']!.link).toBeNull();
  });
});

describe('consent', () => {
  test('messages of a stranger are not stored', async () => {
    await show('Anna', { keys: ['k1', 'k2'] });
    await tell(['k1', 'k2']);
    expect(await rows()).toBe(0);
  });

  test('messages of a group are not counted', async () => {
    await show('Fair', { group: true });
    await fromPanel('person.remember', { subject });
    await tell(['k1']);
    expect(await db.interactions.count()).toBe(0);
  });

  test('messages of somebody remembered are counted, once, from two tabs', async () => {
    await show('Anna');
    await fromPanel('person.remember', { subject });
    await hello(6);
    await show('Anna', { tab: 6, ref: 'r6' });
    await Promise.all([tell(['k1', 'k2']), tell(['k2', 'k3'], 'r6', 6)]);
    expect(await db.interactions.count()).toBe(3);
    expect(sent.orders.some(({ tab, order }) => tab === TAB && order['order'] === 'again')).toBe(true);
  });

  test('“everyone” remembers only whom the rep writes to', async () => {
    await changeSettings(NOW, () => ({ sites: { demo: { off: false, everyone: true, surface: null } } }));
    await show('Anna');
    await tell(['k1']);
    expect(await db.contacts.count()).toBe(0);
    await fromPage('page.messages', { site: 'demo', ref: 'r1', messages: [message('k2', 'out', false)] });
    expect(await db.contacts.count()).toBe(0);
    await fromPage('page.messages', { site: 'demo', ref: 'r1', messages: [message('k1'), message('k3', 'out')] });
    expect([await db.contacts.count(), await db.interactions.count()]).toEqual([1, 2]);
  });

  test('while paused nothing is counted', async () => {
    await show('Anna');
    await fromPanel('person.remember', { subject });
    await fromPanel('settings.set', { paused: true });
    await show('Anna', { keys: ['k1'] });
    await tell(['k1']);
    expect([await db.interactions.count(), await db.days.count()]).toEqual([0, 0]);
  });

  test('somebody on the never list leaves no trace, in memory neither, and the panel shows nothing of them', async () => {
    await show('Secretname', { keys: ['k1'] });
    await fromPanel('note.add', { subject, note: 'n', text: 'note on Secretname' });
    await tell(['k1']);
    const { undo } = await fromPanel('person.never', { subject });
    session.delete(`undo:${undo}`);
    await show('Secretname', { ref: 'r2', keys: ['k1', 'k2'] });
    await tell(['k1', 'k2'], 'r2');
    expect(await stored()).not.toMatch(/secretname/i);
    expect(await db.interactions.count()).toBe(0);
    const view = await fromPanel('panel.view', {});
    expect(view).toMatchObject({ never: true, conversation: null, person: null, draft: '' } satisfies Partial<PanelView>);
    await expect(fromPanel('note.add', { subject: { ref: 'r2' }, note: 'n2', text: 'x' })).rejects.toThrow('moved');
  });

  test('“never” can be taken back for ten minutes', async () => {
    await show('Anna', { keys: ['k1'] });
    await fromPanel('note.add', { subject, note: 'n', text: 'keep me' });
    await tell(['k1']);
    const { undo } = await fromPanel('person.never', { subject });
    expect(await db.notes.count()).toBe(0);
    await fromPanel('undo.run', { undo: undo! });
    expect([await db.notes.count(), await db.interactions.count(), await db.never.count()]).toEqual([1, 1, 0]);
    expect((await db.identities.toArray())[0]!.in).toBe(1);
    const again = await fromPanel('person.never', { subject: { ref: (await show('Anna', { ref: 'r9' }), 'r9') } });
    vi.setSystemTime(NOW + 11 * 60_000);
    await expect(fromPanel('undo.run', { undo: again.undo! })).rejects.toThrow('undone');
  });
});

describe('caps', () => {
  test('a tab records at most twenty thousand messages in an hour', async () => {
    await show('Anna');
    await fromPanel('person.remember', { subject });
    const state = (await readTab(TAB))!;
    session.set(`tab:${TAB}`, JSON.stringify({ ...state, budget: { hour: Math.floor(NOW / 3_600_000), messages: 19_998, people: 0 } }));
    await tell(['k1', 'k2', 'k3', 'k4']);
    expect(await db.interactions.count()).toBe(2);
    await hello();
    await show('Anna');
    await tell(['k5']);
    expect(await db.interactions.count(), 'a reload gives no new budget').toBe(2);
    vi.setSystemTime(NOW + 3_600_000);
    await tell(['k5']);
    expect(await db.interactions.count()).toBe(3);
  });

  test('and makes at most fifty people by itself', async () => {
    await changeSettings(NOW, () => ({ sites: { demo: { off: false, everyone: true, surface: null } } }));
    for (let i = 0; i < 53; i++) {
      await show(`P${i}`);
      await fromPage('page.messages', { site: 'demo', ref: 'r1', messages: [message(`k${i}`, 'out')] });
    }
    expect(await db.contacts.count()).toBe(50);
  });

  test('what a tab recorded can be taken back, and that too', async () => {
    await show('Anna');
    await fromPanel('person.remember', { subject });
    await tell(['k1', 'k2']);
    expect((await fromScreen('tab.state', { tab: TAB })).recordedToday).toBe(2);
    const { undo } = await fromScreen('tab.forget', { tab: TAB });
    expect([await db.interactions.count(), (await db.identities.toArray())[0]!.in]).toEqual([0, 0]);
    await fromScreen('undo.run', { undo: undo! });
    expect([await db.interactions.count(), (await db.identities.toArray())[0]!.in]).toEqual([2, 2]);
  });
});

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
    expect(await fromPanel('reply.insert', { subject, reply })).toEqual({ outcome: 'inserted', text: 'Hi Anna' });
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

test('notices of change carry table names, no ids and no text', async () => {
  await show('Anna');
  await fromPanel('note.add', { subject, note: 'n', text: 'secret' });
  await tell(['k1']);
  expect(sent.changed.length).toBeGreaterThan(0);
  expect(new Set(sent.changed.flat())).toEqual(new Set(['tabs', 'contacts', 'notes', 'interactions', 'days', 'identities', 'credits']));
});
