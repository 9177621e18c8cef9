// What was counted for identities: their days, and the messages that the rules of the tie ask for.
import type { DayRow, Identity, Interaction } from '../domain/records';
import { db } from './database';

/** Of one identity, so many of its latest dated messages are read: they tell who wrote last and how fast each side answers. */
export const LATEST = 300;

export interface Counted {
  days: DayRow[];
  /** The latest dated messages, and for the undated ones the last that was seen each way. */
  interactions: Interaction[];
}

/** What was counted for these identities, by id. Those that lie next to one another in the database are read together. */
export async function countedOf(identities: readonly Identity[]): Promise<Map<string, Counted>> {
  const counted = new Map(identities.map((one): [string, Counted] => [one.id, { days: [], interactions: undatedOf(one) }]));
  const long = new Set(identities.filter((one) => one.in + one.out + one.acts > LATEST).map(({ id }) => id));
  const runs = await runsOf([...counted.keys()].sort());
  const [days, latest] = await Promise.all([
    Promise.all(runs.map((run) => between(db.days, run).toArray())),
    Promise.all(runs.flatMap((run) => apart(run, long)).map(latestOf)),
  ]);
  // A row of an identity that is not there belongs to nobody.
  for (const row of days.flat()) counted.get(row.identityId)?.days.push(row);
  for (const row of latest.flat()) counted.get(row.identityId)?.interactions.push(row);
  return counted;
}

/** Splits sorted ids into runs of which every identity in between is one of them. */
async function runsOf(ids: readonly string[]): Promise<string[][]> {
  if (ids.length < 2) return ids.map((id) => [id]);
  const left = new Set(ids);
  const runs: string[][] = [[]];
  const keys = db.identities.where(':id').between(ids[0], ids[ids.length - 1], true, true);
  // Where many others lie between, each of them is read by itself.
  for (const id of await keys.limit(4 * ids.length).primaryKeys()) {
    if (left.delete(id)) runs[runs.length - 1]!.push(id);
    else runs.push([]);
  }
  return [...runs.filter((run) => run.length > 0), ...[...left].map((id) => [id])];
}

/** Splits a run so that those of whom there is much stand alone. */
function apart(run: readonly string[], long: ReadonlySet<string>): string[][] {
  const parts: string[][] = [[]];
  for (const id of run) {
    if (long.has(id)) parts.push([id], []);
    else parts[parts.length - 1]!.push(id);
  }
  return parts.filter((part) => part.length > 0);
}

/** The latest dated messages of a run, at least so many of each as the rules ask for. */
async function latestOf(run: readonly string[]): Promise<Interaction[]> {
  if (run.length === 1) return between(db.interactions, run).reverse().limit(LATEST).toArray();
  const most = LATEST * run.length;
  const rows = await between(db.interactions, run).limit(most).toArray();
  // There is more than the totals say: a file that was restored may claim anything.
  return rows.length < most ? rows : (await Promise.all(run.map((id) => latestOf([id])))).flat();
}

/** The dated rows of a run. Undated messages are not in this index. */
function between(table: typeof db.days, run: readonly string[]): ReturnType<typeof db.days.toCollection>;
function between(table: typeof db.interactions, run: readonly string[]): ReturnType<typeof db.interactions.toCollection>;
function between(table: typeof db.days | typeof db.interactions, run: readonly string[]) {
  return table.where('[identityId+day]').between([run[0], ''], [run[run.length - 1], '\uffff']);
}

/** Undated messages are not in the index by day; of them the rules ask only when the last one was seen. */
function undatedOf({ id, undatedIn, undatedOut }: Identity): Interaction[] {
  const one = (direction: 'in' | 'out', seenAt: number): Interaction => ({
    id: `undated-${direction}`,
    identityId: id,
    kind: 'message',
    direction,
    at: null,
    day: null,
    live: false,
    seenAt,
    source: 'undated',
  });
  return [...(undatedIn === null ? [] : [one('in', undatedIn)]), ...(undatedOut === null ? [] : [one('out', undatedOut)])];
}
