// About whom is a request? From `{ ref }` or `{ contact }` to the conversation and the contact.
import { interactionId } from '@/lib/domain/interaction';
import { Failure } from '@/lib/domain/failure';
import { contactOf } from '@/lib/db/contacts';
import { whoIs, type Place } from '@/lib/db/who';
import type { Subject } from '@/lib/messages/protocol';
import type { Sender } from '@/lib/messages/serve';
import { knownSite } from './known-sites';
import { readTab, type Seen, type TabState } from './tabs';

/** The conversation a request names, with the tab that showed it. */
export interface Located {
  tab: number;
  state: TabState;
  ref: string;
  seen: Seen;
  place: Place;
}

/** The place in the form that the database functions take, with all messages that were seen there. */
export function placeSeen(site: string, seen: Seen): Place | null {
  if (!seen.conversation) return null;
  const { account, conversation, link, hashes, answer } = seen;
  return { site, account, conversation, link, hashes, ...(answer === undefined ? {} : { answer }) };
}

/** The same, to find out who it is. Messages without ids prove nobody: two people who both wrote "Hello" are not one. */
export async function placeOf(site: string, seen: Seen): Promise<Place | null> {
  const place = placeSeen(site, seen);
  return place && (await knownSite(site))?.approximate ? { ...place, hashes: [] } : place;
}

/** Finds the conversation that a panel speaks of. Fails with `moved` when the tab does not know it any more. */
export async function locate(subject: Subject, from: Sender): Promise<Located> {
  const tab = from.level === 'ui' ? (subject.tab ?? null) : from.tab;
  if (from.ref !== undefined && subject.ref !== from.ref) throw new Failure('refused');
  if (tab === null || subject.ref === undefined) throw new Failure('invalid');
  const state = await readTab(tab);
  const seen = state?.seen[subject.ref];
  const place = state && seen ? await placeOf(state.site, seen) : null;
  if (!state || !seen || !place) throw new Failure('moved');
  return { tab, state, ref: subject.ref, seen, place };
}

/** The contact a request is about, who has to be remembered already. */
export async function contactFor(subject: Subject, from: Sender): Promise<string> {
  if (subject.contact !== undefined) {
    if (from.level !== 'ui') throw new Failure('refused');
    return (await contactOf(subject.contact)).id;
  }
  const { place } = await locate(subject, from);
  const who = await whoIs(place);
  if (who.is !== 'known') throw new Failure('gone');
  return who.identity.contactId;
}

/** The interaction id of a message in a conversation. */
export async function hashOf(siteId: string, account: string, conversation: Place['conversation'], key: string): Promise<string> {
  const site = await knownSite(siteId);
  const within = site?.keysUniqueIn === 'account' ? '' : conversation.ids[0].value;
  return interactionId({ site: siteId, account, conversation: within, key });
}
