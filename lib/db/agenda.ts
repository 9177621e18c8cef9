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
import { freshenStandings } from './standings';

/** So many standings are read in one go. */
const AT_ONCE = 1000;

/** When and by which settings the agenda is reckoned. `zone` is the rep's IANA time zone. */
export interface Reckoning {
  today: Day;
  zone: string;
  care: Care;
}

/** The same, with what is a big order in this book. */
type ThisDay = Reckoning & { big: Amounts };

const rowOf = (line: Line): AgendaRow => ({ ...line, behind: 100 - line.score });

/** Puts the lines of these contacts in place of what was there. Runs inside the caller's transaction. */
async function putLines(ids: readonly string[], standings: readonly Standing[], { today, care, big }: ThisDay): Promise<void> {
  await db.agenda.bulkDelete([...ids]);
  await db.agenda.bulkPut(
    standings.flatMap((standing) => agendaOf(standing, tieToday(standing, care, today, big), care, today) ?? []).map(rowOf),
  );
}

async function refreshLines(ids: readonly string[], day: ThisDay): Promise<void> {
  await db.transaction('rw', db.standings, db.agenda, async () => {
    const standings = (await db.standings.bulkGet([...ids])).filter((standing) => standing !== undefined);
    await putLines(ids, standings, day);
  });
}

/** Brings some old standings and their lines up to date, in one transaction. Gives whether there were any. */
async function freshen(day: ThisDay): Promise<boolean> {
  if ((await db.stale.count()) === 0) return false;
  return db.transaction('rw', db.tables, async () => {
    const changed = await freshenStandings(day.care, day.today, day.zone);
    if (changed) await refreshLines(changed, day);
    return changed !== null;
  });
}

/** The state of the agenda for this day and these settings, begun anew where it is for others. */
async function progressOf({ today, zone, care }: Reckoning): Promise<Progress> {
  const stamp = JSON.stringify(care);
  const progress = await db.progress.get('agenda');
  if (progress?.day === today && progress.zone === zone && progress.care === stamp) return progress;
  const big = bigFrom(await db.deals.toArray());
  const fresh: Progress = { id: 'agenda', day: today, zone, care: stamp, after: '', big };
  await db.transaction('rw', db.progress, db.agenda, db.stale, async () => {
    await db.agenda.clear();
    await db.progress.put(fresh);
    // After a journey what was seen at an instant may lie on another day.
    if (progress && progress.zone !== zone) await db.stale.put(EVERYBODY);
  });
  return fresh;
}

/** From which amount on an order is a big one, as it was reckoned last. */
export async function bigOrders(): Promise<Amounts> {
  return (await db.progress.get('agenda'))?.big ?? {};
}

/** Whatever is due by the rep's own word is there at once; the rest of the morning's reckoning follows. */
async function beginDay(day: ThisDay): Promise<void> {
  const due = await dueBy(day.today);
  await refreshLines([...new Set(due.map(({ contactId }) => contactId))].slice(0, AT_ONCE), day);
}

/**
 * One step of bringing the agenda up to date: what changed first, then the rest of the morning's reckoning. Gives whether there is
 * more to do. Every step stands by itself, so that a worker that dies between two loses nothing.
 */
export async function reckonOn(reckoning: Reckoning): Promise<boolean> {
  const progress = await progressOf(reckoning);
  const day = { ...reckoning, big: progress.big };
  if (await freshen(day)) return true;
  if (progress.after === null) return false;
  if (progress.after === '') await beginDay(day);
  await db.transaction('rw', db.standings, db.agenda, db.progress, async () => {
    const standings = await db.standings
      .where(':id')
      .above(progress.after ?? '')
      .limit(AT_ONCE)
      .toArray();
    const ids = standings.map(({ contactId }) => contactId);
    await putLines(ids, standings, day);
    await db.progress.put({ ...progress, after: standings.length < AT_ONCE ? null : ids[ids.length - 1]! });
  });
  return progress.after !== null && (await db.progress.get('agenda'))?.after !== null;
}

/** At most so many lines are shown when all are asked for: nobody reads further. */
const ALL = 200;

/** The lines to show, how many wait, and whether the reckoning is complete. `settled`: lines dealt with today. */
export async function readAgenda(budget: number, settled: number, all: boolean): Promise<Agenda & { complete: boolean }> {
  const most = all ? ALL : budget;
  const index = () => db.agenda.where('[band+behind+key]');
  const [asked, suggested, askedInAll, suggestedInAll, progress, stale] = await Promise.all([
    index().below([BANDS.suggested]).limit(most).toArray(),
    index().aboveOrEqual([BANDS.suggested]).limit(most).toArray(),
    askedLines(),
    index().aboveOrEqual([BANDS.suggested]).count(),
    db.progress.get('agenda'),
    db.stale.count(),
  ]);
  const lines = [...asked, ...suggested].map(({ behind: _, ...line }): Line => line);
  const shown = agenda(lines, most, all ? 0 : settled);
  const askedShown = Math.min(asked.length, most);
  return {
    lines: shown.lines,
    waiting: { asked: askedInAll - askedShown, suggested: suggestedInAll - (shown.lines.length - askedShown) },
    complete: progress?.after === null && stale === 0,
  };
}

/** How many lines there are that the rep asked for: promises, dates and pinned ones. */
export function askedLines(): Promise<number> {
  return db.agenda.where('[band+behind+key]').below([BANDS.suggested]).count();
}
