// Somebody as a vCard 4.0 (RFC 6350). What the format has no word for stands in properties of our own, so that nothing is lost when it
// comes back; what only tells (counts, the next step) is left out: a card is given to other people.
import { escaped, folded } from '../content-line';
import { OURS } from './card';
import { lineOfDate } from './date-line';
import type { IncomingDate } from './incoming';
import type { OutgoingPerson } from './outgoing';

/** The text of one card. A file of several is their texts one after another. */
export function writeCard(person: OutgoingPerson): string {
  const { name, company, role, source, stage, type, bonds, cadence, quietUntil, addedOn } = person;
  const birthday = person.dates.find((date) => isPlain(date, 'birthday'));
  const anniversary = person.dates.find((date) => isPlain(date, 'anniversary'));
  const ours = (what: string, value: string | number | null): string[] =>
    value === null || value === '' ? [] : [`${OURS}${what}:${escaped(String(value))}`];
  const lines = [
    'BEGIN:VCARD',
    'VERSION:4.0',
    'PRODID:-//Rapport//Rapport//EN',
    `UID;VALUE=text:${escaped(person.id)}`,
    `FN:${text(name)}`,
    ...person.phones.map((phone) => `TEL;VALUE=uri:tel:${escaped(phone)}`),
    ...person.emails.map((email) => `EMAIL:${escaped(email)}`),
    ...person.links.map((link) => `URL:${escaped(link)}`),
    ...(company === '' ? [] : [`ORG:${escaped(company)}`]),
    ...(role === '' ? [] : [`TITLE:${text(role)}`]),
    ...(person.tags.length === 0 ? [] : [`CATEGORIES:${person.tags.map(escaped).join(',')}`]),
    ...(person.note === '' ? [] : [`NOTE:${text(person.note)}`]),
    ...(birthday ? [`BDAY:${basic(birthday)}`] : []),
    ...(anniversary ? [`ANNIVERSARY:${basic(anniversary)}`] : []),
    ...person.dates.filter((date) => date !== birthday && date !== anniversary).map((date) => `${OURS}DATE:${escaped(lineOfDate(date))}`),
    ...person.ids.map(({ site, handle }) => `${OURS}ID;X-SITE=${param(site)}:${escaped(handle)}`),
    ...Object.entries(person.own).map(([field, value]) => `${OURS}FIELD;X-NAME=${param(field)}:${escaped(value)}`),
    ...ours('SOURCE', source),
    ...ours('STAGE', stage),
    ...ours('TYPE', type),
    ...(bonds.length === 0 ? [] : [`${OURS}BONDS:${bonds.join(',')}`]),
    ...ours('CADENCE', cadence),
    ...ours('QUIET', quietUntil),
    ...ours('ADDED', addedOn),
    'END:VCARD',
  ];
  return lines.map((line) => folded(line) + '\r\n').join('');
}

/** Only a value of several parts needs its semicolons marked, and some programs show the mark. */
const text = (value: string): string => escaped(value).replaceAll('\\;', ';');

/** What `BDAY` and `ANNIVERSARY` can say. */
const isPlain = ({ kind, label, calendar, everyMonths }: IncomingDate, of: IncomingDate['kind']): boolean =>
  kind === of && label === '' && calendar === 'solar' && everyMonths === 12;

const basic = ({ year, month, day }: IncomingDate): string =>
  `${year === null ? '--' : year}${String(month).padStart(2, '0')}${String(day).padStart(2, '0')}`;

/** A parameter's value (RFC 6868). */
const param = (text: string): string =>
  `"${text
    .replace(/\p{Cc}|\p{Surrogate}/gu, (one) => (one === '\n' ? one : ''))
    .replace(/[\^\n"]/g, (one) => (one === '\n' ? '^n' : one === '"' ? "^'" : '^^'))}"`;
