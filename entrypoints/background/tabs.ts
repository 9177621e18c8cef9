// What is known of each tab while the browser runs. It lives in storage.session: the worker may die at any moment.
import browser from 'webextension-polyfill';
import type { Conversation } from '@/lib/domain/conversation';
import type { Reading } from '@/lib/messages/protocol';

/** A conversation that was open in the tab. For one on the never list nothing but that is kept. */
export interface Seen {
  account: string;
  conversation: Conversation | null;
  never: boolean;
  link: string | null;
  /** Interaction ids of messages seen in it, the latest 200: what tells two people of one name apart. */
  hashes: string[];
  /** The page could not be read well enough when this was told: nothing in it is counted until it is told anew. */
  unsure?: boolean;
  /** The rep's answer to "which one?": an identity, null for nobody, absent when not asked. */
  answer?: string | null;
}

export interface TabState {
  /** Proves that a panel frame was made by our script in this tab. */
  token: string;
  /** The document that used the token first; no other may. */
  documentId: string | null;
  /** Names the tab session in what it records. */
  source: string;
  origin: string;
  site: string;
  open: boolean;
  reading: Reading | null;
  /** The conversation that is open now. */
  ref: string | null;
  /** The page is changing from one conversation to another. */
  settling: boolean;
  /** The last eight conversations, so that a note finished after a switch still lands where it was begun. */
  seen: Record<string, Seen>;
  /** The conversation in which the rep has just written nearly what was written once before. */
  again?: string | null;
  /** New messages and people recorded in the running hour; a page that invents them is stopped. */
  budget: { hour: number; messages: number; people: number };
}

const MOST_SEEN = 8;
const keyOf = (tab: number): string => `tab:${tab}`;
const queues = new Map<number, Promise<unknown>>();

/** The state of a tab, or null where no script reports. */
export async function readTab(tab: number): Promise<TabState | null> {
  const key = keyOf(tab);
  return ((await browser.storage.session.get(key))[key] as TabState | undefined) ?? null;
}

/** All tabs with a state. */
export async function allTabs(): Promise<[number, TabState][]> {
  const stored = await browser.storage.session.get(null);
  return Object.entries(stored).flatMap(([key, state]) => (key.startsWith('tab:') ? [[Number(key.slice(4)), state as TabState]] : []));
}

/** Changes the state of a tab, one change after another. `change` may alter the state in place; null removes it. */
export function changeTab(tab: number, change: (state: TabState | null) => TabState | null): Promise<TabState | null> {
  const run = (queues.get(tab) ?? Promise.resolve()).then(async () => {
    const state = change(await readTab(tab));
    if (state) {
      const refs = Object.keys(state.seen);
      for (const ref of refs.slice(0, Math.max(0, refs.length - MOST_SEEN))) if (ref !== state.ref) delete state.seen[ref];
      await browser.storage.session.set({ [keyOf(tab)]: state });
    } else await browser.storage.session.remove(keyOf(tab));
    return state;
  });
  const settled = run.catch(() => undefined);
  queues.set(tab, settled);
  void settled.then(() => queues.get(tab) === settled && queues.delete(tab));
  return run;
}

/** A fresh random name, 128 bits. */
export function randomName(): string {
  return crypto.randomUUID().replaceAll('-', '');
}
