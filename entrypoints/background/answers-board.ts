// Answers to the board of leads: what stands in each stage, its cards in stretches, and why a lead is worth what it is.
import { openBook } from '@/lib/db/book';
import { evidenceOf } from '@/lib/db/evidence';
import { leadRecords, lostReasons, moveLead } from '@/lib/db/leads';
import { readSettings } from '@/lib/db/settings';
import type { Entry } from '@/lib/domain/book/entry';
import type { BookQuery } from '@/lib/domain/book/query';
import type { Stage } from '@/lib/domain/care';
import type { Day } from '@/lib/domain/day';
import { Failure } from '@/lib/domain/failure';
import { CLOSED_STAGES } from '@/lib/domain/lead/closed';
import { dwellOf } from '@/lib/domain/lead/dwell';
import { letGoReasons } from '@/lib/domain/lead/let-go';
import { scoreOf } from '@/lib/domain/lead/score';
import { standingOf } from '@/lib/domain/tie/standing';
import type { LeadCard } from '@/lib/messages/protocol';
import type { Answers } from '@/lib/messages/serve';
import { act } from './act';
import { reckoningNow } from './reckon';

/** So long (ms) the board waits for lines that changed; what is not there by then comes with the next "changed". */
const PATIENCE = 100;
/** So many are named that could be let go. */
const NAMED = 5;
/** So many reasons are offered again. */
const OFFERED = 12;
/** So many deals stand on a card; the contact's page has all. */
const MOST_DEALS = 20;

const noSum = { count: 0, over: 0, sums: {} };

async function cardsOf(entries: readonly Entry[], today: Day, stages: readonly Stage[]): Promise<LeadCard[]> {
  const records = await leadRecords(entries.map(({ id }) => id));
  return entries.flatMap((entry): LeadCard[] => {
    const found = records.get(entry.id);
    if (!found) return [];
    const { contact, next, deals } = found;
    const dwell = dwellOf({ stage: entry.stage, stageSince: entry.since }, today, stages);
    const { id, kind, name, last, score, source, nurture, stage, since } = entry;
    return [
      {
        ...{ id, kind, name, in: entry.in, out: entry.out, last, score, source, nurture, stage, since },
        dwell,
        next: next && { due: next.due, reason: next.reason },
        deals: deals.slice(0, MOST_DEALS).map(({ id, item, amount, currency }) => ({ id, item, amount, currency })),
        lostReason: contact.lostReason,
      },
    ];
  });
}

const ofStage = (query: BookQuery, stage: string): BookQuery => ({ ...query, filter: { ...query.filter, stages: [stage] } });

export const boardAnswers: Pick<Answers, 'board.get' | 'board.cards' | `lead.${'score' | 'move' | 'reasons'}`> = {
  'board.get': async ({ query }) => {
    const [{ book, complete, today }, { care }] = await Promise.all([openBook(reckoningNow, PATIENCE), readSettings()]);
    const sums = book.sums(query, today);
    const stages = care.stages
      .filter(({ id, removed }) => !removed || sums.has(id))
      .map(({ id, name, days, removed }) => ({ id, name, days, removed, ...(sums.get(id) ?? noSum) }));
    const closed = CLOSED_STAGES.map((id) => ({ id, name: '', days: null, removed: false, ...(sums.get(id) ?? noSum) }));
    const { held, leads } = book.held(today, NAMED);
    const excess = care.holding === null ? 0 : Math.max(0, held - care.holding);
    const letGo = leads.slice(0, excess).map(({ entry, held: known }) => {
      return { id: entry.id, name: entry.name, stage: entry.stage, why: letGoReasons(known) };
    });
    return { stages: [...stages, ...closed], rates: care.rates, holding: care.holding, held, letGo, complete };
  },

  'board.cards': async ({ query, stage, from, many }) => {
    const [{ book, today }, { care }] = await Promise.all([openBook(reckoningNow, PATIENCE), readSettings()]);
    const { entries, total } = book.stretch(ofStage(query, stage), today, from, many);
    return { cards: await cardsOf(entries, today, care.stages), total };
  },

  'lead.score': async ({ contact: id }) => {
    const { today, zone } = await reckoningNow();
    const { care } = await readSettings();
    const [evidence] = await evidenceOf([id], zone);
    if (!evidence) throw new Failure('gone');
    const { contact, followUps } = evidence;
    const due = followUps.find(({ status }) => status === 'open')?.due ?? null;
    const lead = { stage: contact.stage, stageSince: contact.stageSince, due, standing: standingOf(evidence, care, today) };
    const score = scoreOf(lead, today, care);
    return { value: score.value, parts: [...score.parts] };
  },

  'lead.reasons': async () => ({ reasons: await lostReasons(OFFERED) }),

  'lead.move': ({ contact, ...move }, from) =>
    act({ contact }, from, ['marks', 'moves', 'deals'], 'known', async (id, now) => {
      const { today } = await reckoningNow();
      return moveLead(id, move, today, now);
    }),
};
