// One contact as a line of the book: all that the table of contacts shows, sorts by, filters by and searches in.
import type { Care } from '../care';
import { nextOccurrence } from '../dates/occurrences';
import type { Day } from '../day';
import { later } from '../interaction';
import type { CustomerType, Nurture, Tier } from '../kinds';
import { dwellOf } from '../lead/dwell';
import { isLeadStage } from '../lead/closed';
import { scoreOf } from '../lead/score';
import type { Contact, FollowUp, Identity } from '../records';
import { typeOf } from '../tie/customer-type';
import type { Amounts } from '../tie/purchases';
import type { Standing } from '../tie/standing';
import { strengthOf } from '../tie/strength';
import { tierOf } from '../tie/tier';
import { trendOf, type TrendWord } from '../tie/trend';
import { amountsText } from './board';
import { nameKey } from './name-key';
import { searchText } from './search-text';

export interface Entry {
  id: string;
  kind: Contact['kind'];
  name: string;
  tags: readonly string[];
  /** Ids of the sites that know the contact, each once. */
  sites: readonly string[];
  in: number;
  out: number;
  /** The last message each way that has a date: an instant or a day. */
  last: string | null;
  /** The open follow-up. */
  due: Day | null;
  /** The next key date. */
  date: Day | null;
  stage: string | null;
  /** Since when it is in that stage. */
  since: Day | null;
  /** Days beyond the most of the stage, 0 for none; null where there is no clock. */
  over: number | null;
  /** See lead/score.ts; null is not known, or no lead. */
  score: number | null;
  /** What the deals come to, as a text of board.ts: the open ones, of somebody won the won ones. */
  worth: string;
  source: string;
  nurture: Nurture | null;
  /** Null as long as the standing is not worked out. */
  type: CustomerType | null;
  tier: Tier | null;
  trend: TrendWord | null;
  /** See tie/strength.ts; null is unknown. */
  strength: number | null;
  /** ms since 1970. */
  added: number;
  /** The last day of being in touch by any way. */
  touched: Day | null;
  /** The name's place in the alphabet, see name-key.ts. */
  key: string;
  /** What is searched in, see search-text.ts. */
  text: string;
}

/** By what an entry is worked out; on another day, or by other settings, it is another one. */
export interface BookBy {
  today: Day;
  care: Pick<Care, 'halfLife' | 'path' | 'stages'>;
  /** From which amount on an order is a big one, by currency. */
  big: Amounts;
}

/** The records that an entry is made of. */
export interface EntryRecords {
  contact: Contact;
  identities: readonly Identity[];
  followUps: readonly FollowUp[];
  /** What is known of the tie; undefined while nobody has reckoned it. */
  standing: Standing | undefined;
}

/** The line of a contact. */
export function entryOf({ contact, identities, followUps, standing }: EntryRecords, { today, care, big }: BookBy): Entry {
  const sumOf = (key: 'in' | 'out'): number => identities.reduce((sum, identity) => sum + identity[key], 0);
  const last = identities.reduce<string | null>((latest, { lastIn, lastOut }) => later(latest, later(lastIn, lastOut)), null);
  const due = firstOf(followUps.flatMap((one) => (one.status === 'open' ? one.due : [])));
  const dwell = dwellOf(contact, today, care.stages);
  return {
    id: contact.id,
    kind: contact.kind,
    name: contact.name,
    tags: contact.tags,
    sites: [...new Set(identities.map(({ site }) => site))],
    in: sumOf('in'),
    out: sumOf('out'),
    last,
    due,
    date: firstOf((standing?.keyDates ?? []).flatMap((date) => nextOccurrence(date, today)?.on ?? [])),
    stage: contact.stage,
    since: contact.stageSince,
    over: dwell === null || dwell.most === null ? null : dwell.over,
    score: standing && isLeadStage(contact.stage) ? scoreOf({ ...contact, due, standing }, today, care).value : null,
    worth: amountsText(worthOf(contact.stage, standing)),
    source: contact.source,
    nurture: contact.nurture,
    type: standing ? typeOf(standing, today, big).is : contact.type,
    tier: standing ? tierOf(standing, today, care).is : null,
    trend: standing ? trendOf(standing, today).is : null,
    strength: standing ? (strengthOf(standing, today, care)?.value ?? null) : null,
    added: contact.createdAt,
    touched: standing?.lastTouch ?? last?.slice(0, 10) ?? null,
    key: nameKey(contact.name),
    text: searchText(contact),
  };
}

/** What a lead is worth to the rep in its stage; nothing to somebody who was lost. */
function worthOf(stage: string | null, standing: Standing | undefined): Amounts {
  if (!standing || stage === null || stage === 'lost') return {};
  return stage === 'won' ? (standing.purchases?.sums ?? {}) : standing.openSums;
}

const firstOf = (days: readonly Day[]): Day | null =>
  days.reduce<Day | null>((first, day) => (first === null || day < first ? day : first), null);
