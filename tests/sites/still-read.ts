// How much of changed pages is still read: reported by site.
import { seeded } from '../e2e/support/seeded';
import type { Findings } from './fuzz';

export interface StillRead {
  /** For each change, the share of the messages that was still read. */
  one: number[];
  /** The same after several changes at once. */
  many: number[];
  /** How many changes touched no hook. */
  neutral: number;
}

export const nothingYet = (): StillRead => ({ one: [], many: [], neutral: 0 });

export function add(to: StillRead, { shares, sharesOfMany, neutral }: Findings): void {
  to.one.push(...shares);
  to.many.push(...sharesOfMany);
  to.neutral += neutral;
}

export function median(of: readonly number[]): number {
  return [...of].sort((a, b) => a - b)[of.length >> 1]!;
}
export const mean = (of: readonly number[]): number => of.reduce((sum, one) => sum + one, 0) / of.length;

/** For people to read. A site whose pages show no messages is left out. */
export function tableOf(results: ReadonlyMap<string, StillRead>): string {
  const rows = [...results]
    .filter(([, { one }]) => one.length > 0)
    .map(([id, { one, many, neutral }]) => {
      const numbers = [median(one), mean(one), median(many), mean(many)].map((share) => `${Math.round(share * 100)} %`.padStart(8));
      return `${id.padEnd(14)}${numbers.join('')}${String(neutral).padStart(10)}`;
    });
  const head = `Messages still read of the pages kept for each site, seed ${seeded().seed}`;
  return `${head}\n${''.padEnd(14)}  after one change  three at once   no hook\n${''.padEnd(14)}  median    mean  median    mean\n${rows.join('\n')}`;
}
