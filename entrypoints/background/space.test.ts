import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fullFrom } from '../../tests/support/full-disk';
import { fromPage, fromPanel, fromScreen, show, startAnew, subject, tell } from '../../tests/support/background';
import { resetBrowser, sent } from '../../tests/support/browser';
import { NOW } from '../../tests/support/people';
import { followSpace, lookAtSpace, sayFull } from './space';
import { db } from '@/lib/db/database';
import { mendLog } from '@/lib/db/mend-log';
import { shutWrites } from '@/lib/db/space';
import { writable } from '@/lib/domain/space';

vi.mock('webextension-polyfill', () => import('../../tests/support/browser'));

const MB = 1_000_000;
/** What the browser says of the disk. */
const disk = { free: 5_000 * MB };
const notesOf = async () => (await db.notes.toArray()).map(({ text }) => text);
const space = async () => (await fromScreen('space.state', {})).space;
const isFullInPanel = async () => (await fromPanel('panel.view', {})).full === true;
const counted = () => db.interactions.count();
const orders = () => sent.orders.filter(({ order }) => order['order'] === 'again').length;

beforeEach(async () => {
  await startAnew();
  disk.free = 5_000 * MB;
  vi.stubGlobal('navigator', { storage: { estimate: () => Promise.resolve({ quota: 7 * MB + disk.free, usage: 7 * MB }) } });
  followSpace();
  await show('Anna', { keys: ['k1'] });
  await fromPanel('person.remember', { subject });
  sent.orders.length = 0;
});
afterEach(() => {
  shutWrites(false);
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('a disk that fills up', () => {
  it('is told of while there is still room, and everything goes on', async () => {
    disk.free = 90 * MB;
    await lookAtSpace();
    expect(await fromScreen('space.state', {})).toEqual({ space: 'low', free: 90 * MB });
    await tell(['k1', 'k2']);
    expect(await counted()).toBe(2);
    expect(await isFullInPanel()).toBe(false);
  });

  it('stops the counting first: what is written by hand is still saved', async () => {
    disk.free = 15 * MB;
    await lookAtSpace();
    expect(await space()).toBe('full');
    expect((await fromScreen('popup.first', {})).space.space).toBe('full');
    expect(await isFullInPanel()).toBe(true);
    const days = await db.days.count();
    await tell(['k1', 'k2']);
    await show('Anna', { keys: ['k1', 'k2'] });
    expect(await counted()).toBe(0);
    expect(await db.days.count()).toBe(days);
    await fromPanel('note.add', { subject, note: 'n1', text: 'likes tea' });
    expect(await notesOf()).toEqual(['likes tea']);
  });

  it('lets the counting go on when there is clearly more room, with what is on the screens', async () => {
    disk.free = 15 * MB;
    await lookAtSpace();
    await tell(['k1', 'k2']);
    disk.free = 30 * MB;
    await lookAtSpace();
    expect(await space()).toBe('full');
    expect(orders()).toBe(0);
    disk.free = 5_000 * MB;
    await lookAtSpace();
    expect(await space()).toBe('enough');
    expect(orders()).toBe(1);
    await tell(['k1', 'k2']);
    expect(await counted()).toBe(2);
  });
});

describe('with next to no room', () => {
  it('nothing is written at all, for a write that is cut off can cost the whole database; what is there is read', async () => {
    disk.free = 12 * MB;
    await lookAtSpace();
    await fromPanel('note.add', { subject, note: 'n1', text: 'likes tea' });
    disk.free = 5 * MB;
    await lookAtSpace();
    const rows = await db.undos.count();
    await expect(fromPanel('note.add', { subject, note: 'n2', text: 'likes oak' })).rejects.toThrow('full');
    expect([await notesOf(), await db.undos.count()]).toEqual([['likes tea'], rows]);
    disk.free = 90 * MB;
    await lookAtSpace();
    await fromPanel('note.add', { subject, note: 'n2', text: 'likes oak' });
    expect((await notesOf()).sort()).toEqual(['likes oak', 'likes tea']);
  });

  it('a torn log is mended first, when there is room to', () => {
    expect([5, 19, 20].map((many) => writable({ free: many * MB, torn: true }))).toEqual(['nothing', 'nothing', 'mend']);
    expect([7, 8, 5_000].map((many) => writable({ free: many * MB, torn: false }))).toEqual(['nothing', 'all', 'all']);
    expect([true, false].map((torn) => writable({ free: null, torn }))).toEqual(['mend', 'all']);
  });

  it('that is remembered for the next start, whose log may be torn; mending leaves nothing behind', async () => {
    disk.free = 90 * MB;
    await lookAtSpace();
    expect(await db.padding.toCollection().primaryKeys()).toEqual([0]);
    resetBrowser();
    await lookAtSpace();
    expect(await db.padding.toCollection().primaryKeys()).toEqual([0]);
    disk.free = 5_000 * MB;
    await lookAtSpace();
    expect(await db.padding.count()).toBe(0);
    await mendLog();
    expect(await db.padding.count()).toBe(0);
  });

  it('a session that begins so mends the log once: the one before may have had no room to say that it should', async () => {
    const mending = vi.spyOn(db.padding, 'bulkPut');
    const begin = async (free: number) => {
      resetBrowser();
      await db.padding.clear();
      mending.mockClear();
      disk.free = free;
      await lookAtSpace();
      return mending.mock.calls.length > 0;
    };
    expect(await begin(5_000 * MB)).toBe(false);
    disk.free = 90 * MB;
    await lookAtSpace();
    expect(mending).not.toHaveBeenCalled();
    expect(await begin(90 * MB)).toBe(true);
    mending.mockClear();
    await lookAtSpace();
    expect(mending).not.toHaveBeenCalled();
    // For a mere suspicion nothing is refused where the log cannot be mended.
    expect(await begin(15 * MB)).toBe(false);
    await db.notes.add({ id: 'n1', contactId: 'c', text: 'likes tea', pinned: false, hiddenAt: null, createdAt: NOW, updatedAt: NOW });
    expect(await notesOf()).toEqual(['likes tea']);
    mending.mockRestore();
  });
});

it('who only reads does not wait for a look at the disk; who writes does, and so does what is worked out anew for who reads', async () => {
  vi.resetModules();
  const [{ whenSpaceKnown, followSpace: follow }, { beforeWriting }] = await Promise.all([import('./space'), import('@/lib/db/space')]);
  follow();
  let look = (): void => undefined;
  vi.stubGlobal('navigator', {
    storage: { estimate: () => new Promise((resolve) => (look = () => resolve({ quota: 5_000 * MB, usage: 0 }))) },
  });
  const done: string[] = [];
  const after = (name: string, what: Promise<void>) => void what.then(() => done.push(name));
  after('read', whenSpaceKnown('popup.first'));
  after('written', whenSpaceKnown('note.add'));
  after('worked out', beforeWriting());
  await vi.waitFor(() => expect(done).toEqual(['read']));
  await new Promise((resolve) => setTimeout(resolve, 30));
  expect(done).toEqual(['read']);
  look();
  await vi.waitFor(() => expect(done.sort()).toEqual(['read', 'worked out', 'written']));
});

it('what failed for no known reason while there is no room failed for that', async () => {
  expect(await sayFull({ ok: false, code: 'failed' })).toEqual({ ok: false, code: 'failed' });
  disk.free = 0;
  expect(await sayFull({ ok: false, code: 'failed' })).toEqual({ ok: false, code: 'full' });
  expect(await sayFull({ ok: false, code: 'gone' })).toEqual({ ok: false, code: 'gone' });
  expect(await sayFull({ ok: true, value: 1 })).toEqual({ ok: true, value: 1 });
});

describe('a write that the browser refuses', () => {
  it('is said in words, leaves nothing half-written and stops the counting for a while', async () => {
    expect(await fullFrom(1, () => fromPanel('note.add', { subject, note: 'n1', text: 'likes tea' }))).toBe('full');
    await lookAtSpace();
    expect(await space()).toBe('full');
    expect(await notesOf()).toEqual([]);
    await tell(['k1']);
    expect(await counted()).toBe(0);
    vi.setSystemTime(NOW + 61_000);
    await lookAtSpace();
    expect(await space()).toBe('enough');
    expect(orders()).toBe(1);
    await tell(['k1']);
    expect(await counted()).toBe(1);
  });

  it('of counting itself counts nothing by halves; the page is told so and offers it again', async () => {
    for (let at = 1; ; at += 1) {
      vi.setSystemTime(NOW + at * 120_000);
      await lookAtSpace();
      const said = await fullFrom(at, () => tell(['k1', 'k2']));
      if (said === 'ok') break;
      expect(said).toBe('full');
      // The day is marked after the messages are counted.
      const { in: received } = (await db.identities.toArray())[0]!;
      expect([0, 2]).toContain(received);
      expect(await counted()).toBe(received);
      await lookAtSpace();
      expect(await space()).toBe('full');
    }
    expect(await counted()).toBe(2);
  });

  it('of a page’s act is no act', async () => {
    disk.free = 15 * MB;
    await lookAtSpace();
    const author = { ids: [{ value: 'id-Anna', kind: 'permanent' as const }], name: 'Anna' };
    await fromPage('page.act', { site: 'demo', account: 'me', kind: 'like', item: 'p1', author, done: true });
    expect(await db.interactions.count()).toBe(0);
  });
});
