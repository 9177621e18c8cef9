import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { plainName } from '@/lib/domain/common-names';
import { fromPage, fromPanel, fromScreen, show, startAnew, subject } from '../../tests/support/background';
import { db } from '@/lib/db/database';

vi.mock('webextension-polyfill', () => import('../../tests/support/browser'));

const other = { ref: 'r2' };
const email = ['anna@oak.de'];

beforeEach(async () => {
  await startAnew();
  await show('Anna');
  await fromPanel('tie.say', { subject, about: { emails: email } });
  await show('A. Schmidt', { ref: 'r2' });
  await fromPanel('note.add', { subject: other, note: 'n', text: 'secret of the other' });
  await fromPanel('tie.say', { subject: other, about: { emails: email, phones: ['+491511234567'] } });
});
afterEach(() => vi.useRealTimers());

const idOf = async (name: string) => (await db.contacts.where({ called: plainName(name) }).first())!.id;

describe('the panel', () => {
  test('is told who may be the same and why, and nothing else of the other one', async () => {
    const answer = await fromPanel('person.suggested', { subject });
    expect(answer).toEqual({
      suggested: [
        { id: await idOf('A. Schmidt'), name: 'A. Schmidt', sites: [expect.any(String)], reasons: [{ word: 'same_email', args: email }] },
      ],
    });
    expect(JSON.stringify(answer)).not.toMatch(/secret|4915/);
    await expect(fromPanel('person.suggested', { subject: { contact: await idOf('A. Schmidt') } })).rejects.toThrow('refused');
    await expect(fromPage('person.suggested', { subject })).rejects.toThrow('refused');
  });

  test('merges who is suggested, undoably, and nobody else', async () => {
    await show('Bert', { ref: 'r3' });
    await fromPanel('person.remember', { subject: { ref: 'r3' } });
    await expect(fromPanel('person.merge', { subject, contact: await idOf('Bert') })).rejects.toThrow('gone');
    await expect(fromPanel('person.apart', { subject, contact: await idOf('Bert') })).rejects.toThrow('gone');
    const { undo } = await fromPanel('person.merge', { subject, contact: await idOf('A. Schmidt') });
    await show('Anna', { ref: 'r4' });
    expect((await fromPanel('panel.view', {})).person).toMatchObject({ name: 'Anna', notes: [{ text: 'secret of the other' }] });
    await fromPanel('undo.run', { undo: undo! });
    expect((await fromPanel('panel.view', {})).person).toMatchObject({ notes: [] });
  });

  test('may say that they are two, which is remembered', async () => {
    const { undo } = await fromPanel('person.apart', { subject, contact: await idOf('A. Schmidt') });
    for (const about of [subject, other]) expect((await fromPanel('person.suggested', { subject: about })).suggested).toEqual([]);
    await fromPanel('undo.run', { undo: undo! });
    expect((await fromPanel('person.suggested', { subject })).suggested).toHaveLength(1);
  });

  test('cannot take apart or split: that shows more than its conversation', async () => {
    await fromPanel('person.merge', { subject, contact: await idOf('A. Schmidt') });
    const { id, into } = (await db.merges.toArray())[0]!;
    await expect(fromPanel('person.merged', { contact: into })).rejects.toThrow('refused');
    await expect(fromPanel('person.unmerge', { merge: id })).rejects.toThrow('refused');
    await expect(fromPanel('person.split', { contact: into, identity: id, notes: [] })).rejects.toThrow('refused');
  });
});

test('The workspace lists who was merged, takes apart, and splits off a chat with chosen notes', async () => {
  const [anna, schmidt] = [await idOf('Anna'), await idOf('A. Schmidt')];
  await fromScreen('person.merge', { subject: { contact: anna }, contact: schmidt });
  const { merged } = await fromScreen('person.merged', { contact: anna });
  expect(merged).toMatchObject([{ name: 'A. Schmidt' }]);
  await fromScreen('person.unmerge', { merge: merged[0]!.merge });
  expect((await fromScreen('contact.get', { contact: schmidt })).person).toMatchObject({ notes: [{ text: 'secret of the other' }] });
  await db.apart.clear();
  await fromScreen('person.merge', { subject: { contact: anna }, contact: schmidt });
  const { person } = await fromScreen('contact.get', { contact: anna });
  const identity = person!.identities.find(({ name }) => name === 'A. Schmidt')!.id;
  const { contact } = await fromScreen('person.split', { contact: anna, identity, notes: ['n'] });
  expect((await fromScreen('contact.get', { contact })).person).toMatchObject({ name: 'A. Schmidt', notes: [{ id: 'n' }] });
  await expect(fromScreen('person.unmerge', { merge: 'nothing' })).rejects.toThrow('gone');
});

test('Forgetting somebody takes along who was merged in, and its undo brings both back', async () => {
  const [anna, schmidt] = [await idOf('Anna'), await idOf('A. Schmidt')];
  await fromPanel('person.merge', { subject, contact: schmidt });
  // The chat of the merged one alone: the name by which that one was known goes, the person stays.
  const first = await fromPanel('person.never', { subject: other });
  expect(JSON.stringify(await Promise.all(db.tables.map((table) => table.toArray())))).not.toContain('Schmidt');
  expect(await db.contacts.get(anna)).toMatchObject({ deletedAt: null, words: ['anna'] });
  await fromPanel('undo.run', { undo: first.undo! });
  expect((await db.contacts.get(anna))!.words).toContain('schmidt');
  const { merged } = await fromScreen('person.merged', { contact: anna });
  await fromScreen('person.unmerge', { merge: merged[0]!.merge });
  expect(await db.identities.where({ contactId: schmidt }).toArray()).toHaveLength(1);
});
