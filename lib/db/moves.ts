// The log of moves: from stage to stage, type to type, tier to tier. Stages are moved in marks.ts, in the act itself; type and tier move by
// what is known, and here they are noticed: when a standing is made anew and in the morning, for a tie lapses without anything happening.
import type { Day } from '../domain/day';
import type { Move } from '../domain/tie-records';
import type { Standing } from '../domain/tie/standing';
import { stepsBetween, stoodOf, type KeptStanding, type Look, type Step, type Stood } from '../domain/tie/stood';
import { db } from './database';

/** All moves of a contact, the oldest first; those of one day in the order in which they were written. */
export async function movesOf(contactId: string): Promise<Move[]> {
  return (await db.moves.where({ contactId }).toArray()).sort(byTime);
}

/** The moves of all contacts on the days from the first to the last, both included, the oldest first; also of contacts that are deleted. */
export async function movesBetween(from: Day, to: Day): Promise<Move[]> {
  return (await db.moves.where('day').between(from, to, true, true).toArray()).sort(byTime);
}

const byTime = (a: Move, b: Move): number =>
  a.day !== b.day ? (a.day < b.day ? -1 : 1) : a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1);

/** How one looks, and when (ms). */
export type LookNow = Look & { now: number };

/**
 * The standings with where they stand, and the moves since `before`, which are written here. Runs inside the caller's transaction, in which
 * the standings are kept: a worker that dies writes neither, and the next one writes both once.
 */
export async function stand(
  standings: readonly Standing[],
  before: ReadonlyMap<string, Stood | undefined>,
  look: LookNow,
): Promise<KeptStanding[]> {
  const steps: [contactId: string, step: Step][] = [];
  const kept = standings.map((standing): KeptStanding => {
    const { contactId } = standing;
    const stood = stoodOf(standing, look, before.get(contactId));
    for (const step of stepsBetween(before.get(contactId), stood, look.today)) steps.push([contactId, step]);
    return { ...standing, stood };
  });
  if (steps.length > 0) await write(steps, look);
  return kept;
}

/** Where these stood when they were looked at last. */
export const stoodBy = (kept: readonly KeptStanding[]): Map<string, Stood | undefined> =>
  new Map(kept.map(({ contactId, stood }) => [contactId, stood]));

/** Looks at standings that did not change: the day did. Gives those that stand elsewhere now. */
export async function standToday(kept: readonly KeptStanding[], look: LookNow): Promise<KeptStanding[]> {
  const now = await stand(kept, stoodBy(kept), look);
  return now.filter(({ stood }, i) => JSON.stringify(stood) !== JSON.stringify(kept[i]!.stood));
}

/** From here on these are followed as if they were new: two records became one, or one two, and nobody moved. */
export async function forgetStood(contactIds: readonly string[]): Promise<void> {
  await db.standings
    .where(':id')
    .anyOf([...contactIds])
    .modify((kept) => {
      delete kept.stood;
    });
}

/** Writes steps down. Up and down on one day is one step or none. */
async function write(steps: readonly [string, Step][], { today, now }: LookNow): Promise<void> {
  const ids = steps.map(([contactId, { what }]) => `${contactId}-${what}-${today}`);
  const rows = await db.moves.bulkGet(ids);
  const moves = steps.map(([contactId, { what, from, to }], i): Move => {
    const begun = rows[i] ?? { id: ids[i]!, contactId, what, from, day: today, createdAt: now };
    return { ...begun, to, updatedAt: now };
  });
  await db.moves.bulkDelete(moves.filter(({ from, to }) => from === to).map(({ id }) => id));
  await db.moves.bulkPut(moves.filter(({ from, to }) => from !== to));
}
