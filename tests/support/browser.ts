// A small stand-in for the browser's extension API: what the background needs of it, with storage.session as a Map.
import { vi } from 'vitest';
import type { Runtime } from 'webextension-polyfill';

export const ID = 'abcdefghijklmnopabcdefghijklmnop';
export const ORIGIN = `chrome-extension://${ID}`;

/** What lies in storage.session, as JSON: nothing survives there that a worker's death would not let survive. */
export const session = new Map<string, string>();
/** Match patterns the user has allowed. */
export const granted = new Set<string>();
/** What was sent to screens and to page scripts. */
export const sent: { changed: string[][]; orders: { tab: number; order: Record<string, unknown> }[] } = { changed: [], orders: [] };
/** What a page script answers, by the name of the order. */
export const pageSays = new Map<string, unknown>();
/** The open tabs, for those who may see their addresses. */
export const open: { id: number; url: string; title: string }[] = [];
/** Notifications that were shown. */
export const notified: { title: string; message: string }[] = [];
/** What a function that is run in the page of a tab gives. */
export const inPage = new Map<number, unknown>();

export function resetBrowser(): void {
  session.clear();
  granted.clear();
  pageSays.clear();
  open.length = 0;
  inPage.clear();
  notified.length = 0;
  sent.changed.length = 0;
  sent.orders.length = 0;
}

const pick = (keys: string | string[] | null): [string, string][] =>
  [...session].filter(([key]) => keys === null || [keys].flat().includes(key));
const listeners = { addListener: vi.fn(), removeListener: vi.fn() };

export default {
  runtime: {
    id: ID,
    getURL: (path: string) => `${ORIGIN}/${path}`,
    onMessage: listeners,
    sendMessage: (message: { changed?: string[] }) => {
      if (message.changed) sent.changed.push(message.changed);
      return Promise.resolve(undefined);
    },
  },
  storage: {
    session: {
      get: (keys: string | string[] | null) =>
        Promise.resolve(Object.fromEntries(pick(keys).map(([key, text]) => [key, JSON.parse(text) as unknown]))),
      set: (items: Record<string, unknown>) => {
        for (const [key, value] of Object.entries(items)) session.set(key, JSON.stringify(value));
        return Promise.resolve();
      },
      remove: (keys: string | string[]) => {
        for (const [key] of pick(keys)) session.delete(key);
        return Promise.resolve();
      },
    },
  },
  permissions: { contains: ({ origins = [] }: { origins?: string[] }) => Promise.resolve(origins.every((origin) => granted.has(origin))) },
  scripting: {
    getRegisteredContentScripts: () => Promise.resolve([]),
    registerContentScripts: () => Promise.resolve(),
    updateContentScripts: () => Promise.resolve(),
    unregisterContentScripts: () => Promise.resolve(),
    executeScript: ({ target }: { target: { tabId: number } }) => Promise.resolve([{ result: inPage.get(target.tabId) ?? null }]),
  },
  tabs: {
    onRemoved: listeners,
    query: () => Promise.resolve(open),
    get: (id: number) => Promise.resolve(open.find((tab) => tab.id === id) ?? { id }),
    sendMessage: (tab: number, order: Record<string, unknown>) => {
      sent.orders.push({ tab, order });
      return Promise.resolve(pageSays.get(String(order['order'])) ?? null);
    },
  },
  notifications: {
    onClicked: listeners,
    create: (_: string, shown: { title: string; message: string }) => {
      notified.push({ title: shown.title, message: shown.message });
      return Promise.resolve('');
    },
  },
  i18n: { getUILanguage: () => 'en' },
  alarms: { get: () => Promise.resolve(undefined), create: () => undefined },
  action: { setBadgeBackgroundColor: () => Promise.resolve(), setBadgeText: () => Promise.resolve() },
};

/** The browser's description of a page script in the top frame of a tab. */
export function page(tab: number, url = 'http://127.0.0.1/'): Runtime.MessageSender {
  return { id: ID, url, tab: { id: tab } as Runtime.MessageSender['tab'] & object, frameId: 0 };
}

/** The panel frame in a tab. */
export function panel(tab: number, token: string, documentId = 'doc-1'): Runtime.MessageSender {
  return {
    id: ID,
    url: `${ORIGIN}/panel.html#${token}`,
    tab: { id: tab } as Runtime.MessageSender['tab'] & object,
    frameId: 7,
    documentId,
  };
}

/** The picker's frame in a tab. */
export function picker(tab: number, token: string, documentId = 'doc-1'): Runtime.MessageSender {
  return { ...panel(tab, token, documentId), url: `${ORIGIN}/picker.html#${token}` };
}

/** A top-level screen of ours; the popup and the real side panel have no tab. */
export function screen(name: 'popup' | 'workspace' | 'sidepanel'): Runtime.MessageSender {
  return { id: ID, url: `${ORIGIN}/${name}.html` };
}
