// Answers to page scripts that tell what is open. They report; nothing private goes back.
import browser from 'webextension-polyfill';
import { markWatched } from '@/lib/db/count';
import { neverEntries } from '@/lib/db/never';
import { followSite } from '@/lib/db/people';
import { readSettings } from '@/lib/db/settings';
import { whoIs } from '@/lib/db/who';
import { Failure } from '@/lib/domain/failure';
import type { Conversation } from '@/lib/domain/conversation';
import type { Reading } from '@/lib/messages/protocol';
import type { Answers } from '@/lib/messages/serve';
import { knownSite } from './known-sites';
import { endPicker } from './picker';
import { isQuiet, KEPT_HASHES, stateFor } from './reporting';
import { isEnabled } from './site-scripts';
import { isStranger } from './strangers';
import { hashOf, placeOf } from './subject';
import { changeTab, randomName, readTab, type Seen } from './tabs';
import { endTeaching } from './teaching';
import { tellChanged } from './tell';

const zone = (): string => Temporal.Now.timeZoneId();

/** Counting on such a page would be guessing: it is not known whose mailbox it is, or what is on the screen at all. */
const isUnsure = (reading: Reading): boolean => reading.state === 'unrecognised' || reading.missing.includes('account');

export const pageAnswers: Pick<Answers, 'page.hello' | 'page.conversation' | 'page.leaving' | 'sidepanel.open'> = {
  'page.hello': async ({ site }, from) => {
    if (!(await isEnabled(site, from.origin))) throw new Failure('refused');
    await endPicker(from.tab!);
    const settings = await readSettings();
    const surface = settings.sites[site]?.surface ?? (await knownSite(site))!.surface;
    const state = await changeTab(from.tab!, (old) => ({
      token: randomName(),
      documentId: null,
      source: old?.site === site && old.origin === from.origin ? old.source : randomName(),
      origin: from.origin,
      site,
      open: old?.site === site ? old.open : settings.panel.open,
      reading: null,
      ref: null,
      settling: false,
      // A note that was begun before the page was loaded again still finds its conversation.
      seen: old?.site === site && old.origin === from.origin ? old.seen : {},
      budget: old?.budget ?? { hour: 0, messages: 0, people: 0 },
    }));
    tellChanged('tabs');
    return { token: state!.token, open: state!.open, width: settings.panel.width, tab: settings.panel.tab, surface };
  },

  'page.conversation': async ({ site, ref, reading, account, conversation, link, keys }, from) => {
    await stateFor(from, site);
    const now = Date.now();
    const open = conversation as Conversation | null;
    const mine = account ?? '';
    const safeLink = link !== null && URL.canParse(link) && new URL(link).origin === from.origin ? link : null;
    const unsure = isUnsure(reading);
    const never = open !== null && (await neverEntries({ site, conversation: open })).length > 0;
    const hashes = open && !never ? await Promise.all(keys.map((key) => hashOf(site, mine, open, key))) : [];
    const seen: Seen =
      never || !open
        ? { account: '', conversation: null, never, link: null, hashes: [] }
        : { account: mine, conversation: open, never, link: safeLink, hashes, unsure };
    const stranger = open?.ids[0].kind === 'weak' && (await isStranger(hashes));
    await changeTab(from.tab!, (state) => {
      if (!state) return null;
      const before = state.seen[ref];
      const answer = before?.answer !== undefined ? before.answer : stranger ? null : undefined;
      const known = before ? [...new Set([...before.hashes, ...seen.hashes])].slice(-KEPT_HASHES) : seen.hashes;
      // A conversation on the never list leaves nothing, in this list neither.
      state.seen[ref] = never ? seen : { ...seen, hashes: known, ...(answer === undefined ? {} : { answer }) };
      state.ref = open ? ref : null;
      state.settling = false;
      state.reading = reading;
      return state;
    });
    const place = await placeOf(site, seen);
    if (place && !unsure && !(await isQuiet(await readSettings(), site))) {
      const state = await readTab(from.tab!);
      const current = state && (await placeOf(site, state.seen[ref] ?? seen));
      const who = current ? await whoIs(current) : null;
      if (current && who?.is === 'known') {
        await followSite(who.identity, current, now);
        if (await markWatched(who.identity.id, now, zone())) tellChanged('days');
      }
    }
    tellChanged('tabs');
    return {};
  },

  'page.leaving': async ({ site }, from) => {
    await stateFor(from, site);
    await changeTab(from.tab!, (state) => state && { ...state, ref: null, settling: true });
    tellChanged('tabs');
    return {};
  },

  // The opening itself happened in the listener, synchronously: see index.ts.
  'sidepanel.open': () => ({}),
};

/** Forgets the state of closed tabs. */
export function forgetClosedTabs(): void {
  browser.tabs.onRemoved.addListener((tab) => {
    void changeTab(tab, () => null).then(() => tellChanged('tabs'));
    void endTeaching(tab);
    void endPicker(tab);
  });
}
