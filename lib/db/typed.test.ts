import 'fake-indexeddb/auto';
import { beforeEach, expect, test } from 'vitest';
import { DAY, NOW, wipe } from '../../tests/support/people';
import { db } from './database';
import { saveReply } from './replies';
import { noteTyped, purgeTyped } from './typed';

const TEXT = 'The chairs leave our workshop on Tuesday, and the driver calls an hour before he arrives.';
const NEARLY = 'The chairs leave our workshop on Thursday, and the driver calls an hour before he arrives.';

beforeEach(wipe);

test('A text is noticed when nearly the same is written a second time, and no word of it is kept', async () => {
  expect(await noteTyped(TEXT, NOW)).toBe(false);
  expect(await noteTyped('Shall we talk about the quote on Monday morning, or rather later that week?', NOW + 1)).toBe(false);
  expect(await noteTyped(NEARLY, NOW + 2)).toBe(true);
  expect(JSON.stringify(await db.typed.toArray())).not.toMatch(/[g-z]{3}/i);
});

test('Short ones say nothing, and what is a reply already need not be one again', async () => {
  for (let i = 0; i < 3; i += 1) expect(await noteTyped('Yes, ok.', NOW + i)).toBe(false);
  await saveReply(null, 'Delivery', TEXT, NOW);
  await noteTyped(TEXT, NOW);
  expect(await noteTyped(NEARLY, NOW + 1)).toBe(false);
});

test('After thirty days it is forgotten', async () => {
  await noteTyped(TEXT, NOW);
  expect(await noteTyped(NEARLY, NOW + 31 * DAY)).toBe(false);
  await purgeTyped(NOW + 31 * DAY);
  expect(await db.typed.count()).toBe(1);
});
