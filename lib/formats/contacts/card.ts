// A vCard as somebody: 2.1 of old phones and Outlook, 3.0 of Apple, Google and Android, 4.0, with what each program adds of its own.
// Read here and not by a library: ical.js (MPL-2.0, well kept) leaves quoted-printable as it stands, throws at a line of 2.1 that it does not
// know, and wants the whole file as one text with all pictures; vcard4 reads 4.0 alone, and vcf has stood still since 2024.
import { BONDS, CUSTOMER_TYPES } from '../../domain/kinds';
import { said } from '../../domain/said';
import { partsOf, readProperty, textOf, type CardProperty } from './card-property';
import { dateOfLine } from './date-line';
import { newDraft, type Draft } from './draft';
import type { IncomingDate } from './incoming';
import { readLink } from './profile-link';
import { readDay, readWholeDay } from './read-date';
import { shown } from './settle';
import { kindOf } from './table';

/** What our own cards hold beside the properties everybody knows, see write-card.ts. */
export const OURS = 'X-RAPPORT-';

/** Accounts that are no address: kept under the name of their service. */
const ACCOUNT =
  /^X-(?:GOOGLE-|KADDRESSBOOK-)?(QQ|WECHAT|WEIXIN|SKYPE|ICQ|MSN|YAHOO|JABBER|LINE|TELEGRAM|SIGNAL|WHATSAPP|DINGTALK|TWITTER|GTALK|GOOGLE-TALK)(?:-ID|-USERNAME)?$/;
const ANNIVERSARY = /^(?:X-(?:MS-|EVOLUTION-|KADDRESSBOOK-X-)?)?ANNIVERSARY$/;
/** Numbers at which nobody is called. */
const MACHINE = /FAX|PAGER|MODEM|TELEX/;

/** Whether a card is a list of people and not one of them. */
export const isGroupCard = (lines: readonly string[]): boolean =>
  lines.some((line) => /^(?:[\w-]+\.)?(?:X-ADDRESSBOOKSERVER-)?KIND(?:;[^:]*)?:\s*group\s*$/i.test(line));

/** What the lines of one card say, those that begin and end it left out. */
export function draftOfCard(row: number, lines: readonly string[]): Draft {
  const draft = newDraft(row);
  const properties = lines.flatMap((line) => readProperty(line) ?? []);
  // Apple names a property by another one of the same group.
  const labels = new Map<string, string>();
  for (const { group, name, value } of properties)
    if (name === 'X-ABLABEL' && group !== '') labels.set(group, textOf(value).replace(/^_\$!<(.*)>!\$_$/, '$1'));
  for (const property of properties) take(draft, property, labels.get(property.group) ?? '');
  return draft;
}

function take(draft: Draft, property: CardProperty, label: string): void {
  const { name, value, params } = property;
  const types = (params.get('TYPE') ?? []).join(',').toUpperCase();
  if (ANNIVERSARY.test(name)) return date(draft, { kind: 'anniversary', label: '', everyMonths: 12 }, property);
  if (name.startsWith(OURS)) return ours(draft, name.slice(OURS.length), property);
  const account = ACCOUNT.exec(name)?.[1];
  if (account !== undefined) return own(draft, account === 'WEIXIN' ? 'WeChat' : titled(account), textOf(value));
  if (/LUNAR/.test(name) && /BIRTH|BDAY/.test(name))
    return date(draft, { kind: 'birthday', label: '', everyMonths: 12 }, property, 'lunar');
  switch (name) {
    case 'FN':
      draft.name ||= textOf(value);
      break;
    case 'N': {
      const [last = '', first = '', middle = '', prefix = '', suffix = ''] = partsOf(value, ';').map((part) => part.replaceAll(',', ' '));
      draft.parts = { ...draft.parts, last, first, middle, prefix, suffix };
      break;
    }
    case 'NICKNAME':
      draft.parts.nickname ||= partsOf(value, ',')[0]!;
      break;
    case 'ORG': {
      const [company = '', ...units] = partsOf(value, ';');
      draft.company ||= company;
      own(draft, 'Department', units.filter((unit) => unit !== '').join(', '));
      break;
    }
    case 'TITLE':
    case 'ROLE':
      draft.role ||= textOf(value);
      break;
    case 'TEL':
      if (!MACHINE.test(types) || /CELL|VOICE/.test(types))
        push(
          draft.phones,
          textOf(value)
            .replace(/^tel:/i, '')
            .replace(/;ext=.*$/i, ''),
        );
      break;
    case 'EMAIL':
      push(draft.emails, textOf(value));
      break;
    case 'URL':
      push(draft.links, textOf(value));
      break;
    case 'IMPP':
    case 'X-SOCIALPROFILE':
    case 'SOCIALPROFILE':
      profile(draft, property, label);
      break;
    case 'BDAY':
      date(draft, { kind: 'birthday', label: '', everyMonths: 12 }, property);
      break;
    case 'X-ABDATE':
      date(draft, kindOf(label), property);
      break;
    case 'NOTE':
      push(draft.notes, textOf(value));
      break;
    case 'CATEGORIES':
      draft.tags.push(...partsOf(value, ',').filter((tag) => tag !== ''));
      break;
    case 'ADR': {
      const parts = partsOf(value, ';');
      own(
        draft,
        'Address',
        parts
          .map((part) => part.replace(/\s+/g, ' ').trim())
          .filter((part) => part !== '')
          .join(', '),
      );
      break;
    }
    case 'CREATED':
      draft.addedOn ??= readWholeDay(value.replace(/T.*$/i, ''), 'dmy');
      break;
    case 'X-ANDROID-CUSTOM':
      android(draft, property);
      break;
  }
}

