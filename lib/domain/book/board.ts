// The book as a board: how many leads stand in each stage and what they are worth, and who could be let go, from whole columns.
import { decimal, tenThousandths } from '../decimal';
import { isClosedStage } from '../lead/closed';
import { letGoPoints, type Held } from '../lead/let-go';
import type { Amounts } from '../tie/purchases';
import type { Columns } from './columns';

/** Everybody of one stage. */
export interface StageSum {
  count: number;
  /** How many are longer in it than they should be. */
  over: number;
  /** What their deals come to: the open ones, of those who were won the won ones. */
  sums: Amounts;
}

/** The stages that these rows are in, with what stands there. */
export function stageSums(columns: Columns, rows: Uint32Array): Map<string, StageSum> {
  const overs = columns.numbers('over');
  const stages = new Map<string, { count: number; over: number; sums: Map<string, bigint> }>();
  for (const row of rows) {
    const stage = columns.text('stage', row);
    if (stage === '') continue;
    let one = stages.get(stage);
    if (!one) stages.set(stage, (one = { count: 0, over: 0, sums: new Map() }));
    one.count += 1;
    if (overs[row]! > 0) one.over += 1;
    const worth = columns.text('worth', row);
    if (worth === '') continue;
    for (const [currency, amount] of amountsIn(worth)) one.sums.set(currency, (one.sums.get(currency) ?? 0n) + tenThousandths(amount));
  }
  return new Map(
    [...stages].map(([stage, { count, over, sums }]) => {
      const inOrder = [...sums].sort(([a], [b]) => (a < b ? -1 : 1));
      return [stage, { count, over, sums: Object.fromEntries(inOrder.map(([currency, sum]) => [currency, decimal(sum)])) }];
    }),
  );
}

/** Amounts by currency as one text of a sheet, and back. */
export const amountsText = (amounts: Amounts): string =>
  Object.entries(amounts)
    .map(([currency, amount]) => `${currency} ${amount}`)
    .join('\t');
export const amountsIn = (text: string): [currency: string, amount: string][] =>
  text === '' ? [] : text.split('\t').map((one) => [one.slice(0, one.indexOf(' ')), one.slice(one.indexOf(' ') + 1)]);

/** How many leads there are, and the rows of those to let go first, at most `most`. `today` is a day number. */
export function heldLeads(columns: Columns, today: number, most: number): { held: number; rows: number[] } {
  let held = 0;
  const first: { row: number; points: number }[] = [];
  for (let row = 0; row < columns.many; row++) {
    const stage = columns.text('stage', row);
    if (stage === '' || isClosedStage(stage)) continue;
    held += 1;
    const points = letGoPoints(heldAt(columns, row, today));
    if (first.length === most && points <= first[most - 1]!.points) continue;
    const place = first.findIndex((one) => one.points < points);
    first.splice(place < 0 ? first.length : place, 0, { row, points });
    if (first.length > most) first.pop();
  }
  return { held, rows: first.map(({ row }) => row) };
}

/** What is known of the lead in a row. */
export function heldAt(columns: Columns, row: number, today: number): Held {
  const known = (n: number): number | null => (Number.isNaN(n) ? null : n);
  const [touched, due] = [columns.numbers('touchedOn')[row]!, columns.numbers('dueAt')[row]!];
  return {
    score: known(columns.numbers('score')[row]!),
    over: known(columns.numbers('over')[row]!),
    silent: known(today - touched),
    due: known(due - today),
  };
}
