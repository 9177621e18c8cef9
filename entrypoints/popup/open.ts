// Ways out of the popup. What needs the user's click is called first thing, before anything is awaited.
import browser from 'webextension-polyfill';
import type { Recognised, TabAnswer } from '../../components/popup/PageStrip';
import { ask } from '../../lib/messages/ask';
import { patternOf } from '../../lib/sites/origins';

/**
 * Asks the browser for the site of the tab in front, then has the scripts put there. The browser's question may close the
 * popup: what is to run there is told before it is answered, and the background hears of the permission by itself.
 */
export async function enable(state: TabAnswer | null, recognised: Recognised | null): Promise<void> {
  const origin = state?.origin ?? null;
  const origins = state?.site && !state.site.selfHosted ? state.site.origins : origin ? [patternOf(origin)] : [];
  const asking = browser.permissions.request({ origins });
  const adopt = (on: boolean) => (recognised && origin ? ask('site.adopt', { site: recognised.id, origin, on }) : Promise.resolve({}));
  const adopting = state?.site ? Promise.resolve({}) : adopt(true);
  if (!(await asking)) return void (state?.site || (await adopt(false)));
  await adopting;
  await ask('site.sync', {});
}

/**
 * Asks the browser for the origin of the tab in front, then has the page taught there. What was asked for is told before it is
 * answered, for the question may close the popup.
 */
export async function teach(tab: number, origin: string): Promise<void> {
  const asking = browser.permissions.request({ origins: [patternOf(origin)] });
  const beginning = ask('teach.begin', { tab, origin });
  if (!(await asking)) return void (await ask('teach.drop', { tab }));
  await beginning;
  await closePopup();
}

/** Chromium's side panel for this tab, or Firefox's sidebar. Left open, the popup would cover it. */
export function openSidePanel(tab: number | null): void {
  const opened = browser.sidebarAction
    ? browser.sidebarAction.open()
    : tab === null
      ? Promise.resolve()
      : chrome.sidePanel.open({ tabId: tab });
  void opened.then(closePopup, () => undefined);
}

export function openWorkspace(page?: 'backup'): void {
  void browser.tabs.create({ url: browser.runtime.getURL(`workspace.html${page ? `#/${page}` : ''}`) }).then(closePopup);
}

/** Closes the popup; opened as a tab it stays. */
export async function closePopup(): Promise<void> {
  if (!(await browser.tabs.getCurrent())) window.close();
}
