// Which tab a top-level screen talks about.
import { useEffect, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import { tabInFront } from './tab-in-front';

export const activeTab = (): Promise<number | null> => tabInFront(browser);

/** The tab in front, followed as tabs are switched; null until known, and where there is none. `first` is what is known already. */
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
