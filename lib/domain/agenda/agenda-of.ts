// The line of one contact for one day, from its standing alone. DOMAIN.md §1, §4–§6.
import type { Care } from '../care';
import type { Day } from '../day';
import type { Standing } from '../tie/standing';
import { datesDue, promised } from './asked-reasons';
import { cadenceOf } from './cadence';
import { guardOf, isRestDay } from './guard';
import { isAway } from './handled';
import { BANDS, strongerFirst, type Line, type Reason } from './line';
import type { Scene } from './scene';
import { afterUse, cooling, lostTouchWith, outstayed, owed } from './suggested-reasons';
import type { TieToday } from './tie-today';

/**
 * What Today says of one contact, or null. Everything comes from the standing, in time that does not depend on how much was counted.
 * The contact must be there: not deleted, not merged into another.
 */
export function agendaOf(standing: Standing, tie: TieToday, care: Care, today: Day): Line | null {
  const { type, tier, act } = tie;
  const cadence = cadenceOf({ cadence: standing.cadence, tags: standing.tags, type, tier }, care.cadences);
  const { unanswered, lastTry } = standing.thread;
  const guard = guardOf({ unanswered, lastTry, quietUntil: standing.quietUntil }, cadence?.days ?? null, today);
  if (guard === 'quiet') return null;
  const scene: Scene = { standing, care, today, type, tier, cadence };
  const found: Reason[] = [...promised(scene, act), ...datesDue(scene)];
  const isTalk = standing.kind === 'person';
  found.push(...afterUse(scene), ...outstayed(scene));
  if (isTalk) found.push(...owed(scene), ...lostTouchWith(scene, act), ...cooling(scene, act, tie.cooling));
  const mayAsk = guard !== 'rests' && !isRestDay(today, care);
  const reasons: Reason[] = [];
  for (const one of found) {
    const row = standing.handled.find(({ id }) => id === one.key);
    if (isAway(row, today)) continue;
    const isPinned = row?.pinned === true;
    if (!isPinned && !mayAsk && one.kind !== 'follow-up' && one.kind !== 'date') continue;
    const score = guard === 'open' ? one.score : one.score / 2;
    reasons.push({ ...one, score, band: isPinned ? BANDS.pinned : one.band });
  }
  const [first, ...also] = reasons.sort(strongerFirst);
  return first === undefined ? null : { ...first, contactId: standing.contactId, also };
}
