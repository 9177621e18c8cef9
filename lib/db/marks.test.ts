import 'fake-indexeddb/auto';
import { beforeEach, expect, test } from 'vitest';
import { NOW, place, wipe } from '../../tests/support/people';
import { db } from './database';
import { marksOf, say } from './marks';
import { remember } from './people';
import { runUndo } from './undo';

let anna: string;
beforeEach(async () => {
  await wipe();
  anna = (await remember(place(), NOW)).identity.contactId;
});
const contact = async () => (await db.contacts.get(anna))!;

test('Bonds, type and stage leave a history; what is said again leaves none', async () => {
  await say(anna, { bonds: ['affection'], type: 'friend' }, '2026-03-02', NOW);
  await say(anna, { bonds: ['affection'], company: 'Oak & Reed' }, '2026-03-03', NOW + 1);
  await say(anna, { bonds: ['affection', 'benefit'] }, '2026-03-04', NOW + 2);
  expect((await marksOf(anna)).map(({ what, from, to, on }) => [what, from, to, on])).toEqual([
    ['bonds', 'affection', 'affection benefit', '2026-03-04'],
    ['bonds', '', 'affection', '2026-03-02'],
    ['type', '', 'friend', '2026-03-02'],
  ]);
  expect(await contact()).toMatchObject({ bonds: ['affection', 'benefit'], type: 'friend', company: 'Oak & Reed' });
});

test('A stage begins on the day it is entered, keeps it while other things are said, and ends with it', async () => {
  await say(anna, { stage: 'lead' }, '2026-03-02', NOW);
  await say(anna, { stage: 'lead', source: 'fair' }, '2026-03-09', NOW);
  expect(await contact()).toMatchObject({ stage: 'lead', stageSince: '2026-03-02', source: 'fair' });
  await say(anna, { stage: null }, '2026-03-10', NOW);
  expect(await contact()).toMatchObject({ stage: null, stageSince: null });
  await expect(say(anna, { stage: 'no-such' }, '2026-03-10', NOW)).rejects.toMatchObject({ code: 'invalid' });
});

test('Taken back, neither the word nor its history remains', async () => {
  const undo = await say(anna, { type: 'major', stage: 'quoted' }, '2026-03-02', NOW);
  await runUndo(undo!, NOW + 1);
  expect(await contact()).toMatchObject({ type: null, stage: null, stageSince: null });
  expect(await marksOf(anna)).toEqual([]);
});

test('Two tabs that add, change and remove numbers and addresses at once lose none of it', async () => {
  await say(anna, { phones: ['+491511', '+491512'], emails: ['old@oak.de'] }, '2026-03-02', NOW);
  await Promise.all([
    say(anna, { phones: { add: ['+491513'], remove: [] } }, '2026-03-02', NOW + 1),
    say(anna, { phones: { add: ['+491514'], remove: ['+491511'] }, emails: { add: ['new@oak.de'], remove: [] } }, '2026-03-02', NOW + 1),
    say(anna, { phones: { add: ['+491513'], remove: [] }, emails: { add: [], remove: ['old@oak.de'] } }, '2026-03-02', NOW + 1),
  ]);
  expect(await contact()).toMatchObject({ phones: ['+491514', '+491512', '+491513'], emails: ['new@oak.de'] });
  const many = Array.from({ length: 18 }, (_, i) => `+4915200${i}`);
  await expect(say(anna, { phones: { add: many, remove: [] } }, '2026-03-02', NOW)).rejects.toMatchObject({ code: 'invalid' });
});

test('A lead is won or lost without any setting; the reason goes when it is no longer lost, and comes back with the undo', async () => {
  await say(anna, { stage: 'lost', lostReason: 'too dear' }, '2026-03-02', NOW);
  await say(anna, { nurture: 'case' }, '2026-03-03', NOW + 1);
  expect(await contact()).toMatchObject({ stage: 'lost', stageSince: '2026-03-02', lostReason: 'too dear', nurture: 'case' });
  const undo = await say(anna, { stage: 'won' }, '2026-03-04', NOW + 2);
  expect(await contact()).toMatchObject({ stage: 'won', lostReason: '' });
  await runUndo(undo!, NOW + 3);
  expect(await contact()).toMatchObject({ stage: 'lost', lostReason: 'too dear' });
  await say(anna, { stage: null }, '2026-03-05', NOW + 4);
  await say(anna, { lostReason: 'of somebody who is no lead' }, '2026-03-05', NOW + 5);
  expect((await contact()).lostReason).toBe('');
});
