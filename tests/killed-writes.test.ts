// The worker dies at every single write of every message that changes something: what it did is there whole, or not at all.
import { afterEach, describe, expect, test, vi } from 'vitest';
import { dyingAt } from './support/dying';
import { writes } from './support/every-write';
import { kept, play } from './support/play';
import { reckonFor } from '@/entrypoints/background/reckon';
import { db } from '@/lib/db/database';
import { markEverybodyStale } from '@/lib/db/standings';
import { READING } from '@/entrypoints/background/space';
import { protocol, type MessageName } from '@/lib/messages/protocol';

vi.mock('webextension-polyfill', () => import('./support/browser'));

/** Messages that change no record of the user's. */
const READ_ONLY = new Set<MessageName>([
  'page.hello',
  'page.conversation',
  'page.leaving',
  'page.taught',
  'page.teach',
  'page.slash',
  'picker.close',
  'sidepanel.open',
  'panel.view',
  // The answer is kept in the tab.
  'person.which',
  'person.find',
  'person.suggested',
  'person.merged',
  'tags.known',
  'tie.get',
  'life.get',
  'field.list',
  'field.values',
  'reply.offer',
  'reply.choices',
  'reply.written',
  // What was noticed is kept with the tab.
  'reply.dismiss',
  'example.list',
  'popup.first',
  'source.known',
  'calendar.part',
  'settings.get',
  'teach.stop',
  'today.list',
  'care.get',
  'tab.state',
  'conversation.open',
  'site.list',
  'site.tabs',
  'site.sync',
  'teach.begin',
  'teach.drop',
  'taught.get',
  'contact.list',
  // Makes lines that can be made anew at any time.
  'book.rows',
  'book.ids',
  'book.tags',
  'bulk.list',
  'board.get',
  'board.cards',
  'lead.score',
  'lead.reasons',
  'table.get',
  'numbers.get',
  'numbers.flow',
  'contact.get',
  'timeline.get',
  'reply.list',
  'reply.values',
  'backup.state',
  'space.state',
  'backup.list',
  'contact.export',
  'backup.part',
  'restore.begin',
  'restore.preview',
  'restore.state',
  'import.state',
  'contact.part',
  'chat.compare',
  'contact.some',
  'import.rejected',
]);

/** Today and the sums of the numbers as they were kept up step by step, and as they are when everything is worked out anew. */
async function bothReckonings() {
  const agenda = async () => {
    await reckonFor(10_000);
    return [await db.agenda.toArray(), await db.standings.toArray(), await db.sums.toArray()];
  };
  const stepwise = await agenda();
  await markEverybodyStale();
  return { stepwise, anew: await agenda() };
}

/** All that is in the database, derived rows too. */
const everything = async (): Promise<string> => JSON.stringify(await Promise.all(db.tables.map((table) => table.toArray())));

afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

test('What is answered before anybody knows whether there is room changes nothing', () => {
  expect([...READING].filter((name) => !READ_ONLY.has(name as MessageName))).toEqual([]);
});

test('Every message that there is either changes nothing or is killed here', () => {
  const left = (Object.keys(protocol) as MessageName[]).filter((name) => !READ_ONLY.has(name) && !writes[name]);
  expect(left).toEqual([]);
});

describe.each(Object.entries(writes))('%s', (_, cases) => {
  test.each(Object.entries(cases))('%s, whole or not at all', async (_name, one) => {
    const whole = await play(one);
    await whole.write();
    const done = await kept();
    expect(done, 'the write changes something').not.toEqual(whole.before);

    const reckoned = new Set<string>();
    for (let at = 1; ; at += 1) {
      const { before, write } = await play(one);
      if (!(await dyingAt(at, write))) break;
      const now = await kept();
      if (JSON.stringify(now) !== JSON.stringify(done)) expect(now, `killed at write ${at}`).toEqual(before);
      // A kill that leaves what an earlier one left, to the last mark, is reckoned as that one was.
      const left = await everything();
      if (reckoned.has(left)) continue;
      reckoned.add(left);
      const { stepwise, anew } = await bothReckonings();
      expect(stepwise, `Today after a kill at write ${at}`).toEqual(anew);
    }
  });
});
