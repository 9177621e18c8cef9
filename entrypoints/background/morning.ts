// The one notification of the morning, if the user wants one: whom today is for. Alarms only wake us; whether it is due is asked of
// the clock and of the days on which it was shown, so that sleep, an update or a lost alarm neither lose nor double it.
import browser from 'webextension-polyfill';
import { readAgenda } from '@/lib/db/agenda';
import { db } from '@/lib/db/database';
import { readSettings } from '@/lib/db/settings';
import { settledOn } from '@/lib/db/today';
import { isMorning, morningOf, nextWake, withShown } from '@/lib/domain/agenda/notifications';
import { dayOf } from '@/lib/domain/day';
import { tell } from '@/lib/words/said';
import { learn, speak, tn } from '@/lib/words/words';
import { reckonFor } from './reckon';

const ID = 'morning';
/** The morning can wait longer (ms) for the reckoning than a click can. */
const PATIENCE = 20_000;

const shownDays = async (): Promise<string[]> => (await db.mornings.toArray()).map(({ day }) => day);

/** Takes the day for shown. Gives false when another start of the background was faster. */
async function takeDay(now: number, zone: string): Promise<boolean> {
  return db.transaction('rw', db.mornings, async () => {
    const shown = await shownDays();
    if (shown.includes(dayOf(now, zone))) return false;
    await db.mornings.clear();
    await db.mornings.bulkAdd(withShown(shown, now, zone).map((day) => ({ day })));
    return true;
  });
}

/** Shows the notification if it is due now and allowed. Safe to call at any time and from two starts at once. */
export async function sayGoodMorning(now: number): Promise<void> {
  const zone = Temporal.Now.timeZoneId();
  const { care, paused, blurred, language } = await readSettings();
  if (paused || !isMorning(now, zone, care, await shownDays())) return;
  if (!(await browser.permissions.contains({ permissions: ['notifications'] }))) return;
  if (!(await takeDay(now, zone))) return;
  const { today } = await reckonFor(PATIENCE);
  const { lines } = await readAgenda(care.budget, await settledOn(today, zone), false);
  const morning = morningOf(lines);
  if (!morning) return;
  await learn(speak(language, browser.i18n.getUILanguage()));
  const contacts = await db.contacts.bulkGet(morning.lines.map(({ contactId }) => contactId));
  const named = morning.lines.map(({ why }, i) => `${contacts[i]?.name ?? ''}: ${tell(why, today)}`);
  await browser.notifications.create(ID, {
    type: 'basic',
    iconUrl: browser.runtime.getURL('/icon/128.png'),
    title: tn('popup_glad', lines.length),
    // With names hidden, a notification must not show them either.
    message: blurred ? '' : named.join('\n'),
  });
}

/** When to wake next, in ms: the next beginning of a day, or the notification's moment before it. */
export async function nextWakeUp(now: number): Promise<number> {
  return nextWake(now, Temporal.Now.timeZoneId(), (await readSettings()).care, await shownDays());
}

/** A click on the notification opens the page of today. */
export function openOnClick(): void {
  // Without the permission there is no such thing to listen to; it comes with the permission, and the worker starts anew often.
  browser.notifications?.onClicked.addListener((id) => {
    if (id === ID) void browser.tabs.create({ url: browser.runtime.getURL('/popup.html') });
  });
}
