// What a contact gets from those merged into it of the fields the rep invented: each field by itself, as merged-fields.ts does with the others.
import type { OwnValues } from './own-field';

/** What one merged contact brought; undefined is nothing. */
type Brought = OwnValues | undefined;

const valueOf = (values: Brought, id: string): string | undefined => (values && Object.hasOwn(values, id) ? values[id] : undefined);
const idsOf = (...all: readonly Brought[]): string[] => [...new Set(all.flatMap((values) => Object.keys(values ?? {})))];
const made = (ids: readonly string[], value: (id: string) => string | undefined): OwnValues =>
  Object.fromEntries(
    ids.flatMap((id) => {
      const one = value(id);
      return one === undefined ? [] : [[id, one]];
    }),
  );
/** The first that brings a value of this field. */
const firstOf = (brought: readonly Brought[], id: string): string | undefined =>
  brought.map((values) => valueOf(values, id)).find((value) => value !== undefined);

/** The values after what is brought changed from `before` to `after`: what was the contact's own stays. */
export function ownWithBrought(own: OwnValues, before: readonly Brought[], after: readonly Brought[]): OwnValues {
  return made(idsOf(own, ...before, ...after), (id) => (valueOf(own, id) === firstOf(before, id) ? firstOf(after, id) : valueOf(own, id)));
}

/** What a contact with these values brings to another one, whose own ones are `theirs`. */
export const ownBroughtBy = (from: OwnValues, theirs: OwnValues): OwnValues =>
  made(Object.keys(from), (id) => (valueOf(theirs, id) === undefined ? valueOf(from, id) : undefined));

/** The same after the one that brings has changed from `before` to `now`; `all` is what it would bring today. */
export const ownBroughtAnew = (brought: Brought, before: OwnValues, now: OwnValues, all: Brought): OwnValues =>
  made(idsOf(brought, before, now), (id) => (valueOf(before, id) === valueOf(now, id) ? valueOf(brought, id) : valueOf(all, id)));

/** What is still brought after the rep changed values from `before` to `now`: what was replaced is no longer anybody's gift. */
export const ownStillBrought = (brought: Brought, before: OwnValues, now: OwnValues): OwnValues =>
  made(idsOf(brought), (id) => (valueOf(before, id) === valueOf(now, id) ? valueOf(brought, id) : undefined));
