// The agenda of the day, kept line by line: the morning's reckoning is done once, and a change afterwards touches one line.
import { agendaOf } from '../domain/agenda/agenda-of';
import { tieToday } from '../domain/agenda/tie-today';
import { agenda, type Agenda } from '../domain/agenda/rank';
import { BANDS, type Line } from '../domain/agenda/line';
import type { Care } from '../domain/care';
import type { Day } from '../domain/day';
import { bigFrom } from '../domain/tie/big-orders';
import type { Amounts } from '../domain/tie/purchases';
import type { Standing } from '../domain/tie/standing';
import { db, type AgendaRow, type Progress } from './database';
import { dueBy } from './follow-ups';
import { EVERYBODY } from './stale';
import { standToday } from './moves';
import { beforeWriting } from './space';
import { freshenStandings, STANDING_TABLES, type Freshened } from './standings';
import { stride } from './stride';

/** At most so many lines are shown when all are asked for: nobody reads further. */
const ALL = 200;
/** How many standings the morning looks at in one transaction. */
const morningStride = stride(500, 200, 2000);

/** When (`now` in ms) and by which settings the agenda is reckoned. `zone` is the rep's IANA time zone. */
export interface Reckoning {
  now: number;
  today: Day;
  zone: string;
  care: Care;
}

const isFor = (progress: Progress | undefined, { today, zone, care }: Reckoning): progress is Progress =>
  progress?.day === today && progress.zone === zone && progress.care === JSON.stringify(care);

/** So many changed contacts are reckoned while somebody waits for the answer. */
const FEW = 50;

/**
 * How far the agenda is: `done`; `old` when what is left is little, or this day was not begun; `going` when everybody has to be gone
 * through, which can take half a minute with a hundred thousand contacts.
 */
export async function agendaState(reckoning: Reckoning): Promise<'done' | 'old' | 'going'> {
  const [progress, marks] = await Promise.all([db.progress.get('agenda'), db.stale.limit(FEW + 1).primaryKeys()]);
  if (!isFor(progress, reckoning)) return 'old';
  if (progress.after === null && marks.length === 0) return 'done';
  return progress.after !== null || marks.length > FEW || marks.includes(EVERYBODY.id) ? 'going' : 'old';
}

/**
 * One step of bringing the agenda up to date: what changed first, then the rest of the morning's reckoning. Gives whether something was
 * done, and more may be left. Every step is one short transaction, so that a worker that dies between two loses nothing and what others
 * ask for is answered in between.
 */
export async function reckonOn(reckoning: Reckoning): Promise<boolean> {
  const before = await db.progress.get('agenda');
  const isBegun = isFor(before, reckoning);
  if (isBegun && before.after === null && (await db.stale.limit(1).primaryKeys()).length === 0) return false;
  // Read before the step, because nothing else has to wait for it.
  const big = isBegun ? before.big : bigFrom(await db.deals.toArray());
  await beforeWriting();
  await db.transaction('rw', [...STANDING_TABLES, db.agenda, db.progress], async () => {
    const old = await db.progress.get('agenda');
    const zoneBefore = old?.zone;
    const progress = isFor(old, reckoning) ? old : await beginDay(reckoning, big, zoneBefore);
    if (progress === old) await goOn(reckoning, progress);
    await db.progress.put(progress);
  });
  return true;
}

/** Begins a day, or the same day by other settings: whatever is due by the rep's own word is there at once. */
async function beginDay(reckoning: Reckoning, big: Amounts, zoneBefore: string | undefined): Promise<Progress> {
  const { today, zone, care } = reckoning;
  const progress: Progress = {
    id: 'agenda',
    day: today,
    zone,
    care: JSON.stringify(care),
    after: '',
    big,
    asked: 0,
    suggested: 0,
    later: 0,
  };
  await db.agenda.clear();
  // After a journey what was seen at an instant may lie on another day.
  if (zoneBefore !== undefined && zoneBefore !== zone) await db.stale.put(EVERYBODY);
  const ids = [...new Set((await dueBy(today, ALL)).map(({ contactId }) => contactId))];
  const standings = (await db.standings.bulkGet(ids)).filter((standing) => standing !== undefined);
  await putLines({ ids, isStretch: false, standings }, reckoning, progress);
  return progress;
}

