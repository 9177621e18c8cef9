// Answers to popup, workspace and side panel: everything of the user's.
import browser from 'webextension-polyfill';
import { backupPart } from '@/lib/db/backup';
import { beginRestore, commitRestore, dropRestore, stageRows } from '@/lib/db/restore';
import { previewRestore, rowsHere } from '@/lib/db/restore-preview';
import { countContacts, deleteContact } from '@/lib/db/contacts';
import { uncount } from '@/lib/db/count';
import { db, SCHEMA } from '@/lib/db/database';
import { forgetContact } from '@/lib/db/forget';
import { deleteNote } from '@/lib/db/notes';
import { recordsOf } from '@/lib/db/records-of';
import { dropSaved, listSaved, noteSaved, savedSince } from '@/lib/db/saved';
import { changeSettings, readSettings } from '@/lib/db/settings';
import { startOfDay } from '@/lib/domain/day';
import { Failure } from '@/lib/domain/failure';
import { DATA_TABLES } from '@/lib/domain/tables';
import { later } from '@/lib/domain/interaction';
import type { Contact } from '@/lib/domain/records';
import type { ContactRow } from '@/lib/messages/protocol';
import type { Answers } from '@/lib/messages/serve';
import { sites } from '@/lib/sites';
import { backupState } from './backup-state';
import { refreshBadge } from './badge';
import { keepBrief } from './brief-undo';
import { findContacts } from './find-contacts';
import { whenNoImport } from './importing';
import { longState, longWrite } from './long-write';
import { openConversation } from './open-conversation';
import { isApproximate, knownSite, siteNames } from './known-sites';
import { personView } from './person-view';
import { siteRowFor, siteRows, syncScripts } from './site-scripts';
import { readingOf, siteTabs } from './tab-reading';
import { allTabs, readTab } from './tabs';
import { spaceView } from './space';
import { readTeaching } from './teaching';
import { tellChanged, tellPage } from './tell';

const today = (): string => Temporal.Now.plainDateISO().toString();

async function contactRow({ id, kind, name, tags }: Contact): Promise<ContactRow> {
  const [identities, followUps] = await Promise.all([
    db.identities.where({ contactId: id }).toArray(),
    db.followUps.where({ contactId: id }).toArray(),
  ]);
  return {
    id,
    kind,
    name,
    tags,
    sites: await siteNames(identities.map(({ site }) => site)),
    approximate: await isApproximate(identities.map(({ site }) => site)),
    in: identities.reduce((sum, identity) => sum + identity.in, 0),
    out: identities.reduce((sum, identity) => sum + identity.out, 0),
    last: identities.reduce<string | null>((last, identity) => later(last, later(identity.lastIn, identity.lastOut)), null),
    due: followUps.find((followUp) => followUp.status === 'open')?.due ?? null,
  };
}

type WorkspaceMessages =
  | `tab.${'state' | 'forget'}`
  | 'conversation.open'
  | `site.${'list' | 'tabs' | 'set' | 'adopt' | 'sync'}`
  | `contact.${'list' | 'get' | 'delete' | 'forget' | 'export'}`
  | 'note.delete'
  | 'space.state'
  | `backup.${'state' | 'saved' | 'list' | 'removed' | 'auto' | 'remind' | 'part'}`
  | `restore.${'begin' | 'rows' | 'preview' | 'commit' | 'state' | 'drop'}`;

