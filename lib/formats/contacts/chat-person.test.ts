// What of a chat belongs to one person: in a chat of two everything, in a group what they wrote and what answered them.
import { expect, test } from 'vitest';
import { readChat, type Chat } from './chat-export';
import { chatDays, chatMonths, chatTimes, isGroupChat } from './chat-person';

async function chatOf(...lines: string[]): Promise<Chat> {
  const read = await readChat(new Blob([lines.join('\n')]), { encoding: 'utf-8', today: '2026-03-02' });
  if (!read.ok) throw new Error(read.problem);
  return read.chat;
}
const two = () =>
  chatOf('31.12.23, 23:59 - Anna: a', '31.12.23, 23:59 - Me: b', '01.01.24, 00:00 - Me: c', '01.01.24, 00:01 - Me (work): d');

test('A chat of two counts both ways by day, whoever of the authors is the user', async () => {
  const chat = await two();
  expect(chat.authors.map(({ name }) => name)).toEqual(['Anna', 'Me', 'Me (work)']);
  const voices = { me: [1, 2], theirs: [0] };
  expect(isGroupChat(chat, voices)).toBe(false);
  expect(chatDays(chat, voices)).toEqual([
    { day: '2023-12-31', in: 1, out: 1 },
    { day: '2024-01-01', in: 0, out: 2 },
  ]);
  expect(chatDays(chat, { me: [], theirs: [0] })).toEqual([{ day: '2023-12-31', in: 1, out: 0 }]);
});

test('In a group a message of the user counts for the one who wrote last before it, and for nobody else', async () => {
  const chat = await chatOf(
    ...['01.01.24, 09:00 - Me: to all', '01.01.24, 10:00 - Anna: a', '01.01.24, 10:01 - Me: to Anna', '01.01.24, 10:02 - Me: to Anna'],
    ...['01.01.24, 11:00 - Bob: b', '01.01.24, 11:01 - Me: to Bob', '02.01.24, 12:00 - Cleo: c', '02.01.24, 12:01 - Me: to Cleo'],
  );
  const me = [0];
  expect(isGroupChat(chat, { me, theirs: [1] })).toBe(true);
  expect(chatDays(chat, { me, theirs: [1] })).toEqual([{ day: '2024-01-01', in: 1, out: 2 }]);
  expect(chatDays(chat, { me, theirs: [2] })).toEqual([{ day: '2024-01-01', in: 1, out: 1 }]);
  expect(chatDays(chat, { me, theirs: [3] })).toEqual([{ day: '2024-01-02', in: 1, out: 1 }]);
  // Two names of one person are one voice.
  expect(chatDays(chat, { me, theirs: [1, 2] })).toEqual([{ day: '2024-01-01', in: 2, out: 3 }]);
});

test('The latest messages have the instant of the clock on the wall, and stay on their day', async () => {
  const chat = await two();
  const voices = { me: [1, 2], theirs: [0] };
  const days = new Set(['2023-12-31', '2024-01-01']);
  expect(chatTimes(chat, voices, { days, most: 3, zone: 'Asia/Shanghai' })).toEqual([
    { day: '2023-12-31', at: '2023-12-31T15:59:00.000Z', direction: 'out' },
    { day: '2024-01-01', at: '2023-12-31T16:00:00.000Z', direction: 'out' },
    { day: '2024-01-01', at: '2023-12-31T16:01:00.000Z', direction: 'out' },
  ]);
  expect(chatTimes(chat, voices, { days: new Set(['2023-12-31']), most: 9, zone: 'UTC' })).toHaveLength(2);
  // The first hour of that day there is none: clocks are set forward at midnight.
  const night = await chatOf('30.03.24, 23:59 - Anna: a', '31.03.24, 00:30 - Anna: b');
  const beirut = { days: new Set(['2024-03-30', '2024-03-31']), most: 9, zone: 'Asia/Beirut' };
  const times = chatTimes(night, { me: [], theirs: [0] }, beirut).map(({ at }) => at);
  expect(times).toEqual(['2024-03-30T21:59:00.000Z', '2024-03-30T22:30:00.000Z']);
});

test('Months are sums of their days', () => {
  const days = [
    { day: '2024-01-31', in: 1, out: 2 },
    { day: '2024-03-01', in: 3, out: 0 },
    { day: '2024-03-02', in: 1, out: 1 },
  ];
  expect(chatMonths(days)).toEqual([
    { month: '2024-01', in: 1, out: 2 },
    { month: '2024-03', in: 4, out: 1 },
  ]);
});

test('Nothing of what was written is in what is handed on', async () => {
  const chat = await chatOf('31.12.23, 21:05 - Anna: geheim', '31.12.23, 21:06 - Bob: ganz: geheim', 'auch geheim');
  const voices = { me: [0], theirs: [1] };
  const days = chatDays(chat, voices);
  const times = chatTimes(chat, voices, { days: new Set(days.map(({ day }) => day)), most: 400, zone: 'UTC' });
  expect([days.length, times.length]).toEqual([1, 2]);
  expect(JSON.stringify([chat, days, times])).not.toContain('geheim');
});
