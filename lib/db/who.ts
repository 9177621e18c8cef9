// From the open conversation to the remembered person.
import { ANY_ACCOUNT, handleOf, type Conversation } from '../domain/conversation';
import { identify, type Candidate } from '../domain/identify';
import type { Identity } from '../domain/records';
import { db } from './database';
import { rolledAmong } from './roll-up';

/** The open conversation as the background knows it. `hashes` are the interaction ids of the messages on the screen. */
export interface Place {
  site: string;
  account: string;
  conversation: Conversation;
  link: string | null;
  hashes: string[];
  /** What the rep answered to "which one?": an identity, or null for nobody of them; undefined when not asked. */
  answer?: string | null;
}

export type Who = { is: 'known'; identity: Identity } | { is: 'ask'; identities: Identity[] } | { is: 'stranger' };

/** Finds the identity to which a conversation belongs, among those of contacts that are not deleted. */
export async function whoIs(place: Place): Promise<Who> {
  const permanent = await byPermanentId(place);
  if (permanent.length > 1) return { is: 'ask', identities: permanent };
  if (permanent[0]) return { is: 'known', identity: permanent[0] };
  const weak = place.conversation.ids.find((id) => id.kind === 'weak');
  if (!weak) return { is: 'stranger' };
  if (typeof place.answer === 'string') {
    const [identity] = await alive(await byIds([place.answer]));
    if (identity) return { is: 'known', identity };
  }
  const overlap = await overlaps(place);
  const seen = await byIds([...overlap.keys()]);
  // Asked and denied: a name alone means nobody any more; only messages known by now can prove otherwise.
  const named = place.answer === null ? [] : await withHandles(handlesOf(place, 'weak'));
  const all = (await alive(unique([...seen, ...named]))).filter((one) => one.site === place.site && one.account === place.account);
  const candidates: Candidate[] = all.map(({ id }) => ({
    identityId: id,
    isNamed: named.some((one) => one.id === id),
    overlap: overlap.get(id) ?? 0,
  }));
  const verdict = identify(candidates);
  const byId = new Map(all.map((identity) => [identity.id, identity]));
  if (verdict.is === 'known') return { is: 'known', identity: byId.get(verdict.identityId)! };
  if (verdict.is === 'ask') return { is: 'ask', identities: verdict.identityIds.map((id) => byId.get(id)!) };
  return verdict;
}

/**
 * The identity of somebody who published something. No chat is on the screen, so the ids alone have to tell: a permanent one, or
 * a handle (a weak id that one person at a time has on the site, and that every visit to the chat brings up to date). What fits
 * several people is nobody's.
 */
export async function whoPublished(place: Place): Promise<Identity | null> {
  const isWeak = place.conversation.ids[0].kind === 'weak';
  const found = isWeak ? await alive(await withHandles(handlesOf(place, 'weak'))) : await byPermanentId(place);
  return found.length === 1 ? found[0]! : null;
}

/** The identity that this conversation had before its contact was deleted: what was counted for it is not counted twice. */
export async function formerIdentity(place: Place): Promise<Identity | null> {
  const former = unique([...(await withHandles(handlesOf(place, 'permanent'))), ...(await byIds([...(await overlaps(place)).keys()]))]);
  const living = new Set((await alive(former)).map((identity) => identity.id));
  return former.find((identity) => identity.site === place.site && identity.account === place.account && !living.has(identity.id)) ?? null;
}

/** The handles of the place's ids of one kind, in its own mailbox or another. */
export function handlesOf({ site, account, conversation }: Place, kind: 'permanent' | 'weak', mailbox = account): string[] {
  return conversation.ids.filter((id) => id.kind === kind).map((id) => handleOf(site, mailbox, id));
}

/**
 * The living identities with a permanent id of the place. A profile page may not show whose mailbox it belongs to: then any
 * mailbox's will do, and one remembered there is found again in every mailbox.
 */
async function byPermanentId(place: Place): Promise<Identity[]> {
  const exact = await alive(await withHandles(handlesOf(place, 'permanent')));
  if (exact.length > 0) return exact.slice(0, 1);
  return alive(await withHandles(handlesOf(place, 'permanent', place.account === '' ? ANY_ACCOUNT : '')));
}

/** For each identity, how many of the messages on the screen were counted for it. */
async function overlaps({ hashes }: Place): Promise<Map<string, number>> {
  const overlap = new Map<string, number>();
  const add = (identityId: string) => overlap.set(identityId, (overlap.get(identityId) ?? 0) + 1);
  const rows = await db.interactions.bulkGet(hashes);
  for (const row of rows) if (row) add(row.identityId);
  for (const identityId of (await rolledAmong(hashes.filter((_, i) => !rows[i]))).values()) add(identityId);
  return overlap;
}

const unique = (identities: Identity[]): Identity[] => [...new Map(identities.map((identity) => [identity.id, identity])).values()];
const withHandles = async (handles: string[]): Promise<Identity[]> => unique(await db.identities.where('handles').anyOf(handles).toArray());
const byIds = async (ids: string[]): Promise<Identity[]> => (await db.identities.bulkGet(ids)).filter((found) => found !== undefined);

/** The identities whose contact is there and not deleted, the oldest first. */
async function alive(identities: Identity[]): Promise<Identity[]> {
  const contacts = await db.contacts.bulkGet(identities.map((identity) => identity.contactId));
  return identities.filter((_, i) => contacts[i] && contacts[i].deletedAt === null).sort((a, b) => a.createdAt - b.createdAt);
}