export const workspaceAnswers: Pick<Answers, WorkspaceMessages> = {
  'tab.state': async ({ tab }) => {
    const state = await readTab(tab);
    // Without host permission the address is known only where the user has just clicked our button.
    const address = state?.origin ?? (await browser.tabs.get(tab).catch(() => null))?.url ?? null;
    const origin = address && URL.canParse(address) && /^https?:/.test(address) ? new URL(address).origin : null;
    const site = await siteRowFor(state?.site ?? null, origin);
    const known = site ? await readingOf(tab, site.id, state) : { running: false, waiting: false, reading: null };
    const teaching = await readTeaching(tab);
    const midnight = startOfDay(today(), Temporal.Now.timeZoneId());
    const recorded = state
      ? await db.interactions
          .where({ source: state.source })
          .filter((row) => row.seenAt >= midnight)
          .count()
      : 0;
    return {
      origin,
      site: site ?? null,
      ...known,
      recordedToday: recorded,
      unteachable: teaching?.isRefused === true && teaching.origin === origin,
    };
  },
  'tab.forget': async ({ tab }) => {
    const state = await readTab(tab);
    if (!state) throw new Failure('gone');
    const rows = await uncount(state.source);
    tellChanged('interactions', 'days', 'identities', 'tabs');
    return { undo: rows.length === 0 ? null : await keepBrief({ put: { interactions: rows }, remove: {} }, Date.now()) };
  },
  'conversation.open': ({ contact }) => openConversation(contact),

  'site.list': async () => ({ sites: await siteRows() }),
  'site.tabs': async () => ({ tabs: await siteTabs(await siteRows()) }),
  'site.set': async ({ site, off, everyone, surface, slash }) => {
    if (!(await knownSite(site))) throw new Failure('gone');
    await changeSettings(Date.now(), (settings) => {
      const old = settings.sites[site] ?? { off: false, everyone: false, surface: null };
      return {
        sites: { ...settings.sites, [site]: { off: off ?? old.off, everyone: everyone ?? old.everyone, surface: surface ?? old.surface } },
        ...(slash === undefined ? {} : { replies: { ...settings.replies, slashSites: { ...settings.replies.slashSites, [site]: slash } } }),
      };
    });
    if (surface) for (const [tab, state] of await allTabs()) if (state.site === site) await tellPage(tab, { order: 'surface', surface });
    await syncScripts();
    tellChanged('sites', 'tabs');
    return {};
  },
  'site.adopt': async ({ site, origin, on }) => {
    if (!sites.some((one) => one.id === site && one.selfHosted)) throw new Failure('gone');
    await changeSettings(Date.now(), ({ origins }) => {
      const rest = Object.fromEntries(Object.entries(origins).filter(([key]) => key !== origin));
      return { origins: on ? { ...rest, [origin]: site } : rest };
    });
    await syncScripts();
    tellChanged('sites', 'tabs');
    return {};
  },
  'site.sync': async () => {
    await syncScripts();
    tellChanged('sites', 'tabs');
    return {};
  },

  'contact.list': async ({ query, cursor, limit }) => {
    const { contacts, next } = await findContacts(query, cursor, limit);
    return { contacts: await Promise.all(contacts.map(contactRow)), next, total: await countContacts() };
  },
  'contact.get': async ({ contact }) => {
    return personView(contact, today()).catch((error: unknown) => {
      if (error instanceof Failure && error.code === 'gone') return { person: null, draft: '' };
      throw error;
    });
  },
  'contact.delete': async ({ contact }) => {
    const undo = await deleteContact(contact, Date.now());
    await refreshBadge();
    tellChanged('contacts', 'followUps', 'tabs');
    return { undo };
  },
  'contact.forget': async ({ contact }) => {
    const now = Date.now();
    const { removed, since } = await forgetContact(contact, now);
    await refreshBadge();
    tellChanged(...DATA_TABLES, 'tabs');
    return { undo: await keepBrief({ put: removed, remove: {} }, now), files: await savedSince(since) };
  },
  'contact.export': async ({ contact }) => ({ schema: SCHEMA, tables: await recordsOf(contact) }),
  'note.delete': async ({ note }) => {
    const undo = await deleteNote(note, Date.now());
    tellChanged('notes');
    return { undo };
  },

  'space.state': () => spaceView(),
  'backup.state': () => backupState(),
  'backup.saved': async (file) => {
    const now = Date.now();
    await noteSaved(file, now);
    await refreshBadge();
    tellChanged('settings', 'saved');
    return {};
  },
  'backup.list': async () => ({ files: await listSaved() }),
  'backup.removed': async ({ file }) => {
    const row = await dropSaved(file);
    tellChanged('saved');
    return { undo: row ? await keepBrief({ put: { saved: [{ ...row }] }, remove: {} }, Date.now()) : null };
  },
  'backup.auto': async ({ on }) => {
    await changeSettings(Date.now(), ({ backup }) => ({ backup: { ...backup, auto: on } }));
    await refreshBadge();
    tellChanged('settings');
    return {};
  },
  'backup.remind': async ({ every }) => {
    await changeSettings(Date.now(), ({ backup }) => ({ backup: { ...backup, every } }));
    tellChanged('settings');
    return {};
  },
  'backup.part': ({ cursor }) => backupPart(cursor),
  'restore.begin': async () => ({ job: await beginRestore(Date.now()), schema: SCHEMA }),
  'restore.rows': async ({ job, n, table, rows }) => ({ bad: await stageRows(job, n, table, rows, Date.now()) }),
  'restore.preview': async ({ job, cursor }) => ({
    here: cursor === null ? await rowsHere() : {},
    ...(await previewRestore(job, cursor ?? { look: 'parts', after: -1, spans: {} })),
  }),
  'restore.commit': async ({ job, mode }) => ({
    undo: await longWrite(async (onParts) => {
      await whenNoImport();
      const undo = await commitRestore(job, mode, Date.now(), onParts);
      await readSettings();
      await syncScripts();
      await refreshBadge();
      tellChanged(...DATA_TABLES, 'sites', 'tabs');
      return undo;
    }),
  }),
  'restore.state': () => longState(),
  'restore.drop': async ({ job }) => {
    await dropRestore(job);
    return {};
  },
};
