// Answers about who is one person with whom: suggestions, merging, taking apart.
import { db } from '@/lib/db/database';
import { mergeContacts, setApart, splitOff, takeApart } from '@/lib/db/same-person';
import { mergedInto, suggestSame } from '@/lib/db/suggest-same';
import { Failure } from '@/lib/domain/failure';
import { OWNED_TABLES } from '@/lib/domain/tables';
import type { Answers } from '@/lib/messages/serve';
import { refreshBadge } from './badge';
import { siteNames } from './known-sites';
import { contactFor } from './subject';
import { tellChanged } from './tell';

type SameMessages = `person.${'suggested' | 'merge' | 'apart' | 'merged' | 'unmerge' | 'split'}`;

/** The contact asked about, once it is sure that the other one is suggested: nobody can be named by guessing. */
async function suggestedTo(
  subject: Parameters<typeof contactFor>[0],
  other: string,
  from: Parameters<typeof contactFor>[1],
): Promise<string> {
  const contact = await contactFor(subject, from);
  if (!(await suggestSame(contact)).some(({ id }) => id === other)) throw new Failure('gone');
  return contact;
}

async function othersMoved(): Promise<void> {
  await refreshBadge();
  tellChanged('contacts', 'identities', ...OWNED_TABLES, 'merges', 'apart', 'tabs');
}

export const sameAnswers: Pick<Answers, SameMessages> = {
  'person.suggested': async ({ subject }, from) => {
    const suggested = await suggestSame(await contactFor(subject, from));
    return {
      suggested: await Promise.all(
        suggested.slice(0, 5).map(async (one) => {
          const identities = await db.identities.where({ contactId: one.id }).toArray();
          return { ...one, sites: await siteNames(identities.map(({ site }) => site)) };
        }),
      ),
    };
  },

  'person.merge': async ({ subject, contact }, from) => {
    const undo = await mergeContacts(contact, await suggestedTo(subject, contact, from), Date.now());
    await othersMoved();
    return { undo };
  },

  'person.apart': async ({ subject, contact }, from) => {
    const undo = await setApart(contact, await suggestedTo(subject, contact, from), Date.now());
    tellChanged('apart');
    return { undo };
  },

  'person.merged': async ({ contact }) => ({
    merged: (await mergedInto(contact)).map(({ merge, contact: one }) => ({ merge: merge.id, name: one.name, at: merge.createdAt })),
  }),

  'person.unmerge': async ({ merge }) => {
    const { undo } = await takeApart(merge, Date.now());
    await othersMoved();
    return { undo };
  },

  'person.split': async ({ contact, identity, notes }) => {
    const done = await splitOff(contact, identity, notes, Date.now());
    await othersMoved();
    return done;
  },
};
