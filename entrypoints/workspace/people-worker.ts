// What reads a file of people beside the page, so that the page never stands still: its own thread, without any right of the extension's.
import { folding } from '../../lib/domain/import/fold';
import { incomingSchema, PART_PEOPLE, type Incoming, type MatchKey, type RejectedRow } from '../../lib/domain/import/person';
import { said, saidOf } from '../../lib/domain/said';
import { lookAt, readPeople, type Given } from '../../lib/formats/contacts';
import { readChat, type Chat, type ChatOrder } from '../../lib/formats/contacts/chat-export';
import type { Looked, PeopleProblem, Position, ReadPeople } from '../../lib/formats/contacts/incoming';
import { toBook } from '../../lib/formats/contacts/to-book';
import type { Encoding } from '../../lib/formats/text-file';

/** What the page asks. `next` is said for each part that was taken care of. */
export type ReaderAsk =
  | { ask: 'look'; file: Blob; given: Given }
  | { ask: 'hash'; file: Blob }
  | { ask: 'read'; file: Blob; how: ReadPeople; keys: MatchKey[]; role: string }
  | { ask: 'chat'; file: Blob; encoding: Encoding; today: string; order?: ChatOrder }
  | { ask: 'next' };

/** One part of a file as the background takes it, and how far the file is read. */
export interface ReadPart {
  people: Incoming[];
  rejected: RejectedRow[];
  twice: number;
  isLast: boolean;
  at: Position;
}
export type ReaderAnswer = { looked: Looked } | { hash: string } | { chat: Chat } | { part: ReadPart } | { problem: PeopleProblem };

/** More rejected rows than these are counted and not kept, in one part of the file; it may hold nothing else. */
const MOST_REJECTED = 1000;
/** Of a rejected row so many characters are kept. */
const LONGEST_ROW = 2000;

/** The people of a file in full parts. */
export async function* partsOf({ file, how, keys, role }: Extract<ReaderAsk, { ask: 'read' }>): AsyncGenerator<ReadPart | PeopleProblem> {
  const fold = folding(keys);
  let at: Position = { row: 0, bytes: 0, size: file.size };
  let part: ReadPart = { people: [], rejected: [], twice: 0, isLast: false, at };
  let more = 0;
  const reject = ({ row, why, cells }: RejectedRow): void => {
    if (part.rejected.length < MOST_REJECTED) part.rejected.push({ row, why, cells: shortened(cells) });
    else more += 1;
  };
  const closed = (isLast: boolean): ReadPart => {
    if (more > 0) part.rejected.push({ row: at.row, why: saidOf('intake_more', more), cells: [] });
    more = 0;
    return { ...part, isLast, at };
  };
  for await (const item of readPeople(file, how)) {
    ({ at } = item);
    if ('problem' in item) {
      yield item.problem;
      return;
    }
    if ('rejected' in item) {
      reject(item.rejected);
      continue;
    }
    const person = toBook(item.person, role);
    const folded = fold(person);
    if (folded.twice) part.twice += 1;
    else {
      const checked = incomingSchema.safeParse({ ...person, joins: folded.joins });
      // A place is taken all the same: those behind are counted with it.
      part.people.push(checked.success ? checked.data : { ...nobody(person.row, person.name), joins: folded.joins });
      const left = checked.success ? item.person.left : [said('incoming_left_long')];
      for (const why of left.slice(0, 8)) reject({ row: person.row, why: said('intake_left', why), cells: [person.name] });
    }
    // One is held back, so that the last part is known when it is given.
    if (part.people.length > PART_PEOPLE) {
      const next = part.people.pop()!;
      yield closed(false);
      part = { people: [next], rejected: [], twice: 0, isLast: false, at };
    }
  }
  yield closed(true);
}

function shortened(cells: readonly string[]): string[] {
  let room = LONGEST_ROW;
  return cells.slice(0, 200).map((cell) => {
    const kept = cell.slice(0, room);
    room -= kept.length;
    return kept;
  });
}

const nobody = (row: number, name: string): Omit<Incoming, 'joins'> => ({
  ...{ row, name: name.trim().slice(0, 200) || '?', phones: [], emails: [], tags: [], company: '', source: '', bonds: [], type: null },
  ...{ cadence: null, quietUntil: null, ids: [], note: '', stage: '', dates: [], own: {}, addedOn: null },
});

export async function hashOf(file: Blob): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Answers the page: one thing at a time, parts no faster than they are taken care of. */
export function readForPage(): void {
  const tell = (answer: ReaderAnswer): void => postMessage(answer);
  let next: () => void = () => undefined;
  addEventListener('message', ({ data }: MessageEvent<ReaderAsk>) => {
    if (data.ask === 'next') next();
    else if (data.ask === 'look') void lookAt(data.file, data.given).then((looked) => tell({ looked }));
    else if (data.ask === 'chat')
      void readChat(data.file, data).then((read) => tell(read.ok ? { chat: read.chat } : { problem: read.problem }));
    else if (data.ask === 'hash')
      void hashOf(data.file).then(
        (hash) => tell({ hash }),
        () => tell({ problem: 'gone' }),
      );
    else void read(data);
  });
  const read = async (asked: Extract<ReaderAsk, { ask: 'read' }>): Promise<void> => {
    for await (const part of partsOf(asked)) {
      if (typeof part === 'string') return tell({ problem: part });
      const taken = new Promise<void>((go) => (next = go));
      tell({ part });
      await taken;
    }
  };
}
