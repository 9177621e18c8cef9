// Is the page in front an app of the list that people host on their own address? Looked up once, with the tab's own consent
// (`activeTab`, given by opening the popup); nothing stays in the page.
import { useEffect, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import type { Recognised, TabAnswer } from '../../components/popup/PageStrip';

export function useRecognised(tab: number | null, state: TabAnswer | null): Recognised | null {
  const [recognised, setRecognised] = useState<Recognised | null>(null);
  // A site of the list may be named by the address alone although the page is another's: two apps can share a host. Where our script runs it is known.
  const unknown = state !== null && !state.running && state.origin !== null;
  useEffect(() => {
    if (tab === null || !unknown) return setRecognised(null);
    look(tab)
      .then(setRecognised)
      // No consent for this tab, or a page of the browser: then it is simply not known.
      .catch(() => setRecognised(null));
  }, [tab, unknown]);
  return recognised;
}

async function look(tab: number): Promise<Recognised | null> {
  // What the popup draws first does not wait for the code of all sites.
  const { sites } = await import('../../lib/sites');
  const hosted = sites.filter((site) => site.selfHosted);
  const [result] = await browser.scripting.executeScript({
    target: { tabId: tab },
    func: matching,
    args: [hosted.map((site) => site.marks)],
  });
  return hosted[Number(result?.result ?? -1)] ?? null;
}

/** Runs in the page: the first list with a selector that matches, or -1. Must not use anything from outside. */
function matching(lists: string[][]): number {
  return lists.findIndex((selectors) => selectors.some((selector) => document.querySelector(selector) !== null));
}
