// What the rep asked to be reminded of: follow-ups and key dates. DOMAIN.md §6 B. Guard and days of rest do not hide these.
import { dayFrom, dayNumber } from '../dates/day-number';
import { dueLeads } from '../dates/leads';
import { howFar, whatItIs } from '../dates/occasion';
import { daysUntil, occurrencesBetween } from '../dates/occurrences';
import { said, type Said } from '../said';
import type { CompactDate } from '../tie/standing';
import { BANDS, type Reason } from './line';
import { TIER_POINTS, type Scene } from './scene';

/** A key date that went by is still worth a word for so many days: a weekend, and a day. */
export const LATE_DAYS = 3;

/** Open follow-ups that are due: the longer overdue, the stronger, from 60 on the day itself towards 90. */
export function promised({ standing, today }: Scene, act: Said): Reason[] {
  return standing.followUps
    .filter(({ due }) => due <= today)
    .map(({ id, due, reason }) => {
      const late = daysUntil(today, due);
      const bare = reason.trim() === '';
      const why =
        late === 0
          ? bare
            ? said('agenda_planned_today')
            : said('agenda_planned_today_for', reason)
          : bare
            ? said('agenda_planned_on', { day: due })
            : said('agenda_planned_on_for', { day: due }, reason);
      const score = 60 + (30 * late) / (late + 7);
      return { key: `follow-up:${id}:${due}`, kind: 'follow-up', ref: id, why, act, band: BANDS.asked, score };
    });
}

/**
 * Key dates in one of their leads, on their day, and a few days late when nothing was counted since. Every lead is an occasion of its
 * own, and so is the day itself: the present bought a week before is not the good wishes. For today and tomorrow they stand with the
 * promises, 100 and 95; further ahead among the suggestions, nearer ones first.
 */
export function datesDue(scene: Scene): Reason[] {
  return scene.standing.keyDates.flatMap((date) => [...ahead(date, scene), ...late(date, scene)]);
}

function ahead(date: CompactDate, { today, tier }: Scene): Reason[] {
  return dueLeads(date, today).map(({ on, years, lead, left }) => {
    const what = whatItIs(date, years);
    const why =
      left === 0
        ? said('agenda_date_today', what)
        : said(date.inferred ? 'agenda_date_around' : 'agenda_date_ahead', what, { day: on }, howFar(left));
    const isNear = left <= 1;
    return {
      key: `date:${date.id}:${on}/${left === 0 ? 0 : lead}`,
      kind: 'date',
      ref: date.id,
      why,
      act: left > 1 ? said('agenda_act_prepare') : dateAct(date),
      band: isNear ? BANDS.asked : BANDS.suggested,
      score: isNear ? 100 - 5 * left : 88 - 1.5 * Math.min(left, 30) + TIER_POINTS[tier],
    };
  });
}

function late(date: CompactDate, { standing, today }: Scene): Reason[] {
  if (date.leads.length === 0) return [];
  const now = dayNumber(today);
  return occurrencesBetween(date, dayFrom(now - LATE_DAYS), dayFrom(now - 1))
    .filter(({ on }) => standing.lastTouch === null || standing.lastTouch < on)
    .map(({ on, years }) => ({
      key: `date:${date.id}:${on}/0`,
      kind: 'date',
      ref: date.id,
      why: said('agenda_date_past', whatItIs(date, years), { day: on }),
      act: dateAct(date),
      band: BANDS.asked,
      score: 90,
    }));
}

function dateAct({ kind, inferred }: CompactDate): Said {
  if (inferred) return said('agenda_act_ask_since');
  if (kind === 'expiry') return said('agenda_act_remind');
  if (kind === 'child-exam') return said('agenda_act_luck');
  return kind === 'custom' ? said('agenda_act_mention') : said('agenda_act_wish');
}
