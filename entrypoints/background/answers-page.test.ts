import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  ask,
  fromPage,
  fromPanel,
  fromScreen,
  hello,
  message,
  reading,
  rows,
  show,
  startAnew,
  stored,
  subject,
  TAB,
  tell,
} from '../../tests/support/background';
import { granted, page, sent, session } from '../../tests/support/browser';
import { NOW } from '../../tests/support/people';
import { db } from '@/lib/db/database';
import { changeSettings } from '@/lib/db/settings';
import type { PanelView } from '@/lib/messages/protocol';
import { readTab } from './tabs';

vi.mock('webextension-polyfill', () => import('../../tests/support/browser'));

/** The page says that the rep has liked something of Anna's, or what else is said. */
const act = ({
  tab = TAB,
  account = 'me',
  who = 'Anna',
  ...more
}: Partial<Parameters<typeof fromPage<'page.act'>>[1]> & { tab?: number; who?: string } = {}) =>
  fromPage(
    'page.act',
    {
      site: 'demo',
      account,
      kind: 'like',
      item: 'post-1',
      author: { ids: [{ value: `id-${who}`, kind: 'permanent' }], name: who },
      done: true,
      ...more,
    },
    tab,
  );
const anna = async () => {
  const { in: received, out, acts } = (await db.identities.toArray())[0]!;
  return { in: received, out, acts };
};

