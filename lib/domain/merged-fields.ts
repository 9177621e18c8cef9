// What a contact gets from those merged into it, field by field, so that it leaves again with them. Rows are moved by lib/db.
import { ownBroughtAnew, ownBroughtBy, ownStillBrought, ownWithBrought } from './merged-own';
import type { Contact } from './records';
import type { OwnValues } from './own-field';
import type { Brought } from './tie-records';

const SETS = ['tags', 'bonds', 'phones', 'emails'] as const;
/** Fields of one value. Where the first of a group is empty, the whole group is taken from the first one merged in that has it. */
const SINGLE = [
  ['company'],
  ['source'],
  ['nurture'],
  ['type'],
  ['cadence'],
  ['quietUntil'],
  ['stage', 'stageSince', 'lostReason'],
] as const;
/** Those that are empty as a text; others are null then. */
const TEXTS: ReadonlySet<string> = new Set(['company', 'source', 'lostReason']);
const MOST = { tags: 100, bonds: 3, phones: 20, emails: 20 } as const;

export type Merged = Pick<Contact, (typeof SETS)[number] | (typeof SINGLE)[number][number] | 'own'>;

/** An empty gift is none. */
const withOwn = (next: Record<string, unknown>, own: OwnValues): Brought => {
  const { own: _, ...others } = next;
  return Object.keys(own).length > 0 ? { ...others, own } : others;
};

const keyOf = (text: string): string => text.toLowerCase();
const isEmpty = (value: unknown): boolean => value === null || value === undefined || value === '';
/** Everything that these bring to a list. */
const allOf = (brought: readonly Brought[], field: (typeof SETS)[number]): string[] => brought.flatMap((one): string[] => one[field] ?? []);
/** The first that brings a value of this group. */
const firstOf = (brought: readonly Brought[], field: (typeof SINGLE)[number][0]): Brought | undefined =>
  brought.find((one) => !isEmpty(one[field]));

/** The list without the elements of another, in whatever case. */
function without(list: readonly string[], other: readonly string[]): string[] {
  const keys = new Set(other.map(keyOf));
  return list.filter((element) => !keys.has(keyOf(element)));
}

/**
 * The fields of a contact after what is brought to it has changed from `before` to `after` (the merges into it, the oldest
 * first). What was the contact's own stays; what nobody brings any more leaves.
 */
export function withBrought(contact: Merged, before: readonly Brought[], after: readonly Brought[]): Merged {
  const next: Record<string, unknown> = {};
  for (const field of SETS) {
    const [had, has] = [allOf(before, field), allOf(after, field)];
    const kept = without(contact[field], without(had, has));
    const all = new Map<string, string>();
    for (const element of [...kept, ...without(has, had)]) if (!all.has(keyOf(element))) all.set(keyOf(element), element);
    next[field] = [...all.values()].slice(0, Math.max(MOST[field], contact[field].length));
  }
  for (const [field, ...rest] of SINGLE) {
    const [had, has] = [firstOf(before, field), firstOf(after, field)];
    const follows = had ? contact[field] === had[field] : isEmpty(contact[field]);
    for (const one of [field, ...rest]) next[one] = follows ? (has?.[one] ?? (TEXTS.has(one) ? '' : null)) : contact[one];
  }
  next['own'] = ownWithBrought(
    contact.own,
    before.map((one) => one.own),
    after.map((one) => one.own),
  );
  return next as unknown as Merged;
}

/** What a contact with these fields brings to another, who has `siblings` merged into it already: what is not the other's own. */
export function broughtBy(from: Merged, into: Merged, siblings: readonly Brought[]): Brought {
  const own = withBrought(into, siblings, []);
  const brought: Record<string, unknown> = {};
  for (const field of SETS) {
    const more = without(from[field], own[field]);
    if (more.length > 0) brought[field] = more;
  }
  for (const [field, ...rest] of SINGLE) {
    if (isEmpty(own[field]) && !isEmpty(from[field])) for (const one of [field, ...rest]) brought[one] = from[one];
  }
  return withOwn(brought, ownBroughtBy(from.own, own.own));
}

/** The same after the contact that brings has changed itself, for somebody came to it or left it. What was taken away by hand stays away. */
export function broughtAnew(brought: Brought, before: Merged, now: Merged, into: Merged, siblings: readonly Brought[]): Brought {
  const all = broughtBy(now, into, [...siblings, brought]);
  const next: Record<string, unknown> = { ...brought };
  for (const field of SETS) {
    const kept = without(brought[field] ?? [], without(before[field], now[field]));
    const list = [...kept, ...without(without(all[field] ?? [], before[field]), kept)];
    if (list.length > 0) next[field] = list;
    else delete next[field];
  }
  for (const [field, ...rest] of SINGLE) {
    if (before[field] === now[field]) continue;
    for (const one of [field, ...rest]) {
      if (all[one] === undefined) delete next[one];
      else next[one] = all[one];
    }
  }
  return withOwn(next, ownBroughtAnew(brought.own, before.own, now.own, all.own));
}

/** What is still brought after the rep changed the contact by hand: what was taken away or replaced is no longer anybody's gift. */
export function stillBrought(brought: Brought, before: Merged, now: Merged): Brought {
  const next: Record<string, unknown> = { ...brought };
  for (const field of SETS) {
    const kept = without(brought[field] ?? [], without(before[field], now[field]));
    if (kept.length > 0) next[field] = kept;
    else delete next[field];
  }
  for (const [field, ...rest] of SINGLE) if (before[field] !== now[field]) for (const one of [field, ...rest]) delete next[one];
  return withOwn(next, ownStillBrought(brought.own, before.own, now.own));
}
