// Which tab a top-level screen talks about.
import { useEffect, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';

/** The tab in front of this window; when that is a page of ours (a popup opened as a tab), the other tab used last. */
export async function activeTab(): Promise<number | null> {
  const [own, [front]] = await Promise.all([
    browser.tabs.getCurrent().catch(() => undefined),
    browser.tabs.query({ active: true, currentWindow: true }),
  ]);
  const ours = (tab: browser.Tabs.Tab) => tab.id === own?.id || (tab.url ?? '').startsWith(browser.runtime.getURL(''));
  if (front && !ours(front)) return front.id ?? null;
  const others = (await browser.tabs.query({ currentWindow: true })).filter((tab) => !ours(tab));
  return others.sort((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0))[0]?.id ?? null;
}

/** The same, followed as tabs are switched; null until known, and where there is none. `first` is what is known already. */
export function useActiveTab(first: number | null = null): number | null {
  const [tab, setTab] = useState(first);
  useEffect(() => {
    const look = () => void activeTab().then(setTab);
    look();
    browser.tabs.onActivated.addListener(look);
    browser.tabs.onUpdated.addListener(look);
    return () => {
      browser.tabs.onActivated.removeListener(look);
      browser.tabs.onUpdated.removeListener(look);
    };
  }, []);
  return tab;
}
