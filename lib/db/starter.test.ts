import 'fake-indexeddb/auto';
import { beforeEach, expect, test } from 'vitest';
import { dump, NOW, wipe } from '../../tests/support/people';
import { db } from './database';
import { saveReply } from './replies';
import { readSettings } from './settings';
import { addStarter, bringStarter, removeStarter } from './starter';
import { runUndo } from './undo';

beforeEach(wipe);
const counts = async () => {
  const all = await db.replies.toArray();
  return {
    en: all.filter(({ language, starter }) => starter && language === 'en').length,
    zh: all.filter(({ language, starter }) => starter && language === 'zh').length,
    own: all.filter(({ starter }) => !starter).length,
  };
};

test('they come once, in the language of the interface, and never again by themselves', async () => {
  expect(await Promise.all([bringStarter('zh', NOW), bringStarter('zh', NOW)])).toEqual([true, false]);
  expect(await counts()).toEqual({ en: 0, zh: 40, own: 0 });
  await removeStarter(NOW);
  expect(await bringStarter('zh', NOW)).toBe(false);
  expect(await counts()).toEqual({ en: 0, zh: 0, own: 0 });
  expect((await readSettings()).replies.starterCame).toBe(true);
});

test('removed at once and taken back, everything is as it was, with what was learned and kept as examples', async () => {
  await bringStarter('en', NOW);
  const own = await saveReply(null, 'Mine', 'Mine', NOW);
  const id = 'starter-en-price';
  await db.learned.put({ id, accepted: 1, features: [], updatedAt: NOW });
  for (const replyId of [id, own]) await db.examples.put({ id: `e-${replyId}`, replyId, text: 'How much is it?', createdAt: NOW });
  const before = await dump(['replies', 'learned', 'examples', 'tombstones']);
  const undo = await removeStarter(NOW + 1);
  expect([await counts(), await db.learned.count(), await db.examples.count()]).toEqual([{ en: 0, zh: 0, own: 1 }, 0, 1]);
  await runUndo(undo!, NOW + 2);
  expect(await dump(['replies', 'learned', 'examples', 'tombstones'])).toEqual(before);
});

test('one whose words were changed is the rep’s own and stays; one that only got another folder does not', async () => {
  await bringStarter('en', NOW);
  const { title, body } = (await db.replies.get('starter-en-price'))!;
  await saveReply('starter-en-price', title, `${body} Anna`, NOW);
  await saveReply('starter-en-tip', (await db.replies.get('starter-en-tip'))!.title, (await db.replies.get('starter-en-tip'))!.body, NOW, {
    folder: 'x',
  });
  expect(await counts()).toEqual({ en: 39, zh: 0, own: 1 });
  await removeStarter(NOW);
  expect((await db.replies.toArray()).map((reply) => reply.id)).toEqual(['starter-en-price']);
  await addStarter('en', NOW);
  expect(await counts()).toEqual({ en: 39, zh: 0, own: 1 });
  expect((await db.replies.get('starter-en-price'))!.body).toBe(`${body} Anna`);
});

test('either language can be added at any time, once, and taken back; a shortcut of the rep’s own goes before', async () => {
  await saveReply(null, 'Prices', 'x', NOW, { shortcut: '/Price' });
  const undo = await addStarter('en', NOW);
  expect(await addStarter('en', NOW)).toBeNull();
  await addStarter('zh', NOW);
  expect(await counts()).toEqual({ en: 40, zh: 40, own: 1 });
  expect(await db.replies.get('starter-en-price')).toMatchObject({ shortcut: '', language: 'en' });
  expect((await db.replies.get('starter-en-compare'))!.shortcut).toBe('compare');
  await runUndo(undo!, NOW);
  expect(await counts()).toEqual({ en: 0, zh: 40, own: 1 });
});
