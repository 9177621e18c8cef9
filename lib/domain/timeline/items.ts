// The timeline of a contact: each kind of record as the lines it makes. The words are those of the screens.
import type { Stage } from '../care';
import { whatItIs } from '../dates/occasion';
import { occurrencesBetween } from '../dates/occurrences';
import { addDays, dayOf, type Day } from '../day';
import { CUSTOMER_TYPES, TIERS, type FactKind } from '../kinds';
import type { DayRow, FollowUp, Note } from '../records';
import type { Credit } from '../reply-records';
import { said, type Said } from '../said';
import { stageLabel } from '../stage-label';
import type { Deal, Fact, KeyDate, Move } from '../tie-records';
import { typeLabel } from '../tie/customer-type';
import { tierLabel } from '../tie/tier';
import type { TimelineItem } from './item';

/** When one looks: nothing that lies further ahead than tomorrow is told, for a page may claim any date. */
export interface Seen {
  today: Day;
  /** The rep's IANA time zone. */
  zone: string;
}

/** The last instant of which a day can be written; a file may claim later ones. */
const LAST = Date.UTC(9999, 11, 30);
const dayAt = (ms: number, zone: string): Day => dayOf(Math.min(ms, LAST), zone);

/** So much of a note is shown. */
const CLIPPED = 280;
const clipped = (text: string): string => (text.length > CLIPPED ? `${text.slice(0, CLIPPED).trimEnd()}…` : text);
const joined = (...parts: (string | number | null | false)[]): string =>
  parts.filter((part) => part !== null && part !== false && part !== '').join(' · ');

/** Notes that are not hidden. */
export const ofNotes = (notes: readonly Note[], { zone }: Seen): TimelineItem[] =>
  notes
    .filter(({ hiddenAt }) => hiddenAt === null)
    .map(({ id, text, createdAt }) => ({
      ...{ key: `note:${id}`, kind: 'note', day: dayAt(createdAt, zone), at: createdAt },
      ...{ what: said('timeline_note'), more: clipped(text), place: { on: 'note', id } },
    }));

/** What was counted, a line a day, over all ways in which the contact is known. */
export function ofDays(days: readonly Pick<DayRow, 'day' | 'in' | 'out'>[], { today }: Seen): TimelineItem[] {
  const sums = new Map<Day, { in: number; out: number }>();
  const last = addDays(today, 1);
  for (const row of days) {
    if (row.in + row.out === 0 || row.day > last) continue;
    const sum = sums.get(row.day) ?? { in: 0, out: 0 };
    sums.set(row.day, { in: sum.in + row.in, out: sum.out + row.out });
  }
  return [...sums].map(([day, sum]) => ({
    ...{ key: 'messages', kind: 'messages', day, at: null },
    ...{ what: said('timeline_messages', sum.out, sum.in), more: '', place: null },
  }));
}

/** Replies put in, each with what became of it. `titles` by the reply's id; one that is deleted has none. */
export const ofCredits = (credits: readonly Credit[], titles: ReadonlyMap<string, string>, { zone }: Seen): TimelineItem[] =>
  credits.map((credit) => ({
    ...{ key: `reply:${credit.id}`, kind: 'reply', day: dayAt(credit.insertedAt, zone), at: credit.insertedAt },
    ...{ what: fateOf(credit), more: titles.get(credit.replyId) ?? '', place: null },
  }));

function fateOf({ sentAt, edited, answeredAt }: Credit): Said {
  if (sentAt === null) return said('timeline_reply_put_in');
  if (answeredAt !== null) return said(edited ? 'timeline_reply_edited_answered' : 'timeline_reply_answered');
  return said(edited ? 'timeline_reply_edited' : 'timeline_reply_sent');
}

/** One that is not there any more is called by its id. */
function stageOf(id: string | null, stages: readonly Stage[]): Said | string {
  return id === null ? said('timeline_no_stage') : stageLabel(stages.find((stage) => stage.id === id) ?? { id, name: '' });
}

/** A type or tier that there is not, out of a file, is shown as it is. */
function nameOf<T extends string>(value: string | null, known: readonly T[], label: (one: T) => Said): Said | string {
  const found = known.find((one) => one === value);
  return found === undefined ? (value ?? '') : label(found);
}
const typeName = (type: string | null): Said | string => nameOf(type, CUSTOMER_TYPES, typeLabel);
const tierName = (tier: string | null): Said | string => nameOf(tier, TIERS, tierLabel);

