// The toolbar badge: how many follow-ups are due. And the alarms, which only wake us up; the database is the truth.
import browser from 'webextension-polyfill';
import { dueBy } from '@/lib/db/follow-ups';
import { readSettings } from '@/lib/db/settings';
import { addDays, startOfDay } from '@/lib/domain/day';

const MIDNIGHT = 'midnight';

/** Shows the number of follow-ups due today or before; nothing when there is none or Rapport is paused. */
export async function refreshBadge(): Promise<void> {
  const due = await dueBy(Temporal.Now.plainDateISO().toString());
  const { paused } = await readSettings();
  await browser.action.setBadgeBackgroundColor({ color: '#b83a26' });
  await browser.action.setBadgeText({ text: paused || due.length === 0 ? '' : due.length > 99 ? '99+' : String(due.length) });
}

/** Makes sure that we are woken at the next local midnight, when tomorrow's follow-ups become today's. */
export async function armMidnight(): Promise<void> {
  const today = Temporal.Now.plainDateISO().toString();
  const when = startOfDay(addDays(today, 1), Temporal.Now.timeZoneId()) + 1_000;
  const there = await browser.alarms.get(MIDNIGHT);
  if (!there || Math.abs(there.scheduledTime - when) > 60_000) void browser.alarms.create(MIDNIGHT, { when });
}
