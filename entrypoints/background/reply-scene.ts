// What decides which replies are suggested: who is written to, what the day brings, and what they wrote last.
import { bigOrders } from '@/lib/db/agenda';
import { db } from '@/lib/db/database';
import { sentTo } from '@/lib/db/replies';
import { readSettings } from '@/lib/db/settings';
import type { Tier } from '@/lib/domain/kinds';
import { languageOf, occasionsOf, type ReplyScene } from '@/lib/domain/rank';
import { typeOf } from '@/lib/domain/tie/customer-type';
import { tierOf } from '@/lib/domain/tie/tier';
import { tellPage } from './tell';

const today = (): string => Temporal.Now.plainDateISO().toString();

/** The scene for a contact, null for somebody who is not remembered; `heard` is their last message, where it waits for an answer. */
export async function sceneOf(contactId: string | null, heard: string | null): Promise<ReplyScene> {
  const language = heard === null ? null : languageOf(heard);
  const nobody: ReplyScene = { type: null, tier: null, stage: null, occasions: [], language, sent: [] };
  if (contactId === null) return nobody;
  const [standing, line, contact, identities, { care }, big] = await Promise.all([
    db.standings.get(contactId),
    db.agenda.get(contactId),
    db.contacts.get(contactId),
    db.identities.where({ contactId }).primaryKeys(),
    readSettings(),
    bigOrders(),
  ]);
  return {
    ...nobody,
    type: standing ? typeOf(standing, today(), big).is : (contact?.type ?? null),
    tier: standing ? tierOf(standing, today(), care).is : null,
    stage: contact?.stage ?? null,
    occasions: standing && line ? occasionsOf(line, standing.keyDates) : [],
    sent: await sentTo(identities),
  };
}

/** The tier a contact has reached; null where that is not known yet. */
export async function tierNow(contactId: string): Promise<Tier | null> {
  const [standing, { care }] = await Promise.all([db.standings.get(contactId), readSettings()]);
  return standing ? tierOf(standing, today(), care).is : null;
}

/** The last message of the open conversation, if it went in this direction: held in memory while it is used, and kept nowhere. */
export async function wordsIn(tab: number, ref: string, direction: 'in' | 'out'): Promise<string | null> {
  const words = await tellPage<string | null>(tab, { order: 'words', ref, direction });
  return typeof words === 'string' && words.trim() !== '' ? words.slice(0, 4000) : null;
}
