// The picker at the caret of a page: when it may come up, and the token of its frame. What is open lies in storage.session.
import browser from 'webextension-polyfill';
import { readSettings } from '@/lib/db/settings';
import { whoIs } from '@/lib/db/who';
import type { Settings } from '@/lib/domain/records';
import type { Answers } from '@/lib/messages/serve';
import { OWN_SLASH } from '@/lib/sites/own-slash';
import { knownSite } from './known-sites';
import { placeOf } from './subject';
import { randomName, readTab } from './tabs';
import { bringParts, tellPage } from './tell';

/** A picker that was opened. */
export interface PickerState {
  /** A random name and the conversation, so that the frame knows from its address whom it is about. */
  token: string;
  /** The frame that showed the token first; no other may. */
  documentId: string | null;
  ref: string;
}

const keyOf = (tab: number): string => `picker:${tab}`;

/** The picker of a tab, or null. */
export async function readPicker(tab: number): Promise<PickerState | null> {
  const key = keyOf(tab);
  return ((await browser.storage.session.get(key))[key] as PickerState | undefined) ?? null;
}

export async function keepPicker(tab: number, picker: PickerState): Promise<void> {
  await browser.storage.session.set({ [keyOf(tab)]: picker });
}

export async function endPicker(tab: number): Promise<void> {
  await browser.storage.session.remove(keyOf(tab));
}

/** Whether typing the mark opens the picker on a site: as the user said, else where the site has no use of its own for it. */
export function isSlashOn({ replies }: Settings, site: string): boolean {
  return replies.slash && (replies.slashSites[site] ?? !OWN_SLASH.has(site));
}

/**
 * Opens the picker in a tab for the conversation that is open there. Not where frames of ours have no place, nor while it is unclear
 * who it is. `marked`: the mark was typed. Gives whether it comes up.
 */
export async function openPicker(tab: number, marked: boolean): Promise<boolean> {
  const state = await readTab(tab);
  const settings = await readSettings();
  if (!state?.ref || state.settling || (marked && !isSlashOn(settings, state.site))) return false;
  const surface = settings.sites[state.site]?.surface ?? (await knownSite(state.site))?.surface;
  const place = await placeOf(state.site, state.seen[state.ref]!);
  if (surface !== 'overlay' || !place || (await whoIs(place)).is === 'ask') return false;
  const { ref } = state;
  const token = `${randomName()}.${ref}`;
  await Promise.all([keepPicker(tab, { token, documentId: null, ref }), bringParts(tab, 'page-insert', 'page-slash')]);
  return (await tellPage<boolean>(tab, { order: 'slash', ref, token, marked })) ?? false;
}

export const pickerAnswers: Pick<Answers, 'page.slash' | 'picker.close'> = {
  'page.slash': async (_, from) => {
    const state = await readTab(from.tab!);
    if (state?.origin === from.origin) await openPicker(from.tab!, true);
    return {};
  },
  'picker.close': async (_, from) => {
    await endPicker(from.tab!);
    return {};
  },
};
