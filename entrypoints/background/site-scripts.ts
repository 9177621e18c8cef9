// Which page script belongs where. Compared with what the browser has registered at every start, because updates lose it.
import browser from 'webextension-polyfill';
import { readSettings } from '@/lib/db/settings';
import type { Settings } from '@/lib/domain/records';
import type { SiteRow } from '@/lib/messages/protocol';
import { matchesPattern, patternOf } from '@/lib/sites/origins';
import { isSlashOn } from './picker';
import { knownSite, knownSites, type KnownSite } from './known-sites';
import { allTabs, changeTab } from './tabs';
import { tellPage } from './tell';

const idOf = (site: KnownSite): string => `page-${site.id}`;
const granted = (origin: string): Promise<boolean> => browser.permissions.contains({ origins: [origin] });

/** The patterns on which a site's script is to run: allowed by the user, not switched off. */
async function patternsOf(site: KnownSite, settings: Settings): Promise<string[]> {
  if (settings.sites[site.id]?.off) return [];
  const adopted = Object.entries(settings.origins).flatMap(([origin, id]) => (id === site.id ? [patternOf(origin)] : []));
  const wanted = [...new Set([...site.origins, ...adopted])].sort();
  const allowed = await Promise.all(wanted.map(granted));
  return wanted.filter((_, i) => allowed[i]);
}

/** Whether a site with these patterns is read on this origin. Patterns know no ports; what was taught holds on its own port only. */
const holdsOn = (site: KnownSite, patterns: readonly string[], origin: string): boolean =>
  patterns.some((pattern) => matchesPattern(`${origin}/`, pattern)) && (site.taughtOn ?? origin) === origin;

let running: Promise<void> = Promise.resolve();

/**
 * Registers, changes and removes scripts until they are what they should be, takes Rapport out of tabs where it no longer
 * belongs, and puts it into open tabs where it is missing. Calls queue up; doing it twice changes nothing.
 */
export function syncScripts(): Promise<void> {
  running = running.then(sync, sync);
  return running;
}

async function sync(): Promise<void> {
  const settings = await readSettings();
  const registered = new Map((await browser.scripting.getRegisteredContentScripts()).map((script) => [script.id, script]));
  const where: Where = new Map();
  for (const site of await knownSites()) {
    const matches = await patternsOf(site, settings);
    where.set(site.id, { site, patterns: matches });
    const old = registered.get(idOf(site));
    registered.delete(idOf(site));
    if (matches.length === 0) {
      if (old) await browser.scripting.unregisterContentScripts({ ids: [idOf(site)] });
    } else if (!old) {
      await browser.scripting.registerContentScripts([
        { id: idOf(site), js: [site.script], matches, runAt: 'document_idle', persistAcrossSessions: true },
      ]);
    } else if ([...(old.matches ?? [])].sort().join() !== matches.join()) {
      await browser.scripting.updateContentScripts([{ id: idOf(site), matches }]);
    }
  }
  if (registered.size > 0) await browser.scripting.unregisterContentScripts({ ids: [...registered.keys()] });
  await leaveTabs(where);
  await enterTabs(where);
}

/** Where each site's script belongs. */
type Where = Map<string, { site: KnownSite; patterns: string[] }>;

/** Tells pages whose site is no longer enabled to remove everything. */
async function leaveTabs(where: Where): Promise<void> {
  for (const [tab, state] of await allTabs()) {
    const enabled = where.get(state.site);
    if (enabled && holdsOn(enabled.site, enabled.patterns, state.origin)) continue;
    await tellPage(tab, { order: 'leave' });
    await changeTab(tab, () => null);
  }
}

/** Puts the script into open tabs that were there before it was registered. */
async function enterTabs(where: Where): Promise<void> {
  for (const { site, patterns } of where.values()) {
    if (patterns.length === 0) continue;
    for (const tab of await browser.tabs.query({ url: patterns })) {
      if (tab.id === undefined || tab.discarded) continue;
      if (site.taughtOn && !tab.url?.startsWith(`${site.taughtOn}/`)) continue;
      // The script itself finds out whether it runs there already.
      await browser.scripting.executeScript({ target: { tabId: tab.id }, files: [site.script] }).catch(() => undefined);
    }
  }
}

/** Whether the user lets Rapport read this site on this origin. */
export async function isEnabled(siteId: string, origin: string): Promise<boolean> {
  const site = await knownSite(siteId);
  return site !== null && holdsOn(site, await patternsOf(site, await readSettings()), origin);
}

/** Gives the browser's permission for an origin back, unless another site is read on the same host. */
export async function giveBack(origin: string): Promise<void> {
  const pattern = patternOf(origin);
  const { origins } = await readSettings();
  const used = [...(await knownSites()).flatMap((site) => site.origins), ...Object.keys(origins).map(patternOf)];
  if (!used.includes(pattern)) await browser.permissions.remove({ origins: [pattern] }).catch(() => false);
}

/** All sites with their switches, for the sites page. */
export async function siteRows(): Promise<SiteRow[]> {
  const settings = await readSettings();
  return Promise.all((await knownSites()).map((site) => rowOf(site, settings)));
}

/** The row of a site by its id, else of the site that an origin belongs to; undefined where there is none. */
export async function siteRowFor(id: string | null, origin: string | null): Promise<SiteRow | undefined> {
  const [settings, known] = await Promise.all([readSettings(), knownSites()]);
  const holds = (site: KnownSite): boolean =>
    shownOrigins(site, settings).some((pattern) => pattern === origin || matchesPattern(`${origin}/`, pattern));
  const site =
    id !== null
      ? known.find((one) => one.id === id)
      : origin === null
        ? undefined
        : (known.find((one) => one.taughtOn === origin) ?? known.find(holds));
  return site && rowOf(site, settings);
}

const adoptedBy = (site: KnownSite, settings: Settings): string[] =>
  Object.entries(settings.origins).flatMap(([origin, id]) => (id === site.id ? [origin] : []));

/** Where a site is read, as it is shown: patterns of the list, or origins. */
function shownOrigins(site: KnownSite, settings: Settings): string[] {
  if (site.taughtOn) return [site.taughtOn];
  return site.origins.length > 0 && !site.selfHosted ? site.origins : adoptedBy(site, settings);
}

async function rowOf(site: KnownSite, settings: Settings): Promise<SiteRow> {
  const choice = settings.sites[site.id];
  const allowed = await Promise.all([...site.origins, ...adoptedBy(site, settings).map(patternOf)].map(granted));
  return {
    id: site.id,
    name: site.name,
    origins: shownOrigins(site, settings),
    selfHosted: site.selfHosted,
    taught: site.taughtOn !== null,
    granted: allowed.length > 0 && allowed.every(Boolean),
    off: choice?.off ?? false,
    everyone: choice?.everyone ?? false,
    surface: choice?.surface ?? site.surface,
    slash: settings.replies.slash ? isSlashOn(settings, site.id) : null,
  };
}
