import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import { defaultCare } from '../domain/care';
import { changeCare, countStages } from './care';
import { deleteContact } from './contacts';
import { db } from './database';
import { say } from './marks';
import { changeSettings, readSettings } from './settings';
import { runUndo } from './undo';
import { NOW, place, wipe } from '../../tests/support/people';
import { remember } from './people';

const care = async () => (await readSettings()).care;
const stages = async (): Promise<string[]> => (await care()).stages.map(({ id }) => id);
const met = async (name: string): Promise<string> => (await remember(place(name, name), NOW)).identity.contactId;
const inStage = async (name: string, stage: string): Promise<string> => {
  const contact = await met(name);
  await say(contact, { stage }, '2026-03-02', NOW);
  return contact;
};

beforeEach(wipe);

describe('changing how the book is cared for', () => {
  test('from two screens at once keeps what both changed', async () => {
    await Promise.all([
      changeCare({ budget: 5 }, NOW),
      changeCare({ cadences: { tags: { vip: 7 } } }, NOW),
      changeCare({ halfLife: 60 }, NOW),
    ]);
    expect(await care()).toEqual({ ...defaultCare, budget: 5, halfLife: 60, cadences: { ...defaultCare.cadences, tags: { vip: 7 } } });
  });

  test('can be taken back, the very first time too, without what else was chosen since', async () => {
    const undo = await changeCare({ budget: 5, cadences: { tiers: { deep: 9 } } }, NOW);
    await changeSettings(NOW + 1, () => ({ theme: 'dark' }));
    await changeCare({ cadences: { tiers: { iron: 8 } } }, NOW + 2);
    await runUndo(undo!, NOW + 3);
    expect(await care()).toEqual({ ...defaultCare, cadences: { ...defaultCare.cadences, tiers: { sticky: 30, deep: 45, iron: 8 } } });
    expect((await readSettings()).theme).toBe('dark');
  });

  test('is not taken back where no day of work would be left', async () => {
    await changeCare({ restDays: { 1: true, 2: true, 3: true, 4: true } }, NOW);
    const undo = await changeCare({ restDays: { 6: false } }, NOW);
    await changeCare({ restDays: { 5: true } }, NOW);
    await expect(runUndo(undo!, NOW)).rejects.toThrow('undone');
    expect((await care()).restDays).toEqual([1, 2, 3, 4, 5, 7]);
  });

  test('to what it is already leaves nothing to take back', async () => {
    expect(await changeCare({ budget: 10 }, NOW)).toBeNull();
  });
});

describe('a stage that is removed', () => {
  test('stays for those who are in it, takes in nobody else, and goes with the last one', async () => {
    const anna = await inStage('Anna', 'quoted');
    const bert = await met('Bert');
    await changeCare({ stages: [{ id: 'quoted', removed: true }] }, NOW);
    expect((await care()).stages.at(-1)).toMatchObject({ id: 'quoted', removed: true });
    expect(await countStages(await care())).toMatchObject({ quoted: 1, lead: 0 });
    await expect(say(bert, { stage: 'quoted' }, '2026-03-02', NOW)).rejects.toThrow('invalid');
    await say(anna, { stage: 'quoted', company: 'Oak' }, '2026-03-02', NOW);
    expect((await db.contacts.get(anna))!.company).toBe('Oak');
    await say(anna, { stage: 'lead' }, '2026-03-02', NOW);
    await changeCare({ stages: [{ id: 'lead', days: 3 }] }, NOW);
    expect(await stages()).toEqual(['lead', 'contacted', 'visited', 'tried']);
  });

  test('stays for somebody deleted, who may come back, but is not counted', async () => {
    const anna = await inStage('Anna', 'tried');
    await deleteContact(anna, NOW);
    await changeCare({ stages: [{ id: 'tried', removed: true }] }, NOW);
    expect(await stages()).toContain('tried');
    expect((await countStages(await care()))['tried']).toBe(0);
  });

  test('comes back to its place by undo', async () => {
    const undo = await changeCare({ stages: [{ id: 'visited', removed: true }] }, NOW);
    expect(await stages()).not.toContain('visited');
    await runUndo(undo!, NOW);
    expect(await stages()).toEqual(defaultCare.stages.map(({ id }) => id));
  });
});
