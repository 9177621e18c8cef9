// What the extension has counted, read from its database, against what the server archived.
import type { Page } from '@playwright/test';
import { interactionId } from '@/lib/domain/interaction';
import type { DayRow, Identity, Interaction } from '@/lib/domain/records';
import type { Archived } from './prosody';

/** The tables of counting, as they are stored. */
export interface Stored {
  identities: Identity[];
  interactions: Interaction[];
  days: DayRow[];
}

/** Two sets of ids held against each other. */
export interface Difference {
  /** Archived by the server, not counted. */
  missing: string[];
  /** Counted, not archived: counted twice, or never with the server. */
  extra: string[];
}

export interface Tally {
  archived: { in: number; out: number };
  in: Difference;
  out: Difference;
  /** Sums that do not agree with the rows they sum up, as sentences. */
  wrongSums: string[];
}

/** Reads the database from one of our screens, past all of our code. */
export function readStored(screenPage: Page): Promise<Stored> {
  return screenPage.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, refuse) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => refuse(request.error ?? new Error('The database did not answer.'));
      });
    const database = await done(indexedDB.open('rapport'));
    const names = ['identities', 'interactions', 'days'] as const;
    // One transaction, so that rows and their sums are of the same moment.
    const transaction = database.transaction([...names, 'bundles']);
    const [identities, interactions, days] = await Promise.all(
      names.map((name) => done<unknown[]>(transaction.objectStore(name).getAll())),
    );
    const bundles = await done(transaction.objectStore('bundles').getAll() as IDBRequest<{ rows: { identities?: unknown[] } }[]>);
    database.close();
    return { identities: [...identities!, ...bundles.flatMap(({ rows }) => rows.identities ?? [])], interactions, days } as never;
  });
}

/** Compares what was counted of `owner`'s conversation with `peer` (on Converse bare JIDs) with what the server archived of it. */
export async function tally(
  { identities, interactions, days }: Stored,
  owner: string,
  peer: string,
  archive: readonly Pick<Archived, 'id' | 'direction'>[],
  site = 'converse',
): Promise<Tally> {
  const identity = identities.find(
    (one) => one.site === site && one.account === owner && one.handles.some((handle) => (JSON.parse(handle) as string[])[3] === peer),
  );
  const rows = interactions.filter((row) => row.identityId === identity?.id);
  const names = new Map(
    await Promise.all(
      archive.map(
        async ({ id, direction }) =>
          [await interactionId({ site, account: owner, conversation: peer, key: id }), { id, direction }] as const,
      ),
    ),
  );
  const differ = (direction: 'in' | 'out'): Difference => {
    const counted = new Set(rows.filter((row) => row.direction === direction).map((row) => row.id));
    const expected = [...names].filter(([, message]) => message.direction === direction);
    const wanted = new Set(expected.map(([id]) => id));
    return {
      missing: expected.filter(([id]) => !counted.has(id)).map(([, message]) => message.id),
      extra: [...counted].filter((id) => !wanted.has(id)),
    };
  };
  const wrongSums: string[] = [];
  for (const direction of ['in', 'out'] as const) {
    const mine = rows.filter((row) => row.direction === direction);
    if ((identity?.[direction] ?? 0) !== mine.length)
      wrongSums.push(`The total ${direction} is ${identity?.[direction]}, there are ${mine.length} rows.`);
    for (const day of days.filter((one) => one.identityId === identity?.id)) {
      const onDay = mine.filter((row) => row.day === day.day).length;
      if (day[direction] !== onDay) wrongSums.push(`${day.day} says ${day[direction]} ${direction}, there are ${onDay} rows.`);
    }
    const summed = days.filter((day) => day.identityId === identity?.id).reduce((sum, day) => sum + day[direction], 0);
    // Converse dates every message, so none may be outside of the days.
    if (summed !== mine.length) wrongSums.push(`The days hold ${summed} ${direction}, there are ${mine.length} rows.`);
  }
  const archived = { in: 0, out: 0 };
  for (const { direction } of archive) archived[direction] += 1;
  return { archived, in: differ('in'), out: differ('out'), wrongSums };
}

/** Whether counted and archived are the same, sums included. */
export const isEven = ({ in: received, out: sent, wrongSums }: Tally): boolean =>
  [received.missing, received.extra, sent.missing, sent.extra, wrongSums].every((list) => list.length === 0);

/** The tally in lines to print. */
export const inWords = (peer: string, { archived, in: received, out: sent, wrongSums }: Tally): string =>
  [
    `${peer}: archived ${archived.in} in, ${archived.out} out`,
    `  in:  ${received.missing.length} not counted ${JSON.stringify(received.missing)}, ${received.extra.length} counted too much ${JSON.stringify(received.extra)}`,
    `  out: ${sent.missing.length} not counted ${JSON.stringify(sent.missing)}, ${sent.extra.length} counted too much ${JSON.stringify(sent.extra)}`,
    ...wrongSums.map((line) => `  ${line}`),
  ].join('\n');
