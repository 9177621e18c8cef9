// Answers to the panel, in the page or at the side: one conversation, one person.
import { db } from '@/lib/db/database';
import { knownTags, listContacts, purgeContact, purgeIdentity, renameContact, setTags } from '@/lib/db/contacts';
import { changeFollowUp, setFollowUp } from '@/lib/db/follow-ups';
import { addNever, neverEntries } from '@/lib/db/never';
import { dropConversationDraft, keepDraft, readDraft, type DraftPlace } from '@/lib/db/drafts';
import { addNote, changeNote } from '@/lib/db/notes';
import { joinTo, remember, type Remembered } from '@/lib/db/people';
import { creditInsertion } from '@/lib/db/replies';
import { changeSettings, readSettings } from '@/lib/db/settings';
import { runUndo } from '@/lib/db/undo';
import { whoIs, type Place } from '@/lib/db/who';
import { newId } from '@/lib/domain/id';
import { Failure } from '@/lib/domain/failure';
import { rankReplies } from '@/lib/domain/rank';
import { fillTemplate } from '@/lib/domain/template';
import type { InsertOutcome, PanelView, Subject } from '@/lib/messages/protocol';
import type { Answers, Sender } from '@/lib/messages/serve';
import { refreshBadge } from './badge';
import { isBrief, keepBrief, runBrief } from './brief-undo';
import { personView, siteName, siteNames } from './person-view';
import { addStranger, dropStranger } from './strangers';
import { contactFor, locate, placeOf, type Located } from './subject';
import { allTabs, changeTab, readTab } from './tabs';
import { tellChanged, tellPage } from './tell';

const today = (): string => Temporal.Now.plainDateISO().toString();

/** Remembers the conversation and keeps in the tab who it is, for somebody whom only messages could prove. */
async function rememberHere({ tab, ref, place }: Located, now: number): Promise<Remembered> {
  const remembered = await remember(place, now);
  if (remembered.fresh) await nowKnown(tab, ref, place, remembered.identity.id);
  return remembered;
}

