import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fromPanel, fromScreen, show, startAnew, subject } from '../../tests/support/background';
import { db } from '@/lib/db/database';

vi.mock('webextension-polyfill', () => import('../../tests/support/browser'));

beforeEach(startAnew);
afterEach(() => vi.useRealTimers());

const need = (id = 'f1') => ({ id, kind: 'need' as const, on: '2026-03-01', text: 'a quieter fan', score: null, other: null });
const nothing = { deals: [], facts: [], keyDates: [] };

describe('what is put down about a person in the panel', () => {
  test('remembers the person and can be taken back', async () => {
    await show('Anna');
    const { undo } = await fromPanel('life.save', { subject, ...nothing, facts: [need()] });
    expect((await fromPanel('life.get', { subject })).facts).toMatchObject([{ text: 'a quieter fan' }]);
    await fromPanel('undo.run', { undo: undo! });
    expect((await fromPanel('life.get', { subject })).facts).toEqual([]);
  });

  test('is about the open conversation only, and is removed in the workspace only', async () => {
    await show('Anna');
    await fromPanel('life.save', { subject, ...nothing, facts: [need()] });
    const [anna] = await db.contacts.toArray();
    await expect(fromPanel('life.get', { subject: { contact: anna!.id } })).rejects.toThrow('refused');
    await expect(fromPanel('life.delete', { contact: anna!.id, table: 'facts', record: 'f1' })).rejects.toThrow('refused');
    await show('Bert', { ref: 'r2' });
    await expect(fromPanel('life.save', { subject: { ref: 'r2' }, ...nothing, facts: [need()] })).rejects.toThrow('refused');
    await fromScreen('life.delete', { contact: anna!.id, table: 'facts', record: 'f1' });
    expect(await db.facts.count()).toBe(0);
  });

  test('names who was brought, and by whom', async () => {
    await show('Anna');
    await fromPanel('person.remember', { subject });
    await show('Bert', { ref: 'r2' });
    await fromPanel('person.remember', { subject: { ref: 'r2' } });
    const [anna, bert] = (await db.contacts.orderBy('called').toArray()).map(({ id, name }) => ({ id, name }));
    const referral = { ...need(), kind: 'referral' as const, other: bert!.id };
    await fromPanel('life.save', { subject, ...nothing, facts: [referral] });
    expect((await fromScreen('life.get', { subject: { contact: anna!.id } })).brought).toEqual([bert]);
    expect((await fromScreen('life.get', { subject: { contact: bert!.id } })).referredBy).toEqual(anna);
  });
});

test('What the rep says of a tie changes that alone', async () => {
  await show('Anna');
  await fromPanel('tie.say', { subject, about: { company: 'Oak & Reed', bonds: ['benefit'] } });
  await fromPanel('tie.say', { subject, about: { type: 'prospect' } });
  const [anna] = await db.contacts.toArray();
  expect(anna).toMatchObject({ company: 'Oak & Reed', bonds: ['benefit'], type: 'prospect', stage: null });
});
