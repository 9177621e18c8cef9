// What could tell two people of one name apart: a part of the address, an attribute around the chat. Believed when it was seen
// to change with the person, or when the user says so.
import { isSelector } from '../domain/selector';
import type { TaughtReading } from '../domain/taught-site';
import { find } from '../sites/taught';
import { selectorsFor } from './selectors-for';
import { lineage } from './tree';

type Rule = TaughtReading['identity'];

/** A rule with what it gives for the chat on the screen. */
export interface Candidate {
  rule: Exclude<Rule, { by: 'name' }>;
  value: string;
}

/** Attributes that name the chat or the person, on something around the chat. */
const NAMING =
  /(^|[-_])(conversation|chat|peer|thread|channel|room|dialog|jid|contact|recipient|partner|buddy|friend|user|member|customer|visitor|session|ticket|username|uid)s?([-_]?(id|key|uid|uuid|jid|name))?$|^(jid|uid)$/i;
const isId = (value: string): boolean => value.length >= 2 && value.length <= 300 && !/\s/.test(value);
const DYNAMIC = /\d|^[0-9a-z]{12,}$|[@_-]/i;
const PLACES = ['path', 'hash', 'search'] as const;

/** Everything on this page that may be the id of the chat on the screen. */
export function candidates(url: URL, title: Element, list: Element): Candidate[] {
  return [...inAttributes(title, list), ...inAddress(url)].slice(0, 5);
}

const textIn = (url: URL, place: (typeof PLACES)[number]): string => (place === 'path' ? url.pathname : url[place]);

function inAddress(url: URL): Candidate[] {
  const found: Candidate[] = [];
  for (const place of PLACES) {
    const text = textIn(url, place);
    const pieces = [...text.matchAll(/[^/?#&=]+/g)];
    // Of a query only values can be ids; elsewhere the last piece is most likely.
    const values = place === 'search' ? pieces.filter(({ index }) => text[index - 1] === '=') : pieces.slice(-2).reverse();
    for (const { 0: value, index } of values) {
      const before = text.slice(0, index);
      const after = text.slice(index + value.length);
      const isAlone = place === 'path' && pieces.length === 1 && !/\d/.test(value);
      if (!isId(value) || isAlone || !(DYNAMIC.test(value) || before.length > 1) || before.length > 120 || after.length > 120) continue;
      found.push({ rule: { by: 'address', in: place, before, after }, value });
    }
  }
  return found.slice(0, 3);
}

function inAttributes(title: Element, list: Element): Candidate[] {
  const found: Candidate[] = [];
  for (const element of new Set([...lineage(title), ...lineage(list)])) {
    if (element === document.body || element === document.documentElement) continue;
    for (const { name, value } of element.attributes) {
      if (!NAMING.test(name) || !isId(value) || !/^[a-z_][\w.:-]*$/i.test(name)) continue;
      // The selector must not hold what it is to read.
      const at = selectorsFor(element).filter((css) => isSelector(css) && !css.includes(value));
      if (at.length > 0) found.push({ rule: { by: 'attribute', at, attribute: name }, value });
    }
  }
  const seen = new Set<string>();
  return found.filter(({ value }) => !seen.has(value) && seen.add(value)).slice(0, 3);
}

/** What a rule gives on the page as it is now; null when it gives nothing. */
export function valueOf(rule: Candidate['rule'], url: URL): string | null {
  if (rule.by === 'attribute') return find(document, rule.at)?.getAttribute(rule.attribute) || null;
  const text = textIn(url, rule.in);
  if (!text.startsWith(rule.before) || !text.endsWith(rule.after)) return null;
  return /^[^/?#&=]+$/.exec(text.slice(rule.before.length, text.length - rule.after.length))?.[0] ?? null;
}

/** Follows what each candidate gives for each name: another one for another person, the same for the same. */
export function makeTrail(all: readonly Candidate[]) {
  const seen = all.map(() => new Map<string, string>());
  const wrong = new Set<number>();
  return {
    look(name: string, url: URL): void {
      for (const [i, { rule }] of all.entries()) {
        const value = valueOf(rule, url);
        const before = seen[i]!.get(name);
        const others = [...seen[i]!].filter(([other]) => other !== name).map(([, one]) => one);
        // Nothing there, another id for the same person, or the same for two: it is none.
        if (value === null || (before !== undefined && before !== value) || others.includes(value)) wrong.add(i);
        else seen[i]!.set(name, value);
      }
    },
    isWrong: (i: number): boolean => wrong.has(i),
    isProven: (i: number): boolean => !wrong.has(i) && seen[i]!.size > 1,
  };
}
