// What the rep does with a line of Today.
import { handle, type Act, type Acted } from '../domain/agenda/handled';
import { startOfDay, type Day } from '../domain/day';
import { contactOf } from './contacts';
import { db } from './database';
import { changeFollowUp } from './follow-ups';
import { undoable, type Touched } from './undo';

/** Carries out an act on a line. Undoable. Fails with `gone` when the contact or the follow-up is not there any more. */
export async function actOnLine(line: Acted['line'], act: Act, today: Day, now: number): Promise<string | null> {
  return db.transaction('rw', db.tables, async () => {
    await contactOf(line.contactId);
    const row = (await db.handled.get(line.key)) ?? null;
    const { handled, followUp } = handle({ line, row: row?.contactId === line.contactId ? row : null }, act, today, now);
    const touched: Touched[] = [];
    if (handled) touched.push(['handled', handled.id]);
    if (followUp) touched.push(['followUps', followUp.id]);
    return undoable(touched, now, async () => {
      if (handled) await db.handled.put(handled);
      if (followUp) await changeFollowUp(line.contactId, followUp.id, followUp.fields, now);
    });
  });
}

/** How many lines were dealt with on this day: they use up the day's budget, so that work done does not bring more work. */
export async function settledOn(today: Day, zone: string): Promise<number> {
  const [lines, followUps] = await Promise.all([
    db.handled
      .where({ on: today })
      .filter(({ status, until }) => status !== 'open' || until !== null)
      .count(),
    db.followUps
      .where('updatedAt')
      .aboveOrEqual(startOfDay(today, zone))
      .filter(({ status }) => status === 'done' || status === 'skipped')
      .count(),
  ]);
  return lines + followUps;
}
