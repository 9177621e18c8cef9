// Changes a page kept for a site again and again, and judges what is still read.
import type { Page, Site } from '@/lib/sites/site';
import { seeded, type Chance } from '../e2e/support/seeded';
import { KINDS } from './changes';
import { everyElement } from './every-element';
import type { Expected } from './fixtures';
import { judge, originalOf, shareStillRead } from './judge';
import { mutate, type Mutation } from './mutate';
import { NOTHING, readAll, type Whole } from './read-all';

export interface Findings {
  /** A sentence for each change after which something untrue was read. */
  wrong: string[];
  /** How many of the changes touched no hook. */
  neutral: number;
  /** For each change, which share of the messages was still read; empty where the page shows none. */
  shares: number[];
  /** The same for several changes at once. */
  sharesOfMany: number[];
}

export interface Options {
  changes: number;
  /** Two runs with the same seed make the same changes. */
  seed: number;
  /** The words by which the site holds on to a page. */
  hooks: readonly string[];
  /** Whether nothing on the page could have prevented what was found after this change. */
  isExcused?(what: string): boolean;
}

/** So many changes come at once in the second part. */
const MANY = 3;

/** Draws until chance hits on something that can be done, and a while longer for something wanted. */
function draw(page: readonly Element[], n: number, chance: Chance, isWanted: (mutation: Mutation) => boolean = () => true): Mutation {
  let refused = 0;
  // On a page with next to nothing on it there may be nothing to do.
  for (let tries = 0; tries < 200; tries += 1) {
    const mutation = mutate(page, KINDS[n % KINDS.length]!, chance);
    if (!mutation) continue;
    if (isWanted(mutation) || (refused += 1) > 12) return mutation;
    mutation.undo();
  }
  return { what: 'nothing', words: new Set(), undo: () => {} };
}

/** Makes `changes` changes to the page of a fixture, one at a time, every fifth one that touches no hook; then some of several at once. */
export function fuzz(
  site: Site,
  page: Page,
  expected: Partial<Expected>,
  { changes, seed, hooks, isExcused = () => false }: Options,
): Findings {
  const { document } = page;
  const elements = [document.documentElement, document.body, ...everyElement(document.body)].filter(({ tagName }) => tagName !== 'SCRIPT');
  const original = originalOf(site, page, expected);
  const before = JSON.stringify(original.whole);
  const chance = seeded(seed);
  // A word of the page may be part of a class or an id. In doubt it is a hook.
  const [known, parts] = [new Set(hooks), hooks.filter((hook) => hook.length > 3)];
  const isHook = (word: string): boolean => known.has(word.toLowerCase()) || parts.some((part) => word.toLowerCase().includes(part));
  const isNeutral = ({ words }: Mutation): boolean => ![...words].some(isHook);
  // Where a change that touches no hook is likely to be found.
  const soft = elements.filter((element) =>
    [...element.classList, ...element.getAttributeNames()].some((word) => word !== 'class' && !isHook(word)),
  );
  const findings: Findings = { wrong: [], neutral: 0, shares: [], sharesOfMany: [] };

  /** Reads the page as it is now. What a reader throws is a fault like any other. */
  function look(shares: number[]): { now: Whole; said: string[] } {
    try {
      const now = readAll(site, page);
      const share = shareStillRead(site, original.whole, now);
      if (share !== null) shares.push(share);
      return { now, said: judge(site, page, now, original) };
    } catch (error) {
      return { now: NOTHING, said: [`a reader throws: ${String(error)}`] };
    }
  }

  for (let n = 0; n < changes; n += 1) {
    const mutation = n % 5 === 4 && soft.length > 0 ? draw(soft, n, chance, isNeutral) : draw(elements, n, chance);
    const { now, said } = look(findings.shares);
    mutation.undo();
    if (isNeutral(mutation)) {
      findings.neutral += 1;
      if (said.length === 0 && JSON.stringify(now) !== before) said.push('no hook is touched, and yet it is read otherwise');
    }
    if (said.length > 0 && !isExcused(mutation.what)) findings.wrong.push(`${mutation.what}\n  ${said.join('\n  ')}`);
  }
  for (let n = 0; n < changes / 5; n += 1) {
    const all = Array.from({ length: MANY }, (_, i) => draw(elements, n + i, chance));
    const { said } = look(findings.sharesOfMany);
    for (const { undo } of all.reverse()) undo();
    // Several changes can take away all that contradicts a mistake; readers have to stand them all the same.
    for (const fault of said)
      if (fault.startsWith('a reader throws')) findings.wrong.push(`${all.map(({ what }) => what).join('\n')}\n  ${fault}`);
  }
  if (JSON.stringify(readAll(site, page)) !== before) findings.wrong.push('The page is not as it was: a change was not taken back.');
  return findings;
}
