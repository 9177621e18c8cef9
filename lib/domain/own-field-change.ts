// Changes of the fields the rep invented: each names only what it changes, so that two screens do not overwrite one another.
import { z } from 'zod';
import { Failure } from './failure';
import { id, line } from './fields';
import type { OwnField, OwnOption } from './own-field';
import { byPlace, inUse, LONGEST_FIELD, MOST_FIELDS, MOST_OPTIONS, OWN_KINDS, wrongFieldName } from './own-value';
import { plainWord } from './template/fields';

const optionChange = z.object({ id, name: line(LONGEST_FIELD).optional(), removed: z.boolean().optional() });

/** A field with an id that is not there is new and needs a name and a kind. `before`: the one it comes to stand in front of, null the end. */
export const ownFieldChangeSchema = z.object({
  id,
  name: line(LONGEST_FIELD).optional(),
  kind: z.enum(OWN_KINDS).optional(),
  /** Options with other values; one with an id that is not there is new. */
  options: z.array(optionChange).max(MOST_OPTIONS).optional(),
  before: id.nullable().optional(),
  removed: z.boolean().optional(),
});
export type OwnFieldChange = z.infer<typeof ownFieldChangeSchema>;

/**
 * All fields after a change. The kind of a field never changes. Fails with `invalid` for a name that is wrong, for too many, and for a choice
 * without options.
 */
export function changedFields(fields: readonly OwnField[], change: OwnFieldChange, now: number): OwnField[] {
  const old = fields.find((field) => field.id === change.id);
  // Somebody else's screen has purged it meanwhile, or it never was.
  if (!old && (change.name === undefined || change.kind === undefined)) throw new Failure('gone');
  const first: OwnField = old ?? {
    ...{ id: change.id, name: '', was: [], kind: change.kind!, options: [], removedAt: null },
    ...{ place: Math.max(-1, ...fields.map(({ place }) => place)) + 1, createdAt: now, updatedAt: now },
  };
  const field = { ...renamed(first, change.name), options: withOptions(first.options, change.options ?? []) };
  if (change.removed !== undefined) field.removedAt = change.removed ? (first.removedAt ?? now) : null;
  const others = fields.filter(({ id: one }) => one !== change.id);
  if (field.removedAt === null && wrongFieldName(others, null, field.name) !== null) throw new Failure('invalid');
  if (field.kind === 'choice' && !field.options.some(({ removed }) => !removed)) throw new Failure('invalid');
  const all = [...others, field];
  if (inUse(all).length > MOST_FIELDS) throw new Failure('invalid');
  return change.before === undefined ? all : moved(all, field, change.before);
}

function renamed(field: OwnField, wanted: string | undefined): OwnField {
  const name = (wanted ?? field.name).replace(/\s+/g, ' ').trim();
  if (name === field.name) return field;
  const was = [field.name, ...field.was].filter((one) => one !== '' && one !== name);
  return { ...field, name, was: [...new Set(was)].slice(0, 8) };
}

function withOptions(options: readonly OwnOption[], changes: readonly z.infer<typeof optionChange>[]): OwnOption[] {
  const next = [...options];
  for (const { id: one, name, removed } of changes) {
    const at = next.findIndex((option) => option.id === one);
    const plain = name?.replace(/\s+/g, ' ').trim();
    if (plain === '' || (at < 0 && plain === undefined)) throw new Failure('invalid');
    if (at < 0) next.push({ id: one, name: plain!, removed: false });
    else next[at] = { ...next[at]!, ...(plain === undefined ? {} : { name: plain }), ...(removed === undefined ? {} : { removed }) };
  }
  const offered = next.filter(({ removed }) => !removed);
  const isTwice = new Set(offered.map(({ name }) => plainWord(name))).size < offered.length;
  if (isTwice || offered.length > MOST_OPTIONS || next.length > 100) throw new Failure('invalid');
  return next;
}

function moved(all: readonly OwnField[], field: OwnField, before: string | null): OwnField[] {
  const order = all.filter((one) => one !== field).sort(byPlace);
  const found = order.findIndex(({ id: one }) => one === before);
  order.splice(found < 0 ? order.length : found, 0, field);
  return order.map((one, place) => (one.place === place ? one : { ...one, place }));
}