const push = (list: string[], value: string): void => void (value === '' || list.push(value));
const titled = (word: string): string =>
  word.length <= 3 ? word.toUpperCase() : word === 'WECHAT' ? 'WeChat' : word[0]!.toUpperCase() + word.slice(1).toLowerCase();

function own(draft: Draft, name: string, value: string): void {
  if (value === '') return;
  const before = draft.own.find(([one]) => one === name);
  if (before) before[1] += `; ${value}`;
  else draft.own.push([name, value]);
}

/** A day, without the year that stands for none. */
function date(
  draft: Draft,
  what: Pick<IncomingDate, 'kind' | 'label' | 'everyMonths'>,
  { params, value }: Pick<CardProperty, 'params' | 'value'>,
  calendar: 'solar' | 'lunar' = 'solar',
): void {
  const text = textOf(value);
  if (text === '') return;
  const omitted = params.get('X-APPLE-OMIT-YEAR')?.[0];
  const read = readDay(
    omitted !== undefined && text.startsWith(omitted) ? `--${text.slice(omitted.length).replace(/^-/, '')}` : text,
    'dmy',
    calendar,
  );
  if (read) draft.dates.push({ ...what, ...read });
  else draft.left.push(said('incoming_left_date', shown(text)));
}

/** An account somewhere: as an address, as what a site knows for ever, or under the name of its service. */
function profile(draft: Draft, { params, value }: CardProperty, label: string): void {
  const text = textOf(value);
  const jid = /^xmpp:([^?/]+@[^?/]+)/i.exec(text)?.[1];
  if (jid !== undefined) return void draft.ids.push({ site: 'converse', handle: jid.toLowerCase() });
  if (/^https?:/i.test(text) && readLink(text) !== null) return push(draft.links, text);
  const service =
    params.get('X-SERVICE-TYPE')?.[0] ??
    params.get('SERVICE-TYPE')?.[0] ??
    (label || params.get('TYPE')?.find((type) => !/^(home|work|pref|other|im)$/i.test(type)));
  const account = params.get('X-USER')?.[0] ?? text.replace(/^[a-z][a-z-]*:/i, '');
  own(draft, service ? titled(service) : 'Chat', decoded(account));
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** `vnd.android.cursor.item/contact_event;1985-05-09;3;…`: what kind of day it is stands behind it, 3 being a birthday. */
function android(draft: Draft, { value }: CardProperty): void {
  const [kind = '', what = '', type = '', label = ''] = partsOf(value, ';');
  const day = { value: what, params: new Map<string, string[]>() };
  if (kind.endsWith('/nickname')) draft.parts.nickname ||= what;
  else if (/lunarBirthday$/i.test(kind)) date(draft, { kind: 'birthday', label: '', everyMonths: 12 }, day, 'lunar');
  else if (kind.endsWith('/contact_event')) date(draft, kindOf(type === '3' ? 'birthday' : type === '1' ? 'anniversary' : label), day);
}

function ours(draft: Draft, what: string, { params, value }: CardProperty): void {
  const text = textOf(value);
  const name = (param: string): string => params.get(param)?.[0] ?? '';
  switch (what) {
    case 'FIELD':
      if (name('X-NAME') !== '') draft.own.push([name('X-NAME'), text]);
      break;
    case 'ID':
      if (/^[\w-]{1,40}$/.test(name('X-SITE')) && text !== '') draft.ids.push({ site: name('X-SITE'), handle: text.slice(0, 300) });
      break;
    case 'DATE': {
      const read = dateOfLine(text);
      if (read) draft.dates.push(read);
      break;
    }
    case 'SOURCE':
      draft.source ||= text;
      break;
    case 'STAGE':
      draft.stage ||= text;
      break;
    case 'TYPE':
      draft.type ??= CUSTOMER_TYPES.find((type) => type === text) ?? null;
      break;
    case 'BONDS':
      draft.bonds.push(...BONDS.filter((bond) => text.split(',').includes(bond)));
      break;
    case 'CADENCE':
      if (/^[1-9]\d{0,2}$|^1000$/.test(text)) draft.cadence ??= Number(text);
      break;
    case 'QUIET':
      draft.quietUntil ??= readWholeDay(text, 'dmy');
      break;
    case 'ADDED':
      draft.addedOn ??= readWholeDay(text, 'dmy');
      break;
  }
}