beforeEach(startAnew);
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
    expect(await act()).toEqual({});
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

  test('that is changing chats has nobody shown until it is sure again', async () => {
    await hello();
    await show('Anna');
    await fromPanel('person.remember', { subject });
    await fromPage('page.leaving', { site: 'demo' });
    expect(await fromPanel('panel.view', {})).toMatchObject({ settling: true, person: null, conversation: null });
    await show('Anna');
    expect(await fromPanel('panel.view', {})).toMatchObject({ settling: false, person: { name: 'Anna' } });
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

describe('acts on what others published', () => {
  test('are counted for their author, whoever’s chat or profile is open', async () => {
    await show('Anna');
    await fromPanel('person.remember', { subject });
    await show('Boris', { ref: 'r2' });
    await fromPanel('person.remember', { subject: { ref: 'r2' } });
    await act();
    await fromPage('page.leaving', { site: 'demo' });
    await act({ kind: 'comment' });
    const acts = await db.interactions.toArray();
    expect(acts.map(({ kind, direction, live, day }) => [kind, direction, live, day]).sort()).toEqual([
      ['comment', 'out', true, '2026-03-02'],
      ['like', 'out', true, '2026-03-02'],
    ]);
    expect((await db.identities.toArray()).map(({ name, out }) => [name, out]).sort()).toEqual([
      ['Anna', 2],
      ['Boris', 0],
    ]);
  });

  test('count once, repeated and from two tabs, and are gone when taken back in either', async () => {
    await show('Anna');
    await fromPanel('person.remember', { subject });
    await hello(6);
    await Promise.all([act(), act({ tab: 6 }), act()]);
    expect(await anna()).toEqual({ in: 0, out: 1, acts: 1 });
    await act({ tab: 6, done: false });
    expect(await anna()).toEqual({ in: 0, out: 0, acts: 0 });
    expect(await db.interactions.count()).toBe(0);
    await act({ done: false });
    expect(await anna()).toEqual({ in: 0, out: 0, acts: 0 });
  });

  test('count once whether or not the page shows whose mailbox it is', async () => {
    await show('Anna');
    await fromPanel('person.remember', { subject });
    await act({ account: null });
    await act();
    expect(await anna()).toEqual({ in: 0, out: 1, acts: 1 });
    await act({ account: null, done: false });
    expect(await anna()).toEqual({ in: 0, out: 0, acts: 0 });
  });

  test('on something of a stranger, or of somebody with the same name, are not stored', async () => {
    await act();
    expect(await rows()).toBe(0);
    await show('Anna', { id: 'another' });
    await fromPanel('person.remember', { subject });
    await act();
    expect(await anna()).toEqual({ in: 0, out: 0, acts: 0 });
  });

  test('remember their author where everyone is to be remembered, but not by being taken back', async () => {
    await changeSettings(NOW, () => ({ sites: { demo: { off: false, everyone: true, surface: null } } }));
    await act({ done: false });
    expect(await db.contacts.count()).toBe(0);
    await act();
    expect([(await db.contacts.toArray())[0]!.name, await anna()]).toEqual(['Anna', { in: 0, out: 1, acts: 1 }]);
    await show('Anna');
    expect(await fromPanel('panel.view', {})).toMatchObject({ person: { name: 'Anna', counts: { out: 1, acts: 1 } } });
  });

  test('are not counted while paused, where the site is off, or for somebody on the never list', async () => {
    await changeSettings(NOW, () => ({ sites: { demo: { off: false, everyone: true, surface: null } } }));
    await show('Anna');
    const { undo } = await fromPanel('person.never', { subject });
    session.delete(`undo:${undo}`);
    await act({ author: { ids: [{ value: 'id-Anna', kind: 'permanent' }], name: 'Secretname' } });
    expect(await stored()).not.toMatch(/secretname/i);
    await fromPanel('settings.set', { paused: true });
    await act({ who: 'Boris' });
    await fromPanel('settings.set', { paused: false });
    await changeSettings(NOW, () => ({ sites: { demo: { off: true, everyone: true, surface: null } } }));
    await act({ who: 'Boris' });
    expect([await db.contacts.count(), await db.interactions.count()]).toEqual([0, 0]);
  });

  test('of a tab that is not known make its page say hello again', async () => {
    await expect(act({ tab: 9 })).rejects.toThrow('gone');
  });

  test('are taken back with all that the tab recorded today, and that too', async () => {
    await show('Anna');
    await fromPanel('person.remember', { subject });
    await tell(['k1']);
    await act();
    const { undo } = await fromScreen('tab.forget', { tab: TAB });
    expect(await anna()).toEqual({ in: 0, out: 0, acts: 0 });
    await fromScreen('undo.run', { undo: undo! });
    expect(await anna()).toEqual({ in: 1, out: 1, acts: 1 });
  });
});

describe('a page that cannot be read well enough', () => {
  const told = (worse: Partial<typeof reading>, account: string | null = 'me', ref = 'r2') =>
    fromPage('page.conversation', {
      site: 'demo',
      ref,
      reading: { ...reading, ...worse },
      account,
      link: null,
      keys: ['k1'],
      conversation: { kind: 'person', ids: [{ value: 'id-Anna', kind: 'permanent' }], name: 'Anna' },
    });
  const counted = async () => [await db.interactions.count(), await db.days.count()];

  beforeEach(async () => {
    await show('Anna');
    await fromPanel('person.remember', { subject });
    await db.days.clear();
  });

  test('has nothing counted while it is not recognised, and everything once it is', async () => {
    await told({ state: 'unrecognised' });
    await expect(tell(['k1', 'k2'], 'r2')).rejects.toThrow('moved');
    expect(await counted()).toEqual([0, 0]);
    await told({});
    await tell(['k1', 'k2'], 'r2');
    expect((await counted())[0]).toBe(2);
  });

  test('has nothing counted while nobody knows whose mailbox it is', async () => {
    await told({ state: 'partly', missing: ['account'] }, null);
    await expect(tell(['k1'], 'r2')).rejects.toThrow('moved');
    // Nor when the page says it is fine and still names nobody.
    await told({}, null, 'r3');
    await expect(tell(['k1'], 'r3')).rejects.toThrow('moved');
    expect((await counted())[0]).toBe(0);
    await told({});
    await tell(['k1'], 'r2');
    expect((await counted())[0]).toBe(1);
  });

  test('is counted without a message box', async () => {
    await told({ state: 'partly', missing: ['composer'] });
    await tell(['k1'], 'r2');
    expect((await counted())[0]).toBe(1);
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
    await act();
    expect(await db.interactions.count(), 'an act is paid from the same').toBe(2);
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
    await act({ who: 'P60' });
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
