// Telling others: screens that something changed, page scripts what to do.
import browser from 'webextension-polyfill';
import { isReckonedFrom } from '@/lib/db/stale';
import type { Order } from '@/lib/messages/protocol';
import { reckonSoon } from './reckon';
import { allTabs } from './tabs';

/**
 * Tells every screen which tables changed; `tabs` stands for what is open and readable now, `agenda` for the lines of Today, which are
 * reckoned anew when records changed; `heard` for something new in an open conversation. No ids, no text.
 */
export function tellChanged(...tables: string[]): void {
  if (tables.some((table) => table === 'settings' || isReckonedFrom(table))) reckonSoon();
  if (tables.length === 0) return;
  const news = { changed: tables };
  void browser.runtime.sendMessage(news).catch(() => undefined);
  if (import.meta.env.FIREFOX) void tellFrames(news);
}

/** To Firefox our frames in pages are no screens of ours but parts of those tabs: what is told to all screens does not reach them. */
async function tellFrames(news: unknown): Promise<void> {
  for (const [tab] of await allTabs()) void browser.tabs.sendMessage(tab, news).catch(() => undefined);
}

/** Gives the page script of a tab an order. Undefined when there is none, or when it does not answer. */
export async function tellPage<T>(tab: number, order: Order): Promise<T | undefined> {
  return (await browser.tabs.sendMessage(tab, order, { frameId: 0 }).catch(() => undefined)) as T | undefined;
}

/** Brings what is not always there into the page of a tab, right before an order that needs it. Twice does no harm. */
export async function bringParts(tab: number, ...names: ('page-insert' | 'page-slash')[]): Promise<void> {
  const files = names.map((name) => `/${name}.js`);
  await browser.scripting.executeScript({ target: { tabId: tab, frameIds: [0] }, files, injectImmediately: true }).catch(() => undefined);
}
