// Bringing a person's conversation to the front.
import browser from 'webextension-polyfill';
import { contactOf } from '@/lib/db/contacts';
import { db } from '@/lib/db/database';
import { whoIs } from '@/lib/db/who';
import { later } from '@/lib/domain/interaction';
import type { Identity } from '@/lib/domain/records';
import { knownSite } from './known-sites';
import { placeOf } from './subject';
import { allTabs, type TabState } from './tabs';
import { tellPage } from './tell';

type How = 'focused' | 'navigated' | 'opened' | 'find-by-name' | 'nowhere';

/**
 * Focuses the tab in which the conversation is open; else leads an open tab of the site there, unless its composer holds
 * text; else opens a new tab. Sites without addresses for conversations are brought to the front with the name to look for.
 */
export async function openConversation(contactId: string): Promise<{ how: How; name: string }> {
  const contact = await contactOf(contactId);
  const identities = await db.identities.where({ contactId }).toArray();
  const recency = (identity: Identity): string => later(identity.lastIn, identity.lastOut) ?? '';
  identities.sort((a, b) => (recency(a) < recency(b) ? 1 : -1));
  const tabs = await allTabs();
  for (const identity of identities) {
    for (const [tab, state] of tabs) if (await shows(state, identity)) return { how: await focus(tab), name: identity.name };
  }
  for (const identity of identities) {
    const own = tabs.filter(
      ([, state]) => state.site === identity.site && (!identity.link || new URL(identity.link).origin === state.origin),
    );
    if (identity.link)
      return {
        how: await lead(
          own.map(([tab]) => tab),
          identity.link,
        ),
        name: identity.name,
      };
    if (own[0]) return { how: (await focus(own[0][0])) && 'find-by-name', name: identity.name };
    const site = await knownSite(identity.site);
    const home = site?.origins[0] && (site.taughtOn ?? site.origins[0].replace(/\*$/, ''));
    if (!home) continue;
    await browser.tabs.create({ url: home });
    return { how: 'find-by-name', name: identity.name };
  }
  return { how: 'nowhere', name: contact.name };
}

/** Whether the tab shows this very conversation now. */
async function shows(state: TabState, identity: Identity): Promise<boolean> {
  const seen = state.ref === null ? undefined : state.seen[state.ref];
  const place = seen ? await placeOf(state.site, seen) : null;
  if (!place || state.site !== identity.site) return false;
  const who = await whoIs(place);
  return who.is === 'known' && who.identity.id === identity.id;
}

async function lead(tabs: readonly number[], link: string): Promise<How> {
  for (const tab of tabs) {
    const look = await tellPage<{ empty: boolean }>(tab, { order: 'look' });
    if (!look?.empty) continue;
    await browser.tabs.update(tab, { url: link });
    await focus(tab);
    return 'navigated';
  }
  await browser.tabs.create({ url: link });
  return 'opened';
}

async function focus(tab: number): Promise<'focused'> {
  const { windowId } = await browser.tabs.update(tab, { active: true });
  if (windowId !== undefined) await browser.windows.update(windowId, { focused: true }).catch(() => undefined);
  return 'focused';
}
