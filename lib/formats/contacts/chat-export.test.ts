// WhatsApp's "Export chat" as phones of many languages write it: who wrote when, and nothing of what.
import { describe, expect, test } from 'vitest';
import { readChat, type Chat } from './chat-export';
import { lookAt } from './index';

const TODAY = '2026-03-02';
async function chatOf(text: string, order?: Chat['order']): Promise<Chat> {
  const read = await readChat(new Blob([text]), { encoding: 'utf-8', today: TODAY, ...(order ? { order } : {}) });
  if (!read.ok) throw new Error(read.problem);
  return read.chat;
}
const timesOf = ({ at, by, authors }: Chat): string[] =>
  [...at].map((one, i) => `${authors[by[i]!]!.name} ${new Date(one * 1000).toISOString().slice(0, 19)}`);

describe('a message is found as written by', () => {
  test.each([
    ['Android, German', '31.12.23, 21:05 - Anna: Hallo', '2023-12-31T21:05:00'],
    ['Android, American', '12/31/23, 9:05\u202fPM - Anna: Hi', '2023-12-31T21:05:00'],
    ['Android, American, at midnight', '12/31/23, 12:05 AM - Anna: Hi', '2023-12-31T00:05:00'],
    ['Android, British', '31/12/2023, 21:05 - Anna: Hi', '2023-12-31T21:05:00'],
    ['Android, Chinese', '2023/12/31 21:05 - Anna: 你好', '2023-12-31T21:05:00'],
    ['Android, Chinese with halves of the day', '2023/12/31 下午9:05 - Anna: 你好', '2023-12-31T21:05:00'],
    ['Android, Chinese at noon', '2023年12月31日 中午12:05 - Anna: 你好', '2023-12-31T12:05:00'],
    ['Android, Spanish', '31/12/23 9:05 p. m. - Anna: Hola', '2023-12-31T21:05:00'],
    ['Android, Dutch', '31-12-2023 21:05 - Anna: Hoi', '2023-12-31T21:05:00'],
    ['Android, Swedish', '2023-12-31 21:05 - Anna: Hej', '2023-12-31T21:05:00'],
    ['Android, Korean', '2023년 12월 31일 오후 9:05, Anna : 안녕', '2023-12-31T21:05:00'],
    ['Android, Arabic', '٣١/١٢/٢٠٢٣, ٩:٠٥ م - Anna: مرحبا', '2023-12-31T21:05:00'],
    ['the iPhone, German', '[31.12.23, 21:05:33] Anna: Hallo', '2023-12-31T21:05:33'],
    ['the iPhone, American', '[12/31/23, 9:05:33\u202fPM] Anna: Hi', '2023-12-31T21:05:33'],
    ['the iPhone, Chinese', '\u200e[2023/12/31 21:05:33] Anna: 你好', '2023-12-31T21:05:33'],
    ['the iPhone, Chinese with halves of the day', '[2023/12/31 下午9:05:33] Anna: 你好', '2023-12-31T21:05:33'],
    ['the iPhone, French', '[31/12/2023 21:05:33] Anna: Salut', '2023-12-31T21:05:33'],
    ['the iPhone, of somebody not in the address book', '[31.12.23, 21:05:33] ~ Anna: Hi', '2023-12-31T21:05:33'],
  ])('%s', async (_, line, time) => {
    expect(await lookAt(new Blob([line]))).toMatchObject({ kind: 'chat' });
    expect(timesOf(await chatOf(line))).toEqual([`Anna ${time}`]);
  });
});

test('lines of a message, words of WhatsApp and times within a text are no messages; pictures are', async () => {
  const android = [
    '31.12.23, 21:00 - Nachrichten und Anrufe sind Ende-zu-Ende-verschlüsselt. Mehr erfahren.',
    '31.12.23, 21:05 - Anna: Hallo',
    'noch eine Zeile: mit Doppelpunkt',
    '[30.12.23, 10:00:00] Bob: aus einem anderen Chat',
    '31.12.23, 21:06 - Bob: <Medien ausgeschlossen>',
    '31.12.23, 21:07 - Anna hat den Betreff in „Angebot: neu” geändert',
    '31.12.23, 21:08 - Bob: Diese Nachricht wurde gelöscht.',
    '',
  ].join('\n');
  expect(timesOf(await chatOf(android))).toEqual(['Anna 2023-12-31T21:05:00', 'Bob 2023-12-31T21:06:00', 'Bob 2023-12-31T21:08:00']);
  const iphone = [
    '[31.12.23, 21:00:00] Anna: \u200eMessages and calls are end-to-end encrypted. Only people in this chat can read them.',
    '[31.12.23, 21:05:01] Bob: Hi',
    '\u200e[31.12.23, 21:05:02] Anna: \u200eimage omitted',
    '\u200e[31.12.23, 21:05:03] Anna: \u200e<attached: 00000012-PHOTO.jpg>',
    '[31.12.23, 21:05:04] Bob: \u200eMissed voice call',
    '[31.12.23, 21:05:05] Anna: \u200e图像已忽略',
    '[31.12.23, 21:05:06] Anna: \u200e消息和通话都进行端到端加密。只有此聊天中的人可以阅读。',
  ].join('\r\n');
  const chat = await chatOf(iphone);
  expect(timesOf(chat).map((one) => one.slice(-2))).toEqual(['01', '02', '03', '05']);
  expect(chat.authors).toEqual([
    { name: 'Bob', messages: 1 },
    { name: 'Anna', messages: 3 },
  ]);
});

describe('days and months are told apart', () => {
  const lines = (...dates: string[]): string => dates.map((date) => `${date}, 10:00 - Anna: x`).join('\n');

  test('by a number that is no month, wherever in the file it stands', async () => {
    expect(await chatOf(lines('03/04/24', '05/04/24', '13/04/24'))).toMatchObject({ order: 'dmy', isGuess: false });
    expect(await chatOf(lines('03/04/24', '03/05/24', '03/13/24'))).toMatchObject({ order: 'mdy', isGuess: false });
    expect(await chatOf(lines('24/03/04', '24/03/30'))).toMatchObject({ order: 'ymd', isGuess: false });
  });

  test('by messages following one another, and by none being of tomorrow', async () => {
    expect(await chatOf(lines('11/01/24', '12/01/24', '01/02/24', '02/02/24'))).toMatchObject({ order: 'dmy', isGuess: false });
    expect(await chatOf(lines('01/11/24', '01/12/24', '02/01/24', '02/02/24'))).toMatchObject({ order: 'mdy', isGuess: false });
    expect(await chatOf(lines('05/02/26'))).toMatchObject({ order: 'dmy', isGuess: false });
  });

  test('where nothing tells, it is said to be a guess, and the user’s word counts', async () => {
    expect(await chatOf(lines('03/04/24'))).toMatchObject({ order: 'dmy', isGuess: true });
    const said = await chatOf(lines('03/04/24'), 'mdy');
    expect([timesOf(said), said.isGuess]).toEqual([['Anna 2024-03-04T10:00:00'], false]);
  });
});

test('Nothing of what was written is in the result', async () => {
  const chat = await chatOf('31.12.23, 21:05 - Anna: geheim\n31.12.23, 21:06 - Bob: ganz: geheim\nauch geheim');
  expect(JSON.stringify(chat)).not.toContain('geheim');
});

test('a file without a message says so', async () => {
  expect(await readChat(new Blob(['no chat\nat all']), { encoding: 'utf-8', today: TODAY })).toEqual({ ok: false, problem: 'none' });
});
