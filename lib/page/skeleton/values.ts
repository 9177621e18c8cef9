// Values of attributes, made harmless: what our own site files look for stays, all else is cut into letters, digits and signs, and of these
// only the signs stay.
import { dots } from './dots';
import type { Hooks } from './hooks';
import { LANGUAGES, VALUES } from './standard';
import { INSTANT, type StandIns } from './stand-ins';

/** What belongs to one site: the parts of its ids and addresses that are the same for everybody. */
export interface OwnParts {
  /** Where the site is for everybody, such as `web.whatsapp.com`; none for what people host themselves. */
  hosts: readonly string[];
  /** Fixed parts of ids. Global. */
  fixed: RegExp | null;
}

export interface Values {
  /** JSON with everything in it replaced; null for what is none. */
  json(value: string): string | null;
  /** The value of an attribute that is made for machines. */
  machine(attribute: string, value: string): string;
  /** The same for a text: no word of it is kept, even a known one. */
  token(text: string): string;
  address(value: string): string;
  classes(value: string): string;
  language(value: string): string;
}

/** Values without spaces, in plain letters, are made by programs; others are words of people. */
export const isMachineMade = (value: string): boolean => /^[\x21-\x7e]*$/.test(value) && value.length <= LONGEST;

const LONGEST = 600;
const ADDRESS = /^(?:https?:)?\/\/([^/?#\s]+)/i;
const MAILBOX = /[A-Za-z0-9._~+-]+@[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?/;

/** A sign in an address, written as `%21`; and letters of which some are written so. */
const SIGN = /%(?:2[0-9A-Fa-f]|3[A-Fa-f]|40|5[B-Fb-f]|7[B-Eb-e])/;
const ENCODED = /[\p{L}\p{N}]*%[0-9A-Fa-f]{2}(?:[\p{L}\p{N}]|%[4-9A-Fa-f][0-9A-Fa-f])*/u;

/** Letters that were written as numbers; what cannot be read is left out. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text).replace(/%/g, '');
  } catch {
    return text.replace(/%[0-9A-Fa-f]{0,2}/g, '');
  }
}

export function makeValues(hooks: Hooks, own: OwnParts, standIns: StandIns): Values {
  /** Letters and digits in one run. */
  function run(text: string, before: string, mayKeep: boolean): string {
    if (/^\d+$/.test(text)) return standIns.number(text);
    // What comes after this sign is what somebody calls themselves, be it a word that we know.
    const keepsWords = mayKeep && before !== '@';
    if (/^[A-Za-z]$/.test(text) && before === '/' && keepsWords && hooks.isSegment(text)) return text;
    if (keepsWords && hooks.isWord(text)) return text;
    const mixed = /^(\d+)([A-Za-z]{2,})$|^([A-Za-z]{2,})(\d+)$/.exec(text);
    if (mixed && keepsWords) {
      const [, digits, after, word, more] = mixed;
      if (digits && hooks.isWord(after!)) return standIns.number(digits) + after!;
      if (word && hooks.isWord(word)) return word + standIns.number(more!);
    }
    return /\d/.test(text) ? (/^[A-Za-z0-9]+$/.test(text) ? standIns.id(text) : standIns.word(text)) : standIns.word(text);
  }

  /** Everything in a value that is no hook as a whole. */
  function plain(value: string, keepsWords: boolean): string {
    const parts = new RegExp(
      `(${INSTANT.source})|(${MAILBOX.source})|(${SIGN.source})|(${ENCODED.source})|([\\p{L}\\p{N}\\p{M}]+)|([\\s\\S])`,
      'gu',
    );
    let made = '';
    for (const [, instant, mailbox, code, encoded, letters, sign] of value.matchAll(parts)) {
      if (instant) made += standIns.instant(instant);
      else if (mailbox) made += mailboxLike(mailbox);
      else if (code) made += code;
      else if (encoded) made += encodeURIComponent(plain(decoded(encoded), keepsWords));
      else if (letters) made += run(letters, made.at(-1) ?? '', keepsWords);
      else if (/[-_:;.,/\\@#?=&+%()[\]{}<>|"'~*$^! ]/.test(sign!) && !made.endsWith(sign!.repeat(3))) made += sign;
    }
    // A plus before digits would look like a telephone number.
    return made.replace(/\+(?=\d)/g, '').slice(0, LONGEST);
  }

  /** `mei@shop.example/phone` keeps its form; the server is one that cannot exist. Long numbers would look like telephone numbers. */
  function mailboxLike(mailbox: string): string {
    const at = mailbox.indexOf('@');
    const name = plainName(mailbox.slice(0, at)).replace(/\d{7,}/g, (digits) => digits.slice(0, 2) + digits.slice(-4));
    return `${name}@${standIns.host(mailbox.slice(at + 1).toLowerCase())}`;
  }
  const plainName = (name: string): string => name.replace(/[A-Za-z0-9]+/g, (letters) => run(letters, '', false));

  /** Splits at the fixed parts of ids, which stay. */
  function withFixed(value: string, rest: (part: string) => string): string {
    if (!own.fixed) return rest(value);
    let made = '';
    let end = 0;
    for (const found of value.matchAll(own.fixed)) {
      if (found[0] === '') continue;
      made += rest(value.slice(end, found.index)) + found[0];
      end = found.index + found[0].length;
    }
    return made + rest(value.slice(end));
  }

  function json(value: unknown): unknown {
    if (typeof value === 'string') return isMachineMade(value) ? machine('', value) : dots(value);
    if (typeof value === 'number') return Number(standIns.number(String(Math.abs(Math.trunc(value)))));
    if (Array.isArray(value)) return value.slice(0, 20).map(json);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .slice(0, 40)
        .map(([key, part]) => [plain(key, true), json(part)]),
    );
  }

  function fromJson(value: string): string | null {
    if (!/^\s*[{[]/.test(value)) return null;
    try {
      return JSON.stringify(json(JSON.parse(value)));
    } catch {
      return null;
    }
  }

  function machine(attribute: string, value: string): string {
    if (value === '' || hooks.isValue(value) || VALUES.has(value)) return value;
    const match = hooks.matchIn(attribute, value);
    if (match) return machine('', value.slice(0, match.start)) + value.slice(match.start, match.end) + machine('', value.slice(match.end));
    return fromJson(value) ?? withFixed(value.slice(0, LONGEST), (part) => plain(part, true));
  }

  return {
    machine,
    json: fromJson,
    token: (text) => withFixed(text.slice(0, LONGEST), (part) => plain(part, false)),
    address(value) {
      const text = value.trim();
      if (/^(?:data|blob):/i.test(text)) return 'data:,';
      if (/^(?!https?:)[a-z][\w+.-]*:/i.test(text)) return '#';
      const host = ADDRESS.exec(text)?.[1];
      if (!host) return machine('href', text);
      const start = text.slice(0, text.indexOf(host));
      const rest = text.slice(start.length + host.length);
      const isOwn = own.hosts.includes(host.toLowerCase());
      const path = hooks.matchIn('href', rest) ? machine('href', rest) : withFixed(rest.slice(0, LONGEST), (part) => plain(part, true));
      return `${start.toLowerCase()}${isOwn ? host.toLowerCase() : standIns.host(host.toLowerCase())}${path}`;
    },
    classes: (value) =>
      value
        .split(/\s+/)
        .slice(0, 40)
        .map((name) => machine('class', name))
        .join(' '),
    language: (value) => {
      const parts = value.split('-');
      return parts.every((part) => LANGUAGES.has(part)) ? value : LANGUAGES.has(parts[0]!) ? parts[0]! : '';
    },
  };
}
