// What a page script may report: from the tab it greeted from, so much in an hour, and nothing while all is paused.
import { Failure } from '@/lib/domain/failure';
import type { Settings } from '@/lib/domain/records';
import type { Sender } from '@/lib/messages/serve';
import { isFull } from './space';
import { changeTab, readTab, type TabState } from './tabs';

/** Per tab and hour. A rep scrolling through years of history stays far below; a page inventing messages does not. */
const MOST_MESSAGES = 20_000;
const MOST_PEOPLE = 50;
/** Of each conversation's messages, the latest. */
export const KEPT_HASHES = 200;

/**
 * Whether nothing is to be counted: while all is paused or there is no room. A page may still report when the worker died between switching
 * its site off and telling it to leave.
 */
export const isQuiet = async (settings: Settings, site: string): Promise<boolean> =>
  settings.paused || settings.sites[site]?.off === true || (await isFull());

/** The tab's state, if this page may report to it. A vanished state makes the page say hello again. */
export async function stateFor(from: Sender, site: string): Promise<TabState> {
  const state = await readTab(from.tab!);
  if (!state || state.site !== site || state.origin !== from.origin) throw new Failure('gone');
  return state;
}

/** Counts against the tab's hourly budget. Gives how many of `wanted` may still be taken. */
export async function spend(tab: number, kind: 'messages' | 'people', wanted: number): Promise<number> {
  const hour = Math.floor(Date.now() / 3_600_000);
  let given = 0;
  await changeTab(tab, (state) => {
    if (!state) return null;
    if (state.budget.hour !== hour) state.budget = { hour, messages: 0, people: 0 };
    given = Math.max(0, Math.min(wanted, (kind === 'messages' ? MOST_MESSAGES : MOST_PEOPLE) - state.budget[kind]));
    state.budget[kind] += given;
    return state;
  });
  return given;
}
