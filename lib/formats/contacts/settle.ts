// From what a file says to somebody who can be kept: numbers and addresses in one form, texts plain and not too long, each value once.
import { LONGEST_FIELD, LONGEST_VALUE } from '../../domain/own-value';
import { said, type Said } from '../../domain/said';
import { literal } from '../../domain/template/literal';
import { readEmail } from '../email';
import { readPhone } from '../phone';
import type { Draft } from './draft';
import type { IncomingDate, IncomingPerson } from './incoming';
import { idInLink, readLink } from './profile-link';

/** As many as a record can hold. */
const MOST = { phones: 20, emails: 20, links: 20, ids: 20, tags: 100, dates: 40, own: 40, left: 20 };
const LONGEST = { name: 200, company: 200, role: 200, source: 60, tag: 60, label: 120, stage: 60, note: 20_000, shown: 60 };

/** Why nobody comes of a row. */
export const NOBODY = said('incoming_nobody');

/** The person, or why there is none. `country` is where numbers without a country's code belong. */
export function settle(draft: Draft, country: string | null): IncomingPerson | Said {
  const left = [...draft.left];
  const shorter = (text: string, most: number): string => {
    const plain = oneLine(text);
    if (plain.length <= most) return plain;
    left.push(said('incoming_left_long', shown(plain)));
    return cut(plain, most);
  };
  const some = <T>(values: readonly T[], most: number, keyOf: (value: T) => string = String): T[] => {
    const once = values.length < 2 ? [...values] : [...new Map(values.map((value) => [keyOf(value), value])).values()];
    if (once.length > most) left.push(said('incoming_left_many', once.length - most));
    return once.slice(0, most);
  };
  const phones = draft.phones.flatMap((text) => {
    const read = readPhone(text.replace(/^'+/, ''), country);
    if ('phone' in read) return [read.phone];
    const needsCode = read.wrong === 'code' && country === null;
    left.push(said(needsCode ? 'incoming_left_code' : 'incoming_left_phone', shown(text)));
    return [];
  });
  const emails = draft.emails.flatMap((text) => readEmail(text) ?? (left.push(said('incoming_left_email', shown(text))), []));
  const links = draft.links.flatMap((text) => readLink(text) ?? (left.push(said('incoming_left_link', shown(text))), []));
  const kept = { phones: some(phones, MOST.phones), emails: some(emails, MOST.emails), links: some(links, MOST.links) };
  const ids = [...draft.ids, ...kept.links.flatMap((link) => idInLink(link) ?? [])];
  const company = shorter(draft.company, LONGEST.company);
  const name = shorter(draft.name, LONGEST.name) || shorter(wholeName(draft.parts), LONGEST.name);
  const standIn = company || kept.emails[0] || kept.phones[0] || kept.links[0] || '';
  if (name === '' && standIn === '') return NOBODY;
  const note = plainNote(draft.notes);
  if (note.length > LONGEST.note) left.push(said('incoming_left_long', shown(note)));
  const tags = draft.tags.map((tag) => shorter(tag, LONGEST.tag)).filter((tag) => tag !== '');
  const dates = draft.dates.map((date): IncomingDate => ({ ...date, label: shorter(date.label, LONGEST.label) }));
  const own = draft.own.map(([field, value]) => [shorter(field, LONGEST_FIELD), shorter(value, LONGEST_VALUE)] as const);
  return {
    row: draft.row,
    name: name || cut(standIn, LONGEST.name),
    ...kept,
    ids: some(ids, MOST.ids, ({ site, handle }) => `${site} ${handle}`),
    company,
    role: shorter(draft.role, LONGEST.role),
    source: shorter(draft.source, LONGEST.source),
    tags: some(tags, MOST.tags, (tag) => tag.toLowerCase()),
    note: cut(note, LONGEST.note),
    stage: shorter(draft.stage, LONGEST.stage),
    type: draft.type,
    bonds: [...new Set(draft.bonds)],
    cadence: draft.cadence,
    quietUntil: draft.quietUntil,
    dates: some(dates, MOST.dates, (date) => JSON.stringify(date)),
    // A field called `__proto__` is a field.
    own: Object.fromEntries(
      some(
        own.filter(([field, value]) => field !== '' && value !== ''),
        MOST.own,
        ([field]) => field,
      ),
    ),
    addedOn: draft.addedOn,
    left: left.slice(0, MOST.left),
  };
}

/** Han names are written without a space, the family name first. */
export function wholeName({ prefix, first, middle, last, suffix, nickname }: Draft['parts']): string {
  const parts = [first, middle, last].map((part) => part.trim());
  if (parts.every((part) => part === '')) return nickname;
  const isHan = parts.every((part) => /^\p{Script=Han}*$/u.test(part));
  if (isHan) return parts[2]! + parts[0]! + parts[1]!;
  return [prefix, ...parts, suffix].filter((part) => part.trim() !== '').join(' ');
}

/** Marks of direction, characters that are none, and half pairs have no place in a record. */
const oneLine = (text: string): string =>
  PLAIN.test(text) ? text : literal(text.replace(/[^\P{Cc}\s]|[\ufeff\u200b]|\p{Surrogate}/gu, ''));
/** Nearly all texts are so already. */
const PLAIN = /^(?:[^\p{C}\s]+(?: [^\p{C}\s]+)*)?$/u;

/** Notes keep their lines and blanks. */
function plainNote(notes: readonly string[]): string {
  const plain = notes.map((note) =>
    note
      .replace(/\r\n?/g, '\n')
      .replace(/[^\P{Cc}\n\t]|\ufeff|\p{Surrogate}/gu, '')
      .trim(),
  );
  return [...new Set(plain.filter((note) => note !== ''))].join('\n\n');
}

/** Not within a character. */
export const cut = (text: string, most: number): string =>
  text.length <= most
    ? text
    : text
        .slice(0, most)
        .replace(/[\ud800-\udbff]$/, '')
        .trim();

/** How a value is named to the user. */
export const shown = (text: string): string => cut(oneLine(text), LONGEST.shown);
