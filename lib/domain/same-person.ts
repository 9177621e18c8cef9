// Which contacts may be one person, and why. Only what belongs to one person alone says so; it is suggested, never acted upon.
import { ANY_ACCOUNT, handleOf } from './conversation';
import type { Contact, Identity } from './records';
import { isCommonName, isCommonCompany, plainCompany, plainName } from './common-names';

/** Something by which a person is known. Two contacts with an equal one may be the same. */
export interface Clue {
  kind: 'phone' | 'email' | 'handle' | 'company';
  /** In one form for all: digits, lower case. */
  value: string;
  /** As a person reads it. */
  shown: string;
}
export type Known = Pick<Contact, 'id' | 'kind' | 'name' | 'company' | 'phones' | 'emails'> & {
  identities: readonly Pick<Identity, 'site' | 'handles'>[];
};
export const SAME_WORDS = ['same_phone', 'same_email', 'same_handle', 'same_company'] as const;
/** Why, in the words of public/_locales. */
export interface SameReason {
  word: (typeof SAME_WORDS)[number];
  args: string[];
}
export interface Suggestion {
  id: string;
  /** The strongest first, at least one. */
  reasons: SameReason[];
}

/** What a number or address is shared by that is not one person's: a switchboard, a family, a shop. */
const MOST_SHARING = 2;
const STRENGTH: Record<Clue['kind'], number> = { handle: 8, phone: 4, email: 3, company: 1 };

/** Numbers that everybody may call: toll-free and shared-cost ones of China, North America and Europe. */
const TOLL_FREE = /^(?:86)?(?:400|800)\d{7}$|^1?8(?:00|33|44|55|66|77|88)\d{7}$|^(?:4[349])?0?800\d{6,8}$/;
/** Mailboxes of a post, not of a person. */
const ROLE =
  /^(?:info|sales|service|services|support|admin|office|contact|hello|hi|mail|team|shop|store|order|orders|billing|accounts?|hr|jobs|marketing|press|help|noreply|no-reply|donotreply|postmaster|webmaster|root|test|kefu|xiaoshou|kontakt|anfrage|example)\d*@/;

/** The digits of a phone number that can belong to one person, or null. */
export function phoneDigits(text: string): string | null {
  const digits = text.replace(/\D/g, '').replace(/^00/, '');
  if (digits.length < 7 || digits.length > 15 || TOLL_FREE.test(digits)) return null;
  // Made up in a hurry: 0000000, 1234567.
  const steps = new Set([...digits.slice(-7)].slice(1).map((digit, i) => Number(digit) - Number(digits.slice(-7)[i])));
  return steps.size === 1 ? null : digits;
}

