// From the open conversation to the remembered person.
import { identify, type Candidate } from '../domain/identify';
import type { Identity } from '../domain/records';
import type { Conversation } from '../domain/conversation';
import { db } from './database';

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
  const { site, account, conversation } = place;
  for (const id of conversation.ids) {
    if (id.kind !== 'permanent') continue;
    const [identity] = await alive(await db.identities.where({ site, account, key: id.value }).toArray());
    if (identity) return { is: 'known', identity };
  }
  const weak = conversation.ids.find((id) => id.kind === 'weak');
  if (!weak) return { is: 'stranger' };
  if (place.answer === null) return { is: 'stranger' };
  if (place.answer !== undefined) {
    const [identity] = await alive((await db.identities.bulkGet([place.answer])).filter((found) => found !== undefined));
    if (identity) return { is: 'known', identity };
  }
  const overlap = new Map<string, number>();
  for (const row of await db.interactions.bulkGet(place.hashes)) {
    if (row) overlap.set(row.identityId, (overlap.get(row.identityId) ?? 0) + 1);
  }
  const seen = (await db.identities.bulkGet([...overlap.keys()])).filter((found) => found !== undefined);
  const named = await db.identities.where({ site, account, key: weak.value }).toArray();
  const all = await alive([...new Map([...seen, ...named].map((identity) => [identity.id, identity])).values()].filter((one) => one.site === site && one.account === account && one.weak));
  const candidates: Candidate[] = all.map((identity) => ({ identityId: identity.id, name: identity.key, overlap: overlap.get(identity.id) ?? 0 }));
  const verdict = identify(weak.value, candidates);
  const byId = new Map(all.map((identity) => [identity.id, identity]));
  if (verdict.is === 'known') return { is: 'known', identity: byId.get(verdict.identityId)! };
  if (verdict.is === 'ask') return { is: 'ask', identities: verdict.identityIds.map((id) => byId.get(id)!) };
  return verdict;
}

/** The identities whose contact is there and not deleted, the oldest first. */
async function alive(identities: Identity[]): Promise<Identity[]> {
  const contacts = await db.contacts.bulkGet(identities.map((identity) => identity.contactId));
  return identities.filter((_, i) => contacts[i] && contacts[i].deletedAt === null).sort((a, b) => a.createdAt - b.createdAt);
}
