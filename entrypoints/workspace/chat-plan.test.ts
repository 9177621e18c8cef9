// From what is said of the voices of a chat to what is handed to the book.
import { expect, test } from 'vitest';
import type { Role } from '../../components/workspace/ChatVoices';
import { chatFileSchema } from '../../lib/domain/import/chat';
import { readChat, type Chat } from '../../lib/formats/contacts/chat-export';
import { fileOf, messagesOf, plansOf, takenOf, toldOf } from './chat-plan';

const TODAY = '2026-03-02';
const HASH = 'a'.repeat(64);
async function chatOf(...lines: string[]): Promise<Chat> {
  const read = await readChat(new Blob([lines.map((line) => `${line}: word`).join('\n')]), { encoding: 'utf-8', today: TODAY });
  if (!read.ok) throw new Error(read.problem);
  return read.chat;
}
const group = () =>
  chatOf(
    ...[
      '13.01.26, 09:00 - Anna',
      '13.01.26, 09:01 - Me',
      '13.01.26, 09:02 - Bob',
      '14.01.26, 09:00 - Me (old)',
      '14.01.26, 09:01 - Anna 2',
    ],
    '15.01.26, 09:00 - Cleo',
  );
/** Anna 0, Me 1, Bob 2, Me (old) 3, Anna 2 4, Cleo 5. */
const roles = new Map<number, Role>([
  [0, { is: 'contact', id: 'anna', name: 'Anna Oak' }],
  [2, { is: 'new' }],
  [3, { is: 'me' }],
  [4, { is: 'contact', id: 'anna', name: 'Anna Oak' }],
  [5, { is: 'out' }],
]);

test('Two voices of one contact are one person, a second voice of the user is the user, and who is left out is nobody', async () => {
  const told = toldOf(await group(), 1, roles);
  expect(told).toEqual({
    me: [1, 3],
    people: [
      { contact: 'anna', name: 'Anna', known: 'Anna Oak', voices: [0, 4] },
      { contact: null, name: 'Bob', known: 'Bob', voices: [2] },
    ],
  });
});

test('What is new goes to the book with its times, what is counted already and who is on the never list does not', async () => {
  const chat = await group();
  const told = toldOf(chat, 1, roles);
  const file = fileOf(chat, HASH, told, TODAY);
  expect(chatFileSchema.parse(file)).toMatchObject({ isGroup: true, people: [{ contact: 'anna' }, { contact: null }] });
  const plans = plansOf(told, file, {
    people: [
      { counted: ['2026-01-13'], never: false },
      { counted: [], never: true },
    ],
  });
  expect(plans.map(({ fresh }) => messagesOf(fresh))).toEqual([1, 2]);
  const taken = takenOf(chat, file, told.me, plans, 'UTC')!;
  expect(chatFileSchema.parse(taken).people).toEqual([
    expect.objectContaining({ contact: 'anna', timed: [{ day: '2026-01-14', at: '2026-01-14T09:01:00.000Z', direction: 'in' }] }),
  ]);
  expect(JSON.stringify(taken)).not.toContain('word');
  const all = plansOf(told, file, { people: file.people.map(({ days }) => ({ counted: days.map(({ day }) => day), never: false })) });
  expect(takenOf(chat, file, told.me, all, 'UTC')).toBeNull();
});

test('Days that lie ahead stay out', async () => {
  const chat = await chatOf('01.03.26, 09:00 - Anna', '03.03.26, 09:00 - Anna');
  const told = toldOf(chat, null, new Map([[0, { is: 'new' }]]));
  expect(fileOf(chat, HASH, told, TODAY)).toMatchObject({ isGroup: false, people: [{ days: [{ day: '2026-03-01' }] }] });
});
