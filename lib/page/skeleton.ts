// A report about a page that cannot be read: what elements it has, without a word of anybody. Runs in the page's isolated world, as a script of
// its own that is brought in when the user asks for the report. What may stay is listed (`hooks.ts`, `standard.ts`); nothing else does.
import type { AboutPage, PageReport, ReportNode } from '../domain/page-report';
import { FIXED_PARTS } from './skeleton/fixed-parts';
import { makeHooks, type HookList } from './skeleton/hooks';
import { findPhrases } from './skeleton/phrases';
import { rewrite } from './skeleton/rewrite';
import { makeStandIns } from './skeleton/stand-ins';
import { takePage, type Measure } from './skeleton/take';
import { makeValues } from './skeleton/values';
import { makeWords } from './skeleton/words';

/** From all of a page down to very little of it, until it is small enough. */
const MEASURES: readonly Measure[] = [
  { first: 5, last: 25, siblings: 400, depth: 120, elements: 12_000 },
  { first: 3, last: 12, siblings: 150, depth: 80, elements: 5_000 },
  { first: 2, last: 5, siblings: 60, depth: 50, elements: 2_000 },
  { first: 1, last: 2, siblings: 25, depth: 30, elements: 500 },
  { first: 1, last: 1, siblings: 10, depth: 20, elements: 50 },
  { first: 0, last: 0, siblings: 0, depth: 0, elements: 1 },
];
const MOST_BYTES = 290_000;

/** Leaves a function in the isolated world that makes a report of this page; whoever brought the script in calls it. */
export function offerReport(list: HookList): void {
  Object.assign(globalThis, { rapportReport: (about: AboutPage) => makeReport(document, location.href, about, list) });
}

/** The report as JSON, at most 300 kB. */
export function makeReport(page: Document, url: string, about: AboutPage, list: HookList): string {
  let json = '';
  for (const measure of MEASURES) {
    json = JSON.stringify(reportOf(page, url, about, list, measure));
    if (new TextEncoder().encode(json).length <= MOST_BYTES) break;
  }
  return json;
}

function reportOf(page: Document, url: string, { hosts, ...about }: AboutPage, list: HookList, measure: Measure): PageReport {
  const raw = takePage(page, measure);
  const hooks = makeHooks(list);
  const standIns = makeStandIns();
  const phrases = findPhrases(raw, url, standIns.note);
  const values = makeValues(hooks, { hosts, fixed: FIXED_PARTS[about.site] ?? null }, standIns);
  const words = makeWords(hooks, values, standIns, phrases, page.documentElement.lang.slice(0, 2));
  const tree = rewrite(raw, { hooks, values, words, standIns });
  return { kind: 'rapport-page-report', version: 1, ...about, url: values.address(url), cut: cutIn(tree), tree };
}

/** How many elements were left out in all. */
function cutIn(node: ReportNode | string): number {
  if (typeof node === 'string') return 0;
  return [...(node.children ?? []), ...(node.shadow ?? [])].reduce((sum, child) => sum + cutIn(child), node.cut ?? 0);
}