/** The rep has said or decided who this is: the tab keeps it, and every page reports again what is on the screen, for another tab may show the same chat. */
async function nowKnown(tab: number, ref: string, place: Place, identity: string): Promise<void> {
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
async function act(
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

const nobody = {
  which: null,
  person: null,
  draft: '',
  due: false,
  never: false,
  ref: null,
  conversation: null,
} satisfies Partial<PanelView>;

async function panelView(tab: number): Promise<PanelView> {
  const state = await readTab(tab);
  const { paused } = await readSettings();
  if (!state) return { ...nobody, site: null, reading: null, paused, open: true };
  const common = { site: { id: state.site, name: siteName(state.site) }, reading: state.reading, paused, open: state.open };
  const seen = state.ref === null ? undefined : state.seen[state.ref];
  if (!seen || state.ref === null) return { ...nobody, ...common };
  if (seen.never) return { ...nobody, ...common, ref: state.ref, never: true };
  const place = placeOf(state.site, seen);
  if (!place) return { ...nobody, ...common };
  const { kind, name, ids } = place.conversation;
  const view = {
    ...nobody,
    ...common,
    ref: state.ref,
    conversation: { kind, name, account: place.account || null, weak: ids[0].kind === 'weak' },
  };
  const who = await whoIs(place);
  if (who.is === 'ask') {
    const contacts = await db.contacts.bulkGet(who.identities.map((identity) => identity.contactId));
    const which = who.identities.map(({ id, name: called, createdAt, lastIn, lastOut }, i) => ({
      identity: id,
      name: contacts[i]?.name ?? called,
      since: createdAt,
      lastIn,
      lastOut,
    }));
    return { ...view, which };
  }
  const person = who.is === 'known' ? await personView(who.identity.contactId, today()) : null;
  const draft = await readDraft({ contactId: person?.id ?? null, place, ref: state.ref });
  return { ...view, person, draft, due: person?.followUp !== null && person !== null && person.followUp.due <= today() };
}

type PanelMessages =
  | 'panel.view'
  | 'panel.place'
  | `person.${'remember' | 'which' | 'find' | 'same' | 'never' | 'allow' | 'rename'}`
  | 'tags.set'
  | 'tags.known'
  | `note.${'add' | 'edit' | 'pin' | 'hide'}`
  | 'draft.keep'
  | `followup.${'set' | 'end' | 'snooze'}`
  | 'reply.offer'
  | 'reply.insert'
  | 'undo.run'
  | 'settings.get'
  | 'settings.set';

export const panelAnswers: Pick<Answers, PanelMessages> = {
  'panel.view': ({ tab }, from) => {
    const which = from.level === 'panel' ? from.tab : (tab ?? null);
    if (which === null) throw new Failure('invalid');
    if (from.level === 'panel') void tellPage(which, { order: 'mounted' });
    return panelView(which);
  },

  'panel.place': async ({ open, width, by, final }, from) => {
    const wide = width === undefined ? undefined : Math.min(560, Math.max(280, Math.round(width)));
    const order = {
      order: 'place',
      ...(open === undefined ? {} : { open }),
      ...(wide === undefined ? {} : { width: wide }),
      ...(by === undefined ? {} : { by }),
    } as const;
    // Only the page knows its height, and so at which share of it the tab now stands.
    const at = by === undefined ? undefined : (await tellPage<{ tab: number | null }>(from.tab!, order))?.tab;
    if (by === undefined) await tellPage(from.tab!, order);
    if (!final) return {};
    if (open !== undefined) await changeTab(from.tab!, (state) => state && { ...state, open });
    await changeSettings(Date.now(), ({ panel }) => ({
      panel: { open: open ?? panel.open, width: wide ?? panel.width, tab: at ?? panel.tab },
    }));
    if (open !== undefined) tellChanged('tabs');
    return {};
  },

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
    const { contacts } = await listContacts(query, null, 9);
    const found = contacts.filter((contact) => contact.id !== own).slice(0, 8);
    return {
      found: await Promise.all(
        found.map(async ({ id, name }) => ({ id, name, sites: siteNames(await db.identities.where({ contactId: id }).toArray()) })),
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
    const { tab, ref, place } = await locate(subject, from);
    const now = Date.now();
    const who = await whoIs(place);
    if (who.is === 'ask') throw new Failure('moved');
    const put: Record<string, Record<string, unknown>[]> = {};
    if (who.is === 'known') {
      const contact = await db.contacts.get(who.identity.contactId);
      const all = await db.identities.where({ contactId: who.identity.contactId }).toArray();
      const identity = who.identity.id;
      put['identities'] = [who.identity];
      put['interactions'] = await db.interactions.where({ identityId: identity }).toArray();
      put['days'] = await db.days.where('[identityId+day]').between([identity, ''], [identity, '\uffff']).toArray();
      put['credits'] = await db.credits.where('[identityId+insertedAt]').between([identity, 0], [identity, Infinity]).toArray();
      if (contact && all.length === 1) {
        put['contacts'] = [contact];
        put['notes'] = await db.notes.where({ contactId: contact.id }).toArray();
        put['followUps'] = await db.followUps.where({ contactId: contact.id }).toArray();
        await purgeContact(contact.id, now);
      } else await db.transaction('rw', db.tables, () => purgeIdentity(identity, now));
      await forgetUndosOf(contact?.id, identity);
    }
    await dropConversationDraft(place, ref);
    const ids = await addNever(place, now);
    await changeTab(tab, (state) => {
      // Every conversation of this tab that is the same one: nothing of it stays in memory.
      for (const [key, seen] of Object.entries(state?.seen ?? {})) {
        if (key === ref || seen.conversation?.ids[0].value === place.conversation.ids[0].value) {
          state!.seen[key] = { account: '', conversation: null, never: true, link: null, hashes: [] };
        }
      }
      return state;
    });
    await refreshBadge();
    tellChanged('contacts', 'tabs', 'notes', 'followUps');
    const undo = await keepBrief({ put, remove: { never: ids } }, now);
    return { undo };
  },

  'person.allow': async ({ subject }, from) => {
    // What is open is on the list, so nothing of it is known here: the page reads it out once more and says who it is.
    const tab = from.level === 'panel' ? from.tab : (subject.tab ?? null);
    if (tab === null) throw new Failure('invalid');
    const open = await tellPage<{ account: string | null; conversation: Place['conversation'] | null }>(tab, { order: 'who' });
    const state = await readTab(tab);
    if (!open?.conversation || !state) throw new Failure('moved');
    await db.never.bulkDelete(await neverEntries({ site: state.site, account: open.account ?? '', conversation: open.conversation }));
    await tellPage(tab, { order: 'again' });
    tellChanged('tabs');
    return {};
  },

  'person.rename': ({ subject, name }, from) => act(subject, from, [], 'known', (contact, now) => renameContact(contact, name, now)),
  'tags.set': ({ subject, tags }, from) => act(subject, from, [], 'make', (contact, now) => setTags(contact, tags, now)),
  'tags.known': async ({ beginning }) => ({ tags: await knownTags(beginning, 8) }),

  'note.add': ({ subject, note, text }, from) =>
    act(subject, from, ['notes'], 'make', async (contact, now) => {
      const undo = await addNote(contact, note, text, now);
      await keepDraft(await draftPlace(subject, from, contact), '', now);
      return undo;
    }),
  'note.edit': ({ subject, note, text }, from) =>
    act(subject, from, ['notes'], 'known', (contact, now) => changeNote(contact, note, { text }, now)),
  'note.pin': async ({ subject, note, pinned }, from) => {
    await act(subject, from, ['notes'], 'known', (contact, now) => changeNote(contact, note, { pinned }, now));
    return {};
  },
  'note.hide': ({ subject, note }, from) =>
    act(subject, from, ['notes'], 'known', (contact, now) => changeNote(contact, note, { hiddenAt: now }, now)),

  'draft.keep': async ({ subject, text }, from) => {
    await keepDraft(await draftPlace(subject, from, await contactFor(subject, from).catch(() => null)), text, Date.now());
    return {};
  },

  'followup.set': ({ subject, due, reason }, from) =>
    act(subject, from, ['followUps'], 'make', (contact, now) => setFollowUp(contact, due, reason, now)),
  'followup.end': ({ subject, followUp, status }, from) =>
    act(subject, from, ['followUps'], 'known', (contact, now) => changeFollowUp(contact, followUp, { status }, now)),
  'followup.snooze': ({ subject, followUp, due }, from) =>
    act(subject, from, ['followUps'], 'known', (contact, now) => changeFollowUp(contact, followUp, { due }, now)),

  'reply.offer': async ({ subject, query }, from) => {
    const name = await nameFor(subject, from);
    const replies = await db.replies.toArray();
    const offered = rankReplies(replies, query)
      .slice(0, 50)
      .map(({ id, title, body }) => {
        const result = fillTemplate(body, { name });
        return 'filled' in result
          ? { id, title, body, text: result.filled.text, problem: null }
          : { id, title, body, text: null, problem: { code: result.errors[0]!.code, word: result.errors[0]!.word } };
      });
    return { replies: offered, total: replies.length };
  },

  'reply.insert': async ({ subject, reply }, from) => {
    const located = await locate(subject, from);
    const { tab, ref, place } = located;
    const template = await db.replies.get(reply);
    if (!template) throw new Failure('gone');
    const result = fillTemplate(template.body, { name: await nameFor(subject, from) });
    if (!('filled' in result)) throw new Failure('invalid');
    const { text, cursor } = result.filled;
    const now = Date.now();
    if ((await whoIs(place)).is === 'ask') throw new Failure('moved');
    const insertion = newId(now);
    const outcome: InsertOutcome = (await tellPage<InsertOutcome>(tab, { order: 'insert', ref, text, cursor, insertion })) ?? 'no-page';
    if (outcome === 'inserted') {
      const { identity } = await rememberHere(located, now);
      await creditInsertion(insertion, reply, identity.id, now);
      tellChanged('contacts', 'replies', 'credits');
    }
    return { outcome, text };
  },

  'undo.run': async ({ undo }) => {
    const now = Date.now();
    const tables = isBrief(undo) ? await runBrief(undo, now) : await runUndo(undo, now);
    await refreshBadge();
    // Somebody may be known again: what is on the screens is reported once more.
    for (const [tab] of await allTabs()) void tellPage(tab, { order: 'again' });
    tellChanged(...tables, 'tabs');
    return {};
  },

  'settings.get': async () => {
    const { language, theme, paused, blurred } = await readSettings();
    return { language, theme, paused, blurred };
  },
  'settings.set': async (fields) => {
    const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
    await changeSettings(Date.now(), () => given);
    await refreshBadge();
    tellChanged('settings', 'tabs');
    if (fields.paused === false) for (const [tab] of await allTabs()) void tellPage(tab, { order: 'again' });
    return {};
  },
};

/** Where the draft of this subject lies. */
async function draftPlace(subject: Subject, from: Sender, contactId: string | null): Promise<DraftPlace> {
  if (subject.ref === undefined) return { contactId, place: null, ref: null };
  const { place, ref } = await locate(subject, from);
  return { contactId, place, ref };
}

/** The name that goes into a reply: the contact's, else the one the conversation shows; null for a group or an unclear person. */
async function nameFor(subject: Subject, from: Sender): Promise<string | null> {
  if (subject.ref === undefined) return null;
  const { place } = await locate(subject, from);
  if (place.conversation.kind === 'group') return null;
  const who = await whoIs(place);
  if (who.is === 'ask') return null;
  if (who.is === 'known') return (await db.contacts.get(who.identity.contactId))?.name ?? place.conversation.name;
  return place.conversation.name;
}

/** Undo records could bring back, or at least still hold, what was to leave no trace. */
async function forgetUndosOf(contactId: string | undefined, identityId: string): Promise<void> {
  const mine = new Set([contactId, identityId]);
  await db.undos
    .filter((undo) =>
      undo.steps.some(
        ({ key, before, after }) =>
          mine.has(String(key)) || mine.has(String(before?.['contactId'])) || mine.has(String(after?.['contactId'])),
      ),
    )
    .delete();
}
