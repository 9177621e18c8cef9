// Has a report made of a tab's page. The script that makes it is brought into the page for this alone.
import browser from 'webextension-polyfill';
import type { AboutPage } from '../domain/page-report';
import type { Reading } from '../messages/protocol';

/** The report as JSON. Rejects when the page does not answer. `today` is the calendar day. */
export async function takeReport(tab: number, site: string, reading: Reading | null, today: string): Promise<string> {
  // The code of all sites is loaded with the first report, and not with every screen that could make one.
  const { sites } = await import('../sites');
  const about: AboutPage = {
    rapport: browser.runtime.getManifest().version,
    site,
    state: reading?.state ?? 'unknown',
    missing: reading?.missing ?? [],
    date: today,
    hosts: (sites.find((one) => one.id === site)?.origins ?? []).map((pattern) => /:\/\/([^/]+)/.exec(pattern)![1]!),
  };
  const target = { tabId: tab };
  await browser.scripting.executeScript({ target, files: ['/page-report.js'] });
  const [done] = await browser.scripting.executeScript({ target, func: make, args: [about] });
  if (typeof done?.result !== 'string') throw new Error('The page gave no report.');
  return done.result;
}

/** Runs in the page's isolated world, where the script has left its function. Must not use anything from outside. */
function make(about: AboutPage): string | null {
  const world = globalThis as { rapportReport?: (about: AboutPage) => string };
  const report = world.rapportReport?.(about) ?? null;
  delete world.rapportReport;
  return report;
}
