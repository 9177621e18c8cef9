// Answers about who somebody is: remember, tell apart, join, never.
import { knownTags } from '@/lib/db/book';
import { renameContact, setTags } from '@/lib/db/contacts';
import { db } from '@/lib/db/database';
import { neverAgain } from '@/lib/db/forget';
import { neverEntries } from '@/lib/db/never';
import { joinTo } from '@/lib/db/people';
import { handlesOf, whoIs, type Place } from '@/lib/db/who';
import { Failure } from '@/lib/domain/failure';
import type { Answers } from '@/lib/messages/serve';
import { act, nowKnown, rememberHere } from './act';
import { refreshBadge } from './badge';
import { keepBrief } from './brief-undo';
import { findContacts } from './find-contacts';
import { reckoningNow } from './reckon';
import { siteNames } from './known-sites';
import { addStranger } from './strangers';
import { contactFor, locate, placeSeen } from './subject';
import { allTabs, changeTab, readTab, type Seen } from './tabs';
import { tellChanged, tellPage } from './tell';

type PersonMessages = `person.${'remember' | 'which' | 'find' | 'same' | 'never' | 'allow' | 'rename'}` | 'tags.set' | 'tags.known';

/** All that is kept of a conversation on the never list. */
const left = (): Seen => ({ account: '', conversation: null, never: true, link: null, hashes: [] });

/** Takes a conversation out of the memory of every tab that showed it. */
async function leaveTabs(place: Place): Promise<void> {
  const handles = new Set([...handlesOf(place, 'permanent'), ...handlesOf(place, 'weak')]);
  for (const [tab] of await allTabs()) {
    await changeTab(tab, (state) => {
      for (const [ref, seen] of Object.entries(state?.seen ?? {})) {
        const other = placeSeen(state!.site, seen);
        if (other && [...handlesOf(other, 'permanent'), ...handlesOf(other, 'weak')].some((handle) => handles.has(handle)))
          state!.seen[ref] = left();
      }
      return state;
    });
  }
}

export const personAnswers: Pick<Answers, PersonMessages> = {
  'person.remember': async ({ subject }, from) => {
    const { undo } = await rememberHere(await locate(subject, from), Date.now());
    tellChanged('contacts');
    return { undo };
  },

  'person.which': async ({ subject, identity }, from) => {
    const { tab, ref, place } = await locate(subject, from);
    const who = await whoIs(place);
    if (who.is !== 'ask' || (identity !== null && !who.identities.some((one) => one.id === identity))) throw new Failure('moved');
    if (identity !== null) await nowKnown(tab, ref, place, identity);
    else {
      await addStranger(place.hashes);
      await changeTab(tab, (state) => {
        const seen = state?.seen[ref];
        if (seen) seen.answer = null;
        return state;
      });
    }
    tellChanged('tabs');
    return {};
  },

  'person.find': async ({ subject, query }, from) => {
    const own = await contactFor(subject, from).catch(() => null);
    const { contacts } = await findContacts(query, null, 9);
    const found = contacts.filter((contact) => contact.id !== own).slice(0, 8);
    return {
      found: await Promise.all(
        found.map(async ({ id, name }) => {
          const identities = await db.identities.where({ contactId: id }).toArray();
          return { id, name, sites: await siteNames(identities.map(({ site }) => site)) };
        }),
      ),
    };
  },

  'person.same': async ({ subject, contact }, from) => {
    const { tab, ref, place } = await locate(subject, from);
    const { identityId, undo } = await joinTo(place, contact, Date.now());
    await nowKnown(tab, ref, place, identityId);
    await refreshBadge();
    tellChanged('contacts', 'identities', 'notes', 'followUps');
    return { undo };
  },

  'person.never': async ({ subject }, from) => {
    const { ref, place } = await locate(subject, from);
    const now = Date.now();
    const who = await whoIs(place);
    if (who.is === 'ask') throw new Failure('moved');
    const { removed, entries } = await neverAgain(place, ref, who.is === 'known' ? who.identity : null, now);
    await leaveTabs(place);
    await refreshBadge();
    tellChanged('contacts', 'tabs', 'notes', 'followUps');
    return { undo: await keepBrief({ put: removed, remove: { never: entries } }, now) };
  },

  'person.allow': async ({ subject }, from) => {
    // What is open is on the list, so nothing of it is known here: the page reads it out once more and says who it is.
    const tab = from.level === 'panel' ? from.tab : (subject.tab ?? null);
    if (tab === null) throw new Failure('invalid');
    const open = await tellPage<{ account: string | null; conversation: Place['conversation'] | null }>(tab, { order: 'who' });
    const state = await readTab(tab);
    if (!open?.conversation || !state) throw new Failure('moved');
    await db.never.bulkDelete(await neverEntries({ site: state.site, conversation: open.conversation }));
    await tellPage(tab, { order: 'again' });
    tellChanged('tabs');
    return {};
  },

  'person.rename': ({ subject, name }, from) => act(subject, from, [], 'known', (contact, now) => renameContact(contact, name, now)),
  'tags.set': ({ subject, tags }, from) => act(subject, from, [], 'make', (contact, now) => setTags(contact, tags, now)),
  'tags.known': async ({ beginning }) => ({ tags: await knownTags(beginning, 8, reckoningNow) }),
};