/** Steps from stage to stage, type to type and tier to tier. */
export const ofMoves = (moves: readonly Move[], stages: readonly Stage[]): TimelineItem[] =>
  moves.map(({ id, what, from, to, day, createdAt }) => ({
    ...{ key: `move:${id}`, kind: 'move', day, at: createdAt, more: '', place: null },
    what:
      what === 'stage'
        ? said('timeline_stage', stageOf(from, stages), stageOf(to, stages))
        : what === 'type'
          ? said('timeline_type', typeName(from), typeName(to))
          : said('timeline_tier', tierName(from), tierName(to)),
  }));

/** A deal when it was opened, won or lost, and paid. */
export const ofDeals = (deals: readonly Deal[]): TimelineItem[] =>
  deals.flatMap(({ id, item, amount, currency, status, openedOn, closedOn, paidOn, lostReason }) => {
    const price = amount === null ? {} : { price: { amount, currency } };
    const line = (step: string, word: string, day: Day, more = ''): TimelineItem => ({
      ...{ key: `deal:${id}:${step}`, kind: 'deal', day, at: null, ...price },
      ...{ what: said(word), more: joined(item, more), place: { on: 'record', id } },
    });
    return [
      line('1', 'timeline_deal_opened', openedOn),
      ...(closedOn !== null && status === 'won' ? [line('2', 'timeline_deal_won', closedOn)] : []),
      ...(closedOn !== null && status === 'lost' ? [line('2', 'timeline_deal_lost', closedOn, lostReason)] : []),
      ...(paidOn !== null ? [line('3', 'timeline_deal_paid', paidOn)] : []),
    ];
  });

const FACTS: Record<FactKind, string> = {
  looked: 'life_fact_looked',
  asked: 'life_fact_asked',
  useful: 'life_fact_useful',
  trial: 'life_fact_trial',
  nps: 'life_fact_nps',
  complaint: 'life_fact_complaint',
  used: 'life_fact_used',
  need: 'life_fact_need',
  worry: 'life_fact_worry',
  wish: 'life_fact_wish',
  referral: 'life_fact_referral',
};

/** What was put down, and who was brought; `names` of those who are there. */
export const ofFacts = (facts: readonly Fact[], names: ReadonlyMap<string, string>): TimelineItem[] =>
  facts.map(({ id, kind, on, text, score, other }) => {
    const name = other === null ? undefined : names.get(other);
    return {
      ...{ key: `fact:${id}`, kind: 'fact', day: on, at: null, more: joined(score, text) },
      what: name === undefined ? said(FACTS[kind]) : said('life_fact_brought', name),
      place: name === undefined ? { on: 'record', id } : { on: 'contact', id: other! },
    };
  });

/** The same from the other side: facts of others that name this contact as the one they brought. */
export const ofReferrals = (facts: readonly Fact[], names: ReadonlyMap<string, string>): TimelineItem[] =>
  facts.flatMap(({ id, contactId, on }) => {
    const name = names.get(contactId);
    if (name === undefined) return [];
    return {
      ...{ key: `came:${id}`, kind: 'fact', day: on, at: null, more: '' },
      ...{ what: said('timeline_came', name), place: { on: 'contact', id: contactId } },
    };
  });

/** The days on which a key date came, since it was put down. */
export const ofKeyDates = (dates: readonly KeyDate[], { today, zone }: Seen): TimelineItem[] =>
  dates.flatMap((date) =>
    occurrencesBetween(date, dayAt(date.createdAt, zone), today).map(({ on, years }): TimelineItem => {
      const { word, args } = whatItIs(date, years);
      return {
        ...{ key: `date:${date.id}`, kind: 'date', day: on, at: null },
        ...{ what: said(word, ...args), more: '', place: { on: 'record', id: date.id } },
      };
    }),
  );

/** Follow-ups that were done or skipped. */
export const ofFollowUps = (followUps: readonly FollowUp[], { zone }: Seen): TimelineItem[] =>
  followUps.flatMap(({ id, status, reason, endedAt, updatedAt }) => {
    if (status !== 'done' && status !== 'skipped') return [];
    const at = endedAt ?? updatedAt;
    return {
      ...{ key: `step:${id}`, kind: 'followUp', day: dayAt(at, zone), at, more: reason, place: null },
      what: said(status === 'done' ? 'timeline_step_done' : 'timeline_step_skipped'),
    };
  });
