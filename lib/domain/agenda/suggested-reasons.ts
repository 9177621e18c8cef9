// What the product suggests by itself: answers owed, checks after a sale, leads that stay too long, cadences passed, ties that cool.
import { daysUntil } from '../dates/occurrences';
import { said, saidOf, type Said } from '../said';
import { stageLabel } from '../stage-label';
import { openCheck } from '../tie/second-moment';
import { workdaysBetween } from '../workdays';
import { lostTouch } from './cadence';
import { lastDone } from './handled';
import { BANDS, type Reason } from './line';
import { TIER_POINTS, type Scene } from './scene';

/** After so many working days an unanswered message is no answer owed any more; the cadence takes over. */
export const OWED_FOR = 20;

type Suggestion = Omit<Reason, 'band'>;
const suggestion = (one: Suggestion): Reason => ({ ...one, band: BANDS.suggested });

/**
 * They wrote last (DOMAIN.md §1, direction). Strongest after three to five working days, 95; the longer it lies after that, the less an
 * answer is still one. Nothing is claimed when undated messages of the rep's turned up on a later day: one may be the answer.
 */
export function owed({ standing, today, care, tier }: Scene): Reason[] {
  const { owed } = standing.thread;
  if (owed === null || (standing.undatedOut !== null && standing.undatedOut > owed.day)) return [];
  const age = workdaysBetween(owed.day, today, care.restDays);
  if (age > OWED_FOR) return [];
  const why =
    owed.day >= today ? said('agenda_owed_today') : age === 0 ? said('agenda_owed_on', { day: owed.day }) : saidOf('agenda_owed', age);
  const score = (age <= 5 ? Math.min(50 + 15 * age, 95) : 95 - 3 * (age - 5)) + Math.min(TIER_POINTS[tier], 4);
  const key = `owed:${standing.contactId}:${owed.at}`;
  return [suggestion({ key, kind: 'owed', ref: standing.contactId, why, act: said('agenda_act_answer'), score })];
}

/** The check after a won deal (DOMAIN.md §4): from its day on, a little weaker every day. */
export function afterUse({ standing, today, care, tier }: Scene): Reason[] {
  const check = openCheck(standing.checks, today, care);
  if (check === null || check.due > today) return [];
  const { deal, item, won, due } = check;
  const why = item.trim() === '' ? said('agenda_bought_on', { day: won }) : said('agenda_bought_item_on', { day: won }, item);
  const score = Math.max(45, 78 - daysUntil(today, due)) + TIER_POINTS[tier];
  return [suggestion({ key: `after-use:${deal}:${won}`, kind: 'after-use', ref: deal, why, act: said('agenda_act_after_use'), score })];
}

/**
 * A lead longer in its stage than the settings allow (DOMAIN.md §5, turnover), by the ratio of the two. Each further stay of that
 * length is another occasion.
 */
export function outstayed({ standing, today, care, tier }: Scene): Reason[] {
  const { stage, stageSince, contactId } = standing;
  const rule = care.stages.find(({ id }) => id === stage);
  if (stageSince === null || !rule || rule.removed || rule.days === null) return [];
  const days = daysUntil(today, stageSince);
  if (days <= rule.days) return [];
  const why = saidOf('agenda_stage_stays', days, stageLabel(rule), rule.days);
  const score = 55 + 20 * Math.min(days / rule.days - 1, 1.5) + TIER_POINTS[tier];
  const key = `stage:${contactId}:${rule.id}/${stageSince}.${Math.floor((days - 1) / rule.days)}`;
  return [suggestion({ key, kind: 'stage', ref: contactId, why, act: said('agenda_act_stage'), score })];
}

/**
 * The cadence has passed (DOMAIN.md §6). Anything counted begins it anew, and so does a line that was done: it may have been a telephone
 * call. By the ratio alone, 30 towards 80. A skipped one comes again when another period has passed.
 */
export function lostTouchWith({ standing, today, cadence }: Scene, act: Said): Reason[] {
  if (cadence === null || standing.kind === 'group') return [];
  const { contactId, lastTouch, since } = standing;
  const done = lastDone(standing.handled);
  const last = lastTouch === null ? done : done === null || done < lastTouch ? lastTouch : done;
  const from = last ?? since;
  const days = daysUntil(today, from);
  if (days < cadence.days) return [];
  const ratio = lostTouch(days, cadence.days);
  const why = saidOf(last === null ? 'agenda_touch_never' : 'agenda_touch', days, cadence.days);
  const key = `touch:${contactId}:${from}.${Math.floor(days / cadence.days)}`;
  return [suggestion({ key, kind: 'touch', ref: contactId, why, act, score: 30 + (50 * ratio) / (1 + ratio) })];
}

/**
 * A tie worth keeping that cools (DOMAIN.md §1, change), before its cadence has passed or where it has none. A shallow one is not
 * pursued. Once skipped or done it stays quiet until there was something between them again.
 */
export function cooling({ standing, tier }: Scene, act: Said, why: Said | null): Reason[] {
  if (why === null || tier === 'shallow') return [];
  const { contactId, lastTouch, since } = standing;
  const key = `cooling:${contactId}:${lastTouch ?? since}`;
  return [suggestion({ key, kind: 'cooling', ref: contactId, why, act, score: 40 + 3 * TIER_POINTS[tier] })];
}
