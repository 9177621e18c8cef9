// Switching a site on and off: the browser's permission and our own mark beside it.
import browser from 'webextension-polyfill';
import { ask } from '../../lib/messages/ask';
import type { SiteRow } from '../../lib/messages/protocol';
import { patternOf as patternOfOrigin } from '../../lib/sites/origins';

/** `https://a.example:8080` and `https://a.example/*` alike as a match pattern. Patterns know no ports. */
export function patternOf(origin: string): string {
  return /^[^/]*:\/\/[^/]+$/.test(origin) ? patternOfOrigin(origin) : origin;
}

/** A match pattern as the address people know. */
export function addressOf(origin: string): string {
  return origin.replace(/^https?:\/\//, '').replace(/\/\*?$/, '');
}

/** Gives false when the user said no to the browser's question. Has to be called from the click itself, with nothing awaited before. */
export async function switchOn(site: SiteRow): Promise<boolean> {
  const answered = browser.permissions.request({ origins: site.origins.map(patternOf) });
  if (!(await answered)) return false;
  await ask('site.set', { site: site.id, off: false });
  await ask('site.sync', {});
  return true;
}

/** Our own mark comes first: a browser that keeps the permission (Firefox does for some) must not keep us reading. */
export async function switchOff(site: SiteRow): Promise<void> {
  await ask('site.set', { site: site.id, off: true });
  await giveBack(site.origins);
  await ask('site.sync', {});
}

/** Gives permissions back where the browser lets us. */
export async function giveBack(origins: readonly string[]): Promise<void> {
  if (origins.length > 0) await browser.permissions.remove({ origins: origins.map(patternOf) }).catch(() => false);
}
