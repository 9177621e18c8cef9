// Who is asking? Decided from the browser's own description of the sender, which a page cannot forge.
import browser, { type Runtime } from 'webextension-polyfill';
import type { Sender } from '@/lib/messages/serve';
import { keepPicker, readPicker } from './picker';
import { changeTab, readTab } from './tabs';
import { keepTeaching, readTeaching } from './teaching';

const SCREENS = new Set(['/popup.html', '/workspace.html', '/sidepanel.html']);

/** The sender's level, or null for one that may ask nothing. */
export async function levelOf(sender: Runtime.MessageSender): Promise<Sender | null> {
  if (sender.id !== browser.runtime.id || !sender.url) return null;
  const tab = sender.tab?.id ?? null;
  const url = new URL(sender.url);
  const own = new URL(browser.runtime.getURL(''));
  if (url.protocol === own.protocol && url.host === own.host) {
    if (SCREENS.has(url.pathname) && (tab === null || sender.frameId === 0)) return { level: 'ui', tab: null, origin: own.origin };
    if (url.pathname === '/teach.html' && tab !== null && (sender.frameId ?? 0) > 0) return teachSender(tab, url, sender);
    if (url.pathname === '/panel.html' && tab !== null && (sender.frameId ?? 0) > 0) return panelSender(tab, url, sender);
    if (url.pathname === '/picker.html' && tab !== null && (sender.frameId ?? 0) > 0) return pickerSender(tab, url, sender);
    return null;
  }
  if (tab === null || sender.frameId !== 0 || !/^https?:$/.test(url.protocol)) return null;
  return { level: 'content', tab, origin: url.origin };
}

/** The panel frame must hold its tab's token; the first document that shows it is the only one that may. */
async function panelSender(tab: number, url: URL, sender: Runtime.MessageSender): Promise<Sender | null> {
  const state = await readTab(tab);
  const documentId = (sender as { documentId?: string }).documentId ?? null;
  if (!state || url.hash !== `#${state.token}`) return null;
  if (documentId !== null && state.documentId !== documentId) {
    if (state.documentId !== null) return null;
    await changeTab(tab, (fresh) =>
      fresh && fresh.token === state.token ? { ...fresh, documentId: fresh.documentId ?? documentId } : fresh,
    );
    if ((await readTab(tab))?.documentId !== documentId) return null;
  }
  return { level: 'panel', tab, origin: url.origin };
}

/** The frame for teaching must hold the token that this tab's script was given; the first document that shows it is the only one. */
async function teachSender(tab: number, url: URL, sender: Runtime.MessageSender): Promise<Sender | null> {
  const teaching = await readTeaching(tab);
  const documentId = (sender as { documentId?: string }).documentId ?? null;
  if (!teaching || url.hash !== `#${teaching.token}`) return null;
  if (documentId !== null && teaching.documentId !== documentId) {
    if (teaching.documentId !== null) return null;
    await keepTeaching(tab, { ...teaching, documentId });
  }
  return { level: 'teach', tab, origin: url.origin };
}

/** The picker must hold the token that it was opened with; the first document that shows it is the only one. It speaks of one conversation. */
async function pickerSender(tab: number, url: URL, sender: Runtime.MessageSender): Promise<Sender | null> {
  const picker = await readPicker(tab);
  const documentId = (sender as { documentId?: string }).documentId ?? null;
  if (!picker || url.hash !== `#${picker.token}`) return null;
  if (documentId !== null && picker.documentId !== documentId) {
    if (picker.documentId !== null) return null;
    await keepPicker(tab, { ...picker, documentId });
  }
  return { level: 'picker', tab, origin: url.origin, ref: picker.ref };
}
