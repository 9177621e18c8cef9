// The toolbar badge: how many lines of Today the rep asked for. And the alarms, which only wake us up; the database is the truth.
import browser from 'webextension-polyfill';
import { askedLines } from '@/lib/db/agenda';
import { readSettings } from '@/lib/db/settings';
import { backupState } from './backup-state';
import { nextWakeUp } from './morning';
import { reckonFor } from './reckon';

const MIDNIGHT = 'midnight';

/** Nobody waits longer (ms) for the badge; what is reckoned later changes it then. */
const PATIENCE = 50;

/** Shows how many promises, dates and pinned lines there are for today; nothing when there is none or Rapport is paused. */
export async function refreshBadge(): Promise<void> {
  await reckonFor(PATIENCE);
  await showBadge(await askedLines());
}

/** Shows a number that is known already. */
export async function showBadge(asked: number): Promise<void> {
  const { paused } = await readSettings();
  await browser.action.setBadgeBackgroundColor({ color: '#b83a26' });
  // With nothing else to show, a mark says that a backup waits; the popup says so in words.
  const none = (await backupState()).due ? '!' : '';
  await browser.action.setBadgeText({ text: paused ? '' : asked === 0 ? none : asked > 99 ? '99+' : String(asked) });
}

/** Makes sure that we are woken when the day changes, and for the notification of the morning. */
export async function armMidnight(): Promise<void> {
  const when = (await nextWakeUp(Date.now())) + 1_000;
  const there = await browser.alarms.get(MIDNIGHT);
  if (!there || Math.abs(there.scheduledTime - when) > 60_000) void browser.alarms.create(MIDNIGHT, { when });
}
