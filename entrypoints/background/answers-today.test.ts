import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fromPanel, fromScreen, show, startAnew, subject } from '../../tests/support/background';
import { defaultCare } from '@/lib/domain/care';
import { db } from '@/lib/db/database';
import { EVERYBODY } from '@/lib/db/stale';

vi.mock('webextension-polyfill', () => import('../../tests/support/browser'));

beforeEach(startAnew);
afterEach(() => vi.useRealTimers());

describe('how the book is cared for', () => {
  test('keeps what two screens change at once, and takes each back alone', async () => {
    const [budget] = await Promise.all([
      fromScreen('care.set', { care: { budget: 5 } }),
      fromScreen('care.set', { care: { cadences: { tags: { vip: 7 } } } }),
    ]);
    expect((await fromScreen('care.get', {})).care).toEqual({
      ...defaultCare,
      budget: 5,
      cadences: { ...defaultCare.cadences, tags: { vip: 7 } },
    });
    await fromScreen('undo.run', { undo: budget.undo! });
    expect((await fromScreen('care.get', {})).care).toEqual({ ...defaultCare, cadences: { ...defaultCare.cadences, tags: { vip: 7 } } });
  });

  test('has everybody reckoned anew when the half-life changes, and when that is taken back', async () => {
    const marks: unknown[] = [];
    const onMark = (key: unknown) => void marks.push(key);
    db.stale.hook('creating', onMark);
    const { undo } = await fromScreen('care.set', { care: { halfLife: 60 } });
    expect(marks.splice(0)).toEqual([EVERYBODY.id]);
    await fromScreen('care.set', { care: { budget: 7 } });
    expect(marks).toEqual([]);
    await db.stale.clear();
    await fromScreen('undo.run', { undo: undo! });
    expect(marks).toEqual([EVERYBODY.id]);
    expect((await fromScreen('care.get', {})).care).toEqual({ ...defaultCare, budget: 7 });
    db.stale.hook('creating').unsubscribe(onMark);
  });

  test('is no business of a panel in a page', async () => {
    await expect(fromPanel('care.get', {})).rejects.toThrow('refused');
    await expect(fromPanel('care.set', { care: { budget: 5 } })).rejects.toThrow('refused');
    await expect(fromPanel('source.known', {})).rejects.toThrow('refused');
  });

  test('refuses what would leave no day of work, or a stage without a name', async () => {
    await expect(fromScreen('care.set', { care: { restDays: { 1: true, 2: true, 3: true, 4: true, 5: true } } })).rejects.toThrow(
      'invalid',
    );
    await expect(fromScreen('care.set', { care: { stages: [{ id: 's1', name: '' }] } })).rejects.toThrow('invalid');
    await expect(fromScreen('care.set', { care: { cadences: { tiers: { deep: 0 } } } })).rejects.toThrow('invalid');
    expect((await fromScreen('care.get', {})).care).toEqual(defaultCare);
  });

  test('names who is left in a stage that was removed, and shows it on their page until they are moved', async () => {
    await show('Anna');
    await fromPanel('tie.say', { subject, about: { stage: 'quoted', source: 'fair' } });
    await fromScreen('care.set', { care: { stages: [{ id: 'quoted', removed: true }] } });
    const [anna] = await db.contacts.toArray();
    expect(await fromScreen('care.get', {})).toMatchObject({ inStage: { quoted: 1 }, left: { quoted: [{ id: anna!.id, name: 'Anna' }] } });
    expect((await fromScreen('source.known', {})).sources).toEqual(['fair']);
    const stages = async () => (await fromPanel('tie.get', { subject })).stages.map(({ id }) => id);
    expect(await stages()).toContain('quoted');
    await fromPanel('tie.say', { subject, about: { stage: 'lead' } });
    expect(await stages()).not.toContain('quoted');
  });
});
