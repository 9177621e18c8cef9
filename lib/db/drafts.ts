// Notes that are being typed. They outlive a dead worker, a closed tab and a page that steals the focus.
import { interactionId } from '../domain/interaction';
import { db } from './database';
import type { Place } from './who';

const KEEP_MS = 30 * 24 * 3_600_000;

/** Where a draft lies: with the contact once there is one, else under the conversation, without its name. */
export interface DraftPlace {
  contactId: string | null;
  place: Place | null;
  /** Names the conversation in its tab: all there is for somebody known by name only and without messages. */
  ref: string | null;
}

/** The key of a contact's draft. */
export const draftOf = (contactId: string): string => `contact:${contactId}`;

const isWeak = (place: Place): boolean => place.conversation.ids[0].kind === 'weak';

async function idOf({ contactId, place, ref }: DraftPlace): Promise<string> {
  if (contactId !== null) return draftOf(contactId);
  if (isWeak(place!)) return `weak:${ref}`;
  const { site, account, conversation } = place!;
  return `conversation:${await interactionId({ site, account, conversation: conversation.ids[0].value, key: 'draft' })}`;
}

/** Keeps what is being typed; an empty text forgets it. A draft begun before the person was remembered moves to the contact. */
export async function keepDraft(where: DraftPlace, text: string, now: number): Promise<void> {
  const id = await idOf(where);
  const hashes = where.contactId === null && where.place && isWeak(where.place) ? where.place.hashes : [];
  if (where.place) await dropConversationDraft(where.place, where.ref);
  if (text.trim() === '') await db.drafts.delete(id);
  else await db.drafts.put({ id, text, hashes, updatedAt: now });
}

/** What was being typed, or the empty string. */
export async function readDraft(where: DraftPlace): Promise<string> {
  const own = await db.drafts.get(await idOf(where));
  if (own) return own.text;
  if (!where.place) return '';
  return (await conversationDraft(where.place, where.ref))?.text ?? '';
}

/** Forgets the draft of a conversation that belongs to nobody yet. */
async function dropConversationDraft(place: Place, ref: string | null): Promise<void> {
  const draft = await conversationDraft(place, ref);
  if (draft) await db.drafts.delete(draft.id);
}

/** The ids of what is being typed here. Found before a transaction begins: a hash has to be waited for. */
export async function draftsHere(where: DraftPlace): Promise<string[]> {
  const ofConversation = where.place ? await conversationDraft(where.place, where.ref) : undefined;
  return [await idOf(where), ...(ofConversation ? [ofConversation.id] : [])];
}

/** Forgets drafts that nobody came back to for 30 days. */
export async function purgeDrafts(now: number): Promise<void> {
  await db.drafts.filter((draft) => draft.updatedAt < now - KEEP_MS).delete();
}

/** The draft under a conversation. Two people of one name are told apart by the messages on the screen. */
async function conversationDraft(place: Place, ref: string | null) {
  const exact = await db.drafts.get(await idOf({ contactId: null, place, ref }));
  if (exact || !isWeak(place)) return exact;
  const here = new Set(place.hashes);
  return db.drafts
    .where('id')
    .startsWith('weak:')
    .filter((draft) => draft.hashes.some((hash) => here.has(hash)))
    .first();
}
