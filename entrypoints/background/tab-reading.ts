// How well each open tab of a site can be read now, the tabs in which the site's app was never found among them.
import browser from 'webextension-polyfill';
import type { Answer, Reading, SiteRow } from '@/lib/messages/protocol';
import { matchesPattern } from '@/lib/sites/origins';
import { allTabs, readTab, type TabState } from './tabs';
import { tellPage } from './tell';

/** An app that has not appeared so long after the page began to load (ms) is not recognised; before, it is still loading. */
const LOADING_MS = 10_000;

export interface TabReading {
  /** Whether our script has found the site's app there, and answers. */
  running: boolean;
  /** Whether it is there and still looks for the app. */
  waiting: boolean;
  reading: Reading | null;
}

/** Whether a site's row says that it is on, on this origin. */
export const isOnAt = (site: SiteRow, origin: string): boolean =>
  site.granted && !site.off && site.origins.some((pattern) => pattern === origin || matchesPattern(`${origin}/`, pattern));

/** How well a tab can be read as this site, or as the site that is named in its state. */
export async function readingOf(tab: number, site: string, state: TabState | null): Promise<TabReading> {
  if (state) return { running: (await tellPage(tab, { order: 'look' })) !== undefined, waiting: false, reading: state.reading };
  // A script that has not found its site's app says nothing to anybody: it is asked, and nothing is left in the page.
  const [found] = await browser.scripting
    .executeScript({ target: { tabId: tab }, func: waitingSince, args: [site] })
    .catch(() => [{ result: null }]);
  const since = typeof found?.result === 'number' ? found.result : null;
  if (since === null) return { running: false, waiting: false, reading: null };
  const isLost = Date.now() - since > LOADING_MS;
  return { running: false, waiting: true, reading: isLost ? { state: 'unrecognised', missing: [], since } : null };
}

/** Runs in the page's isolated world: since when (ms) the page loads, if our script for this site waits there. Must not use anything from outside. */
function waitingSince(site: string): number | null {
  const { rapport } = globalThis as { rapport?: Record<string, () => boolean> };
  return rapport?.[site]?.() ? performance.timeOrigin : null;
}

/** All open tabs of sites that are on. A tab in which one site was found is not one of another site with the same address. */
export async function siteTabs(rows: readonly SiteRow[]): Promise<Answer<'site.tabs'>['tabs']> {
  const states = new Map(await allTabs());
  const open = await browser.tabs.query({ url: ['http://*/*', 'https://*/*'] });
  const wanted = open.flatMap(({ id, url, title, discarded }) => {
    if (id === undefined || !url || discarded) return [];
    const state = states.get(id) ?? null;
    return rows
      .filter((row) => isOnAt(row, new URL(url).origin) && (state === null || state.site === row.id))
      .map((row) => ({ tab: id, site: row.id, title: (title ?? '').slice(0, 200), state }));
  });
  return Promise.all(wanted.map(async ({ state, ...tab }) => ({ ...tab, ...(await readingOf(tab.tab, tab.site, state)) })));
}

/** The site that is on in a tab which none of our scripts has reported from, with what can be said of it; null where there is none. */
export async function silentSite(tab: number, rows: readonly SiteRow[]): Promise<{ site: SiteRow; reading: Reading | null } | null> {
  const url = (await browser.tabs.get(tab).catch(() => null))?.url;
  if (!url || !URL.canParse(url) || (await readTab(tab)) !== null) return null;
  const site = rows.find((row) => isOnAt(row, new URL(url).origin));
  return site ? { site, reading: (await readingOf(tab, site.id, null)).reading } : null;
}
