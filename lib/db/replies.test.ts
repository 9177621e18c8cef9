import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import { dump, MINUTE, NOW, place, wipe } from '../../tests/support/people';
import { countMessages } from './count';
import { sumOutcomes } from '../domain/reply-tally';
import { db } from './database';
import { remember } from './people';
import { creditInsertion, creditSending, deleteReply, saveReply } from './replies';
import { runUndo } from './undo';

let identity: string;
let reply: string;
beforeEach(async () => {
  await wipe();
  identity = (await remember(place(), NOW)).identity.id;
  reply = await saveReply(null, 'Hello', 'Hello {{name}}', NOW);
});

const answer = (id: string, after: number, direction: 'in' | 'out' = 'in'): Promise<number> =>
  countMessages(identity, [{ id, direction, at: null, live: true }], { now: NOW + after, zone: 'UTC', source: 's' });
const stats = async () => (await db.replies.toArray()).map(({ uses, outcomes }) => ({ uses, ...sumOutcomes(outcomes) }))[0];

describe('credit', () => {
  test('an inserted reply is used, but neither sent nor answered', async () => {
    await creditInsertion('i', reply, identity, null, NOW);
    await answer('m', MINUTE);
    expect(await stats()).toEqual({ uses: 1, sent: 0, edited: 0, answered: 0 });
  });

  test('sent within ten minutes and answered counts, once each', async () => {
    await creditInsertion('i', reply, identity, null, NOW);
    expect(await creditSending('i', false, NOW + 10 * MINUTE)).toBe(true);
    expect(await creditSending('i', true, NOW + 10 * MINUTE)).toBe(false);
    await answer('out', 11 * MINUTE, 'out');
    expect(await stats()).toEqual({ uses: 1, sent: 1, edited: 0, answered: 0 });
    await answer('m1', 12 * MINUTE);
    await answer('m2', 13 * MINUTE);
    expect(await stats()).toEqual({ uses: 1, sent: 1, edited: 0, answered: 1 });
    expect((await db.credits.get('i'))!.answeredAt).toBe(NOW + 12 * MINUTE);
  });

  test('later than ten minutes is no sending', async () => {
    await creditInsertion('i', reply, identity, null, NOW);
    expect(await creditSending('i', false, NOW + 11 * MINUTE)).toBe(false);
    expect(await creditSending('unknown', false, NOW)).toBe(false);
  });

  test('rewritten replies are counted apart', async () => {
    await creditInsertion('i', reply, identity, null, NOW);
    await creditSending('i', true, NOW + MINUTE);
    await answer('m', 2 * MINUTE);
    expect(await stats()).toEqual({ uses: 1, sent: 0, edited: 1, answered: 0 });
  });

  test('an answer after three days, an old message scrolled in, or one from somebody else is none', async () => {
    await creditInsertion('i', reply, identity, null, NOW);
    await creditSending('i', false, NOW + MINUTE);
    await answer('late', 73 * 60 * MINUTE);
    await countMessages(identity, [{ id: 'old', direction: 'in', at: '2026-02-01T00:00:00.000Z', live: false }], {
      now: NOW + 2 * MINUTE,
      zone: 'UTC',
      source: 's',
    });
    const bert = (await remember(place('c2', 'Bert'), NOW)).identity.id;
    await countMessages(bert, [{ id: 'b', direction: 'in', at: null, live: true }], { now: NOW + 2 * MINUTE, zone: 'UTC', source: 's' });
    expect((await stats())!.answered).toBe(0);
  });

  test('an answer that is read only afterwards, from the history, counts by its own time', async () => {
    await creditInsertion('i', reply, identity, null, NOW);
    await creditSending('i', false, NOW + MINUTE);
    const at = new Date(NOW + 5 * MINUTE).toISOString();
    await countMessages(identity, [{ id: 'm', direction: 'in', at, live: false }], { now: NOW + 60 * MINUTE, zone: 'UTC', source: 's' });
    expect((await db.credits.get('i'))!.answeredAt).toBe(NOW + 5 * MINUTE);
  });
});

describe('templates', () => {
  test('are changed in place, and one that is gone is not made anew', async () => {
    expect(await saveReply(reply, 'Hi', 'Hi', NOW + 1)).toBe(reply);
    expect(await db.replies.get(reply)).toMatchObject({ title: 'Hi', body: 'Hi', createdAt: NOW, updatedAt: NOW + 1 });
    expect(await saveReply(reply, 'Hi', 'Hi', NOW + 1)).toBe(reply);
    await expect(saveReply('gone', 'Hi', 'Hi', NOW)).rejects.toMatchObject({ code: 'gone' });
  });

  test('keep what was not said anew, and have a shortcut that no other has', async () => {
    const fits = { types: ['loyal' as const], tiers: [], stages: [], occasions: [] };
    await saveReply(reply, 'Hi', 'Hi', NOW, { shortcut: '/Hi', language: 'en', folder: 'F', tags: ['a'], fits, sells: true });
    await saveReply(reply, 'Hi', 'Hi {{name}}', NOW, { folder: 'G' });
    expect(await db.replies.get(reply)).toMatchObject({ shortcut: 'hi', language: 'en', folder: 'G', tags: ['a'], fits, sells: true });
    await expect(saveReply(null, 'Other', 'x', NOW, { shortcut: ' ／HI' })).rejects.toMatchObject({ code: 'taken' });
    const other = await saveReply(null, 'Other', 'x', NOW, { shortcut: 'ho' });
    await expect(saveReply(other, 'Other', 'x', NOW, { shortcut: 'hi' })).rejects.toMatchObject({ code: 'taken' });
    expect(await saveReply(reply, 'Hi', 'Hi', NOW, { shortcut: 'hi' })).toBe(reply);
    await saveReply(other, 'Other', 'x', NOW, { shortcut: '' });
    await saveReply(null, 'Third', 'x', NOW, { shortcut: '' });
    expect((await db.replies.toArray()).map(({ shortcut }) => shortcut).sort()).toEqual(['', '', 'hi']);
  });

  test('are deleted with an undo that brings back their counts', async () => {
    await creditInsertion('i', reply, identity, null, NOW);
    await creditSending('i', false, NOW);
    const before = await dump();
    const undo = await deleteReply(reply, NOW);
    expect(await db.replies.toArray()).toEqual([]);
    await runUndo(undo!, NOW);
    expect(await dump()).toEqual(before);
    expect(await stats()).toEqual({ uses: 1, sent: 1, edited: 0, answered: 0 });
  });
});
