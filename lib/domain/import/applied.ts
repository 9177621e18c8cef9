// What somebody of a file brings to a contact: blanks filled, or values put over what is there. Lists only grow.
import type { OwnField, OwnValues } from '../own-field';
import { readOwnValue } from '../own-value';
import type { Contact } from '../records';
import type { Day } from '../day';
import { BONDS } from '../kinds';
import { plainWord } from '../template/fields';
import type { Incoming } from './person';

const MOST = { phones: 20, emails: 20, tags: 100 } as const;
const YES = new Set(['yes', 'y', 'true', '1', '是', '有', 'ja', 'x', '✓']);
const NO = new Set(['no', 'n', 'false', '0', '否', '无', 'nein']);

/** What the book knows that a file only names. */
export interface BookWords {
  /** The id of the stage in use that is called so, or null. */
  stageOf: (name: string) => string | null;
  /** The fields in use by every name they go by, see `fieldsByName`. */
  fields: ReadonlyMap<string, OwnField>;
  today: Day;
  now: number;
}

/** Fields by the names they have and had, in plain form; a present name goes before a former one. */
export function fieldsByName(fields: readonly OwnField[]): Map<string, OwnField> {
  const here = fields.filter(({ removedAt }) => removedAt === null);
  const former = here.flatMap((field) => field.was.map((name): [string, OwnField] => [plainWord(name), field]));
  return new Map([...former, ...here.map((field): [string, OwnField] => [plainWord(field.name), field])]);
}

/** A value of a file in the form in which its field keeps it; null is none of the field's. */
export function ownValueOf(field: Pick<OwnField, 'kind' | 'options'>, text: string): string | null {
  const plain = text.trim();
  if (field.kind === 'yesno') return YES.has(plain.toLowerCase()) ? 'yes' : NO.has(plain.toLowerCase()) ? 'no' : null;
  if (field.kind === 'choice') return field.options.find((one) => !one.removed && plainWord(one.name) === plainWord(plain))?.id ?? null;
  return readOwnValue(field, plain);
}

/** The values of a person for fields of the book, by their ids. Names without a field, and values that are none of it, are left out. */
export function ownOf(own: Incoming['own'], fields: BookWords['fields']): OwnValues {
  const values: OwnValues = {};
  for (const [name, text] of Object.entries(own)) {
    const field = fields.get(plainWord(name));
    const value = field && ownValueOf(field, text);
    if (field && value) values[field.id] = value;
  }
  return values;
}

/** A list with what is new in another one, as far as there is room. Doubles that differ in case only are one. */
function grown(list: readonly string[], more: readonly string[], most: number): string[] {
  const seen = new Set(list.map((one) => one.toLowerCase()));
  const added = more.filter((one) => !seen.has(one.toLowerCase()) && seen.add(one.toLowerCase()));
  return added.length === 0 ? [...list] : [...list, ...added].slice(0, Math.max(most, list.length));
}

/** The contact with what the person brings. Index words are left as they were. */
export function applied(contact: Contact, person: Incoming, way: 'fill' | 'overwrite', book: BookWords): Contact {
  const text = (here: string, there: string): string => (there !== '' && (here === '' || way === 'overwrite') ? there : here);
  const either = <T>(here: T | null, there: T | null): T | null =>
    there !== null && (here === null || way === 'overwrite') ? there : here;
  const own = ownOf(person.own, book.fields);
  const stage = person.stage === '' ? null : book.stageOf(person.stage);
  const moves = stage !== null && stage !== contact.stage && (contact.stage === null || way === 'overwrite');
  return {
    ...contact,
    name: text(contact.name, person.name),
    company: text(contact.company, person.company),
    source: text(contact.source, person.source),
    phones: grown(contact.phones, person.phones, MOST.phones),
    emails: grown(contact.emails, person.emails, MOST.emails),
    tags: grown(contact.tags, person.tags, MOST.tags),
    bonds: BONDS.filter((bond) => contact.bonds.includes(bond) || person.bonds.includes(bond)),
    type: either(contact.type, person.type),
    cadence: either(contact.cadence, person.cadence),
    quietUntil: either(contact.quietUntil, person.quietUntil),
    own: way === 'overwrite' ? { ...contact.own, ...own } : { ...own, ...contact.own },
    ...(moves ? { stage, stageSince: book.today } : {}),
  };
}

const FIELDS = [
  ...(['name', 'company', 'source', 'phones', 'emails', 'tags', 'bonds', 'type', 'cadence', 'quietUntil'] as const),
  ...(['stage', 'stageSince', 'own'] as const),
] as const;
const plain = (value: unknown): string =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? JSON.stringify(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : JSON.stringify(value);

/** The fields in which two states of a contact differ. */
export const changedFieldsOf = (before: Contact, after: Contact): (typeof FIELDS)[number][] =>
  FIELDS.filter((field) => plain(before[field]) !== plain(after[field]));
