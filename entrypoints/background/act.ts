// Acts on a person: about whom, remembered or not yet, and who is told afterwards.
import type { DraftPlace } from '@/lib/db/drafts';
import { remember, type Remembered } from '@/lib/db/people';
import type { Place } from '@/lib/db/who';
import type { Subject } from '@/lib/messages/protocol';
import type { Sender } from '@/lib/messages/serve';
import { refreshBadge } from './badge';
import { dropStranger } from './strangers';
import { contactFor, locate, type Located } from './subject';
import { allTabs, changeTab } from './tabs';
import { tellChanged, tellPage } from './tell';

/** Remembers the conversation and keeps in the tab who it is, for somebody whom only messages could prove. */
export async function rememberHere({ tab, ref, place }: Located, now: number): Promise<Remembered> {
  const remembered = await remember(place, now);
  if (remembered.fresh) await nowKnown(tab, ref, place, remembered.identity.id);
  return remembered;
}

/**
 * The rep has said or decided who this is: the tab keeps it, and every page reports again what is on the screen, for another
 * tab may show the same chat.
 */
export async function nowKnown(tab: number, ref: string, place: Place, identity: string): Promise<void> {
  await dropStranger(place.hashes);
  await changeTab(tab, (state) => {
    const seen = state?.seen[ref];
    if (seen) seen.answer = identity;
    return state;
  });
  for (const [other] of await allTabs()) if (other !== tab) void tellPage(other, { order: 'again' });
  await tellPage(tab, { order: 'again' });
}

type Change = (contactId: string, now: number) => Promise<string | null>;

/** Runs an act on a contact and tells the screens. With `make`, a conversation nobody remembered yet is remembered first. */
export async function act(
  subject: Subject,
  from: Sender,
  tables: string[],
  make: 'make' | 'known',
  change: Change,
): Promise<{ undo: string | null }> {
  const now = Date.now();
  const contact =
    make === 'make' && subject.contact === undefined
      ? (await rememberHere(await locate(subject, from), now)).identity.contactId
      : await contactFor(subject, from);
  const undo = await change(contact, now);
  await refreshBadge();
  tellChanged('contacts', ...tables);
  return { undo };
}

/** Where the draft of this subject lies. */
export async function draftPlace(subject: Subject, from: Sender, contactId: string | null): Promise<DraftPlace> {
  if (subject.ref === undefined) return { contactId, place: null, ref: null };
  const { place, ref } = await locate(subject, from);
  return { contactId, place, ref };
}
