// Answers to the panel, in the page or at the side: what it shows, notes, follow-ups, undo, settings.
import { draftsHere, keepDraft } from '@/lib/db/drafts';
import { changeFollowUp, setFollowUp } from '@/lib/db/follow-ups';
import { addNote, changeNote } from '@/lib/db/notes';
import { changeSettings, readSettings } from '@/lib/db/settings';
import type { OnParts } from '@/lib/db/restore';
import { isOfRestore, runUndo } from '@/lib/db/undo';
import { Failure } from '@/lib/domain/failure';
import type { Answers } from '@/lib/messages/serve';
import { act, draftPlace } from './act';
import { armMidnight, refreshBadge } from './badge';
import { isBrief, runBrief } from './brief-undo';
import { whenNoImport } from './importing';
import { longWrite } from './long-write';
import { panelView } from './panel-view';
import { syncScripts } from './site-scripts';
import { contactFor } from './subject';
import { allTabs, changeTab } from './tabs';
import { tellChanged, tellPage } from './tell';

type PanelMessages =
  | `panel.${'view' | 'place'}`
  | `note.${'add' | 'edit' | 'pin' | 'hide'}`
  | 'draft.keep'
  | `followup.${'set' | 'end' | 'snooze'}`
  | 'undo.run'
  | `settings.${'get' | 'set'}`;

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

  'note.add': ({ subject, note, text }, from) =>
    act(subject, from, ['notes'], 'make', async (contact, now) => {
      const drafts = await draftsHere(await draftPlace(subject, from, contact));
      return addNote(contact, note, text, now, drafts);
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

  'undo.run': async ({ undo }) => {
    const takeBack = async (onParts?: OnParts): Promise<null> => {
      const now = Date.now();
      const tables = isBrief(undo) ? await runBrief(undo, now) : await runUndo(undo, now, onParts);
      if (tables.includes('taught')) await syncScripts();
      if (tables.includes('settings')) await armMidnight();
      await refreshBadge();
      // Somebody may be known again: what is on the screens is reported once more.
      for (const [tab] of await allTabs()) void tellPage(tab, { order: 'again' });
      tellChanged(...tables, 'tabs');
      return null;
    };
    const isLong = await isOfRestore(undo);
    if (isLong) await whenNoImport();
    await (isLong ? longWrite(takeBack) : takeBack());
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
