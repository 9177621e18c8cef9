// What decides which replies are suggested: who is written to, what the day brings, and what they wrote last.
import { db } from '@/lib/db/database';
import { sentTo } from '@/lib/db/replies';
import { languageOf, occasionsOf, type ReplyScene } from '@/lib/domain/rank';
import { standsNow } from './stands-now';
import { tellPage } from './tell';

/** The scene for a contact, null for somebody who is not remembered; `heard` is their last message, where it waits for an answer. */
export async function sceneOf(contactId: string | null, heard: string | null): Promise<ReplyScene> {
  const language = heard === null ? null : languageOf(heard);
  const nobody: ReplyScene = { type: null, tier: null, stage: null, occasions: [], language, sent: [] };
  if (contactId === null) return nobody;
  const [stands, standing, line, contact, identities] = await Promise.all([
    standsNow(contactId),
    db.standings.get(contactId),
    db.agenda.get(contactId),
    db.contacts.get(contactId),
    db.identities.where({ contactId }).primaryKeys(),
  ]);
  return {
    ...nobody,
    ...stands,
    stage: contact?.stage ?? null,
    occasions: standing && line ? occasionsOf(line, standing.keyDates) : [],
    sent: await sentTo(identities),
  };
}

/** The last message of the open conversation, if it went in this direction: held in memory while it is used, and kept nowhere. */
export async function wordsIn(tab: number, ref: string, direction: 'in' | 'out'): Promise<string | null> {
  const words = await tellPage<string | null>(tab, { order: 'words', ref, direction });
  return typeof words === 'string' && words.trim() !== '' ? words.slice(0, 4000) : null;
}
