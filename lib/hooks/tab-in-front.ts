// Which tab a top-level screen talks about, by whatever API: a script that comes before all others has no library.
import type { Browser, Tabs } from 'webextension-polyfill';

/** The tab in front of this window; when that is a page of ours (a popup opened as a tab), the other tab used last. */
export async function tabInFront({ tabs, runtime }: Pick<Browser, 'tabs' | 'runtime'>): Promise<number | null> {
  const [own, [front]] = await Promise.all([tabs.getCurrent().catch(() => undefined), tabs.query({ active: true, currentWindow: true })]);
  const ours = (tab: Tabs.Tab) => tab.id === own?.id || (tab.url ?? '').startsWith(runtime.getURL(''));
  if (front && !ours(front)) return front.id ?? null;
  const others = (await tabs.query({ currentWindow: true })).filter((tab) => !ours(tab));
  return others.sort((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0))[0]?.id ?? null;
}