/** An address in one form, or null when it is none, or that of a post. */
export function plainEmail(text: string): string | null {
  const email = text.trim().toLowerCase();
  return /^[^\s@"]{1,64}@[^\s@]+\.[^\s@.]{2,}$/.test(email) && !ROLE.test(email) ? email : null;
}

/** Sites that name people like an e-mail address. */
const LIKE_EMAIL = ['converse', 'mastodon'];

/** What a permanent id tells beside being one: WhatsApp's hold the number, a JID may be an e-mail address. A `@lid` holds nothing. */
function cluesOfHandle(handle: string): Clue[] {
  const [site, account, kind, value] = partsOf(handle);
  if (kind !== 'permanent' || account === ANY_ACCOUNT || value.length < 5) return [];
  const same: Clue = { kind: 'handle', value: handleOf(site, ANY_ACCOUNT, { kind, value }), shown: value };
  if (site === 'whatsapp') {
    const digits = phoneDigits(/^(?:tel:\+(\d+)|(\d+)(?::\d+)?@(?:c\.us|s\.whatsapp\.net))$/.exec(value)?.slice(1).find(Boolean) ?? '');
    return digits ? [{ kind: 'phone', value: digits, shown: `+${digits}` }, same] : [same];
  }
  const email = LIKE_EMAIL.includes(site) ? plainEmail(value) : null;
  return email ? [{ kind: 'email', value: email, shown: email }, same] : [same];
}

function partsOf(handle: string): [site: string, account: string, kind: string, value: string] {
  try {
    const parts = JSON.parse(handle) as unknown;
    if (Array.isArray(parts) && parts.length === 4 && parts.every((part) => typeof part === 'string'))
      return parts as [string, string, string, string];
  } catch {
    // Not one of ours: it tells nothing.
  }
  return ['', '', '', ''];
}

/** Everything by which a person is known, each once. Empty for a group. */
export function cluesOf({ kind, name, company, phones, emails, identities }: Known): Clue[] {
  if (kind === 'group') return [];
  const clues = identities.flatMap(({ handles }) => handles.flatMap(cluesOfHandle));
  for (const phone of phones) {
    const value = phoneDigits(phone);
    if (value) clues.push({ kind: 'phone', value, shown: phone });
  }
  for (const email of emails) {
    const value = plainEmail(email);
    if (value) clues.push({ kind: 'email', value, shown: value });
  }
  const [who, firm] = [plainName(name), plainCompany(company)];
  if (!isCommonName(who) && !isCommonCompany(firm)) clues.push({ kind: 'company', value: `${who}\n${firm}`, shown: company });
  return [...new Map(clues.map((clue) => [clue.kind + clue.value, clue])).values()];
}

/** The values under which somebody else with an equal clue stands in the tables' indexes. */
export function lookupsOf(clues: readonly Clue[]): { phones: string[]; emails: string[]; handles: string[] } {
  const of = (kind: Clue['kind']): string[] => clues.flatMap((clue) => (clue.kind === kind ? clue.value : []));
  const [phones, emails] = [of('phone'), of('email')];
  const permanent = (site: string, value: string): string => handleOf(site, ANY_ACCOUNT, { kind: 'permanent', value });
  return {
    phones: phones.flatMap((digits) => [`+${digits}`, digits, `00${digits}`]),
    emails,
    handles: [
      ...of('handle'),
      ...phones.flatMap((digits) =>
        [`tel:+${digits}`, `${digits}@c.us`, `${digits}@s.whatsapp.net`].map((value) => permanent('whatsapp', value)),
      ),
      ...emails.flatMap((email) => LIKE_EMAIL.map((site) => permanent(site, email))),
    ],
  };
}

/**
 * Who may be the same person as this one (DOMAIN.md §6: one person, wherever they write), the likeliest first. `apart` holds those of whom
 * the rep said that they are not. What more than two others share belongs to nobody.
 */
export function suggestionsOf(subject: Known, others: readonly Known[], apart: ReadonlySet<string>): Suggestion[] {
  const mine = cluesOf(subject);
  const theirs = others.filter(({ id }) => id !== subject.id).map((other) => ({ other, clues: new Set(cluesOf(other).map(nameOf)) }));
  const telling = mine.filter((clue) => theirs.filter(({ clues }) => clues.has(nameOf(clue))).length <= MOST_SHARING);
  return theirs
    .filter(({ other }) => !apart.has(other.id))
    .map(({ other, clues }) => ({ id: other.id, shared: telling.filter((clue) => clues.has(nameOf(clue))) }))
    .filter(({ shared }) => shared.length > 0)
    .sort((a, b) => weigh(b.shared) - weigh(a.shared) || (a.id < b.id ? -1 : 1))
    .map(({ id, shared }) => ({ id, reasons: reasonsOf(shared) }));
}

const nameOf = ({ kind, value }: Clue): string => `${kind}:${value}`;
const weigh = (clues: readonly Clue[]): number =>
  [...new Set(clues.map(({ kind }) => kind))].reduce((sum, kind) => sum + STRENGTH[kind], 0);

/** One reason for each kind of clue. */
function reasonsOf(clues: readonly Clue[]): SameReason[] {
  const first = new Map<Clue['kind'], Clue>();
  for (const clue of clues) if (!first.has(clue.kind)) first.set(clue.kind, clue);
  const sorted = [...first.values()].sort((a, b) => STRENGTH[b.kind] - STRENGTH[a.kind]);
  return sorted.map(({ kind, shown }): SameReason => ({ word: `same_${kind}`, args: [shown] }));
}