/** The next step of a day that is begun; `progress` is changed in place. */
async function goOn(reckoning: Reckoning, progress: Progress): Promise<void> {
  const { today } = reckoning;
  const look = { ...reckoning, big: progress.big };
  const freshened = await freshenStandings(look);
  if (freshened?.isFirst) {
    await db.agenda.clear();
    Object.assign(progress, { asked: 0, suggested: 0 });
  }
  if (freshened) {
    const { ids, isStretch, isLast, standings, before } = freshened;
    // Who has not been come to this morning is counted then.
    const isCounted = ({ contactId }: Standing): boolean => progress.after === null || contactId <= progress.after;
    progress.later -= laterIn(before.filter(isCounted), today);
    // With everybody's standing comes everybody's line: the morning need not come there any more.
    const last = ids[ids.length - 1] ?? '';
    if (isLast) progress.after = null;
    else if (isStretch && progress.after !== null && last > progress.after) progress.after = last;
    progress.later += laterIn(standings.filter(isCounted), today);
    return putLines(freshened, reckoning, progress);
  }
  if (progress.after === null) return;
  const many = morningStride.many();
  const start = performance.now();
  const standings = await db.standings.where(':id').above(progress.after).limit(many).toArray();
  const ids = standings.map(({ contactId }) => contactId);
  await putLines({ ids, isStretch: true, standings }, reckoning, progress);
  await db.standings.bulkPut(await standToday(standings, look));
  progress.later += laterIn(standings, today);
  progress.after = ids.length < many ? null : ids[ids.length - 1]!;
  morningStride.took(ids.length, performance.now() - start);
}

/** How many open follow-ups there are after this day. */
const laterIn = (standings: readonly Standing[], today: Day): number =>
  standings.reduce((sum, { followUps }) => sum + followUps.filter(({ due }) => due > today).length, 0);

const rowOf = (line: Line): AgendaRow => ({ ...line, behind: 100 - line.score });
const tallyOf = ({ band }: Line): 'asked' | 'suggested' => (band === BANDS.suggested ? 'suggested' : 'asked');

/** Puts the lines of these contacts in place of what was there, and counts them in `progress`. */
async function putLines(
  { ids, isStretch, standings }: Pick<Freshened, 'ids' | 'isStretch' | 'standings'>,
  { today, care }: Reckoning,
  progress: Progress,
): Promise<void> {
  if (ids.length === 0) return;
  const stretch = db.agenda.where(':id').between(ids[0], ids[ids.length - 1], true, true);
  const before = isStretch ? await stretch.toArray() : (await db.agenda.bulkGet([...ids])).filter((row) => row !== undefined);
  const lines = standings.flatMap((standing) => agendaOf(standing, tieToday(standing, care, today, progress.big), care, today) ?? []);
  const there = new Set(lines.map(({ contactId }) => contactId));
  await db.agenda.bulkDelete(before.flatMap(({ contactId }) => (there.has(contactId) ? [] : contactId)));
  await db.agenda.bulkPut(lines.map(rowOf));
  for (const row of before) progress[tallyOf(row)] -= 1;
  for (const line of lines) progress[tallyOf(line)] += 1;
}

/** From which amount on an order is a big one, as it was reckoned last. */
export async function bigOrders(): Promise<Amounts> {
  return (await db.progress.get('agenda'))?.big ?? {};
}

/** The agenda as far as it is reckoned; whether it is all of it, and that of the day, `agendaState` knows. */
export interface Reckoned extends Agenda {
  /** How many follow-ups are due on later days. */
  later: number;
}

/** The lines to show and how many wait. `settled`: lines dealt with today. What it costs does not depend on how many contacts there are. */
export async function readAgenda(budget: number, settled: number, all: boolean): Promise<Reckoned> {
  const most = all ? ALL : budget;
  const index = () => db.agenda.where('[band+behind+key]');
  const [asked, suggested, progress] = await Promise.all([
    index().below([BANDS.suggested]).limit(most).toArray(),
    index().aboveOrEqual([BANDS.suggested]).limit(most).toArray(),
    db.progress.get('agenda'),
  ]);
  const lines = [...asked, ...suggested].map(({ behind: _, ...line }): Line => line);
  const shown = agenda(lines, most, all ? 0 : settled);
  const askedShown = Math.min(asked.length, most);
  const inAll = progress ?? { asked: 0, suggested: 0, later: 0 };
  return {
    lines: shown.lines,
    waiting: { asked: inAll.asked - askedShown, suggested: inAll.suggested - (shown.lines.length - askedShown) },
    later: inAll.later,
  };
}

/** How many lines there are that the rep asked for: promises, dates and pinned ones. */
export async function askedLines(): Promise<number> {
  return (await db.progress.get('agenda'))?.asked ?? 0;
}
