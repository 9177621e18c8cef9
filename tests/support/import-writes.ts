// The messages that bring people and chats of a file in, with what has to stand there before them.
import { fromScreen } from './background';
import { after, type Writes } from './write-stage';
import type { ImportChoices, Incoming } from '@/lib/domain/import/person';

const choices: ImportChoices = { keys: ['phone', 'email', 'id'], known: 'overwrite', deleted: false, fields: ['Car'] };
const file = { name: 'people.csv', size: 1000, hash: '0'.repeat(64) };

const person = (row: number, name: string, more: Partial<Incoming> = {}): Incoming => ({
  ...{
    row,
    name,
    phones: [],
    emails: [],
    tags: ['fair'],
    company: 'Oak',
    source: '',
    bonds: [],
    type: null,
    cadence: null,
    quietUntil: null,
  },
  ...{ ids: [{ site: 'linkedin', value: `li-${row}`, link: null }], note: `Note ${row}`, stage: 'lead', dates: [], own: { Car: 'Polo' } },
  ...{ addedOn: null, joins: null },
  ...more,
});
/** Somebody new, twice, and somebody who is there: A. Schmidt and Anna have the same address, so one of them is asked for by name. */
const people = [
  person(2, 'Cleo Lind', { phones: ['+4915112348765'] }),
  person(3, 'Dora', { ids: [{ site: 'demo', value: 'id-Anna', link: null }] }),
  person(4, 'Cleo', {
    joins: 0,
    dates: [{ kind: 'birthday', label: '', calendar: 'solar', year: null, month: 3, leapMonth: false, day: 9, everyMonths: 12 }],
  }),
];

const beginImport = async (): Promise<string> => (await fromScreen('import.begin', { file, choices, how: '{}' })).job;

const stagePeople = (job: string): Promise<unknown> =>
  fromScreen('import.rows', {
    ...{ job, n: 0, people, twice: 1, isLast: true },
    rejected: [{ row: 5, why: { word: 'intake_none', args: [] }, cells: ['x'] }],
  });

/** An import that can be taken over. */
async function readyImport(): Promise<string> {
  const job = await beginImport();
  await stagePeople(job);
  return job;
}

/** A chat with somebody new: a day that is known by its counts, and one of which a message has its time. */
const takeChat = (): Promise<unknown> =>
  fromScreen('chat.take', {
    ...{ hash: '0'.repeat(64), isGroup: false },
    people: [
      {
        ...{ contact: null, name: 'Cleo' },
        days: [
          { day: '2026-02-10', in: 3, out: 1 },
          { day: '2026-02-11', in: 2, out: 2 },
        ],
        timed: [{ day: '2026-02-11', at: '2026-02-11T10:00:00.000Z', direction: 'in' }],
      },
    ],
  });

export const importWrites: Writes = {
  'chat.take': { 'counts a chat out of a file': takeChat },
  'import.begin': { 'opens an import': beginImport },
  'import.rows': { 'sets people aside': after(beginImport, (_, job) => stagePeople(job)) },
  'import.commit': { 'takes people in': after(readyImport, (_, job) => fromScreen('import.commit', { job })) },
  'import.drop': { 'forgets an import': after(readyImport, (_, job) => fromScreen('import.drop', { job })) },
};
