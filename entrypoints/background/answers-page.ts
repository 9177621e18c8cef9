// Answers to page scripts. They report; nothing private goes back.
import browser from 'webextension-polyfill';
import { countAct, takeBackAct } from '@/lib/db/acts';
import { countMessages, markWatched } from '@/lib/db/count';
import { neverEntries } from '@/lib/db/never';
import { followSite, remember } from '@/lib/db/people';
import { creditSending } from '@/lib/db/replies';
import { readSettings } from '@/lib/db/settings';
import { whoIs, whoPublished, type Place } from '@/lib/db/who';
import { Failure } from '@/lib/domain/failure';
import type { Conversation } from '@/lib/domain/conversation';
import { actId } from '@/lib/domain/interaction';
import type { Settings } from '@/lib/domain/records';
import type { Reading } from '@/lib/messages/protocol';
import type { Answers, Sender } from '@/lib/messages/serve';
import { knownSite } from './known-sites';
import { isEnabled } from './site-scripts';
import { isStranger } from './strangers';
import { hashOf, placeOf } from './subject';
import { changeTab, randomName, readTab, type Seen, type TabState } from './tabs';
import { endTeaching } from './teaching';
import { tellChanged, tellPage } from './tell';

/** Per tab and hour. A rep scrolling through years of history stays far below; a page inventing messages does not. */
const MOST_MESSAGES = 20_000;
const MOST_PEOPLE = 50;
const KEPT_HASHES = 200;

const zone = (): string => Temporal.Now.timeZoneId();

/** Whether nothing is to be counted. A page may still report when the worker died between switching its site off and telling it to leave. */
const isQuiet = (settings: Settings, site: string): boolean => settings.paused || settings.sites[site]?.off === true;

/** The tab's state, if this page may report to it. A vanished state makes the page say hello again. */
async function stateFor(from: Sender, site: string): Promise<TabState> {
  const state = await readTab(from.tab!);
  if (!state || state.site !== site || state.origin !== from.origin) throw new Failure('gone');
  return state;
}

/** Counting on such a page would be guessing: it is not known whose mailbox it is, or what is on the screen at all. */
const isUnsure = (reading: Reading): boolean => reading.state === 'unrecognised' || reading.missing.includes('account');

/** Counts against the tab's hourly budget. Gives how many of `wanted` may still be taken. */
async function spend(tab: number, kind: 'messages' | 'people', wanted: number): Promise<number> {
  const hour = Math.floor(Date.now() / 3_600_000);
  let given = 0;
  await changeTab(tab, (state) => {
    if (!state) return null;
    if (state.budget.hour !== hour) state.budget = { hour, messages: 0, people: 0 };
    given = Math.max(0, Math.min(wanted, (kind === 'messages' ? MOST_MESSAGES : MOST_PEOPLE) - state.budget[kind]));
    state.budget[kind] += given;
    return state;
  });
  return given;
}

export const pageAnswers: Pick<
  Answers,
  'page.hello' | 'page.conversation' | 'page.leaving' | 'page.messages' | 'page.sent' | 'page.act' | 'sidepanel.open'
> = {
  'page.hello': async ({ site }, from) => {
    if (!(await isEnabled(site, from.origin))) throw new Failure('refused');
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
    if (place && !isQuiet(await readSettings(), site) && !unsure) {
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

  'page.messages': async ({ site, ref, messages }, from) => {
    const state = await stateFor(from, site);
    const seen = state.seen[ref];
    // A conversation we were never told of: the page tells it again, and its messages after it.
    if (!seen) throw new Failure('gone');
    const place = await placeOf(site, seen);
    if (!place || place.conversation.kind === 'group') return {};
    const isNobodys = place.account === '' && (await knownSite(site))?.hasAccount;
    // Refused, not dropped: the page offers them again once it can be read.
    if (seen.unsure || isNobodys) throw new Failure('moved');
    const settings = await readSettings();
    if (isQuiet(settings, site)) return {};
    const now = Date.now();
    const counted = await Promise.all(
      messages.map(async ({ key, direction, at, live }) => ({
        id: await hashOf(site, place.account, place.conversation, key),
        direction,
        at,
        live,
      })),
    );
    let who = await whoIs(place);
    const writing = messages.some((message) => message.live && message.direction === 'out');
    if (who.is === 'stranger' && settings.sites[site]?.everyone && writing && (await spend(from.tab!, 'people', 1)) === 1) {
      who = { is: 'known', identity: (await remember(place, now)).identity };
      void tellPage(from.tab!, { order: 'again' });
      tellChanged('contacts');
    }
    let fresh = 0;
    if (who.is === 'known') {
      const allowed = counted.slice(0, await spend(from.tab!, 'messages', counted.length));
      fresh = await countMessages(who.identity.id, allowed, { now, zone: zone(), source: state.source });
      // A chat left open over midnight is watched on the new day, too.
      if (await markWatched(who.identity.id, now, zone())) fresh += 1;
    }
    if (place.conversation.ids[0].kind === 'weak') {
      await changeTab(from.tab!, (current) => {
        const known = current?.seen[ref];
        if (known) known.hashes = [...new Set([...known.hashes, ...counted.map((message) => message.id)])].slice(-KEPT_HASHES);
        return current;
      });
    }
    if (fresh > 0) tellChanged('interactions', 'days', 'identities', 'credits');
    return {};
  },

  'page.sent': async ({ insertion, edited }) => {
    if (await creditSending(insertion, edited, Date.now())) tellChanged('credits', 'replies');
    return {};
  },

  'page.act': async ({ site, account, kind, item, author, done }, from) => {
    const { source } = await stateFor(from, site);
    const settings = await readSettings();
    const conversation = { kind: 'person', ...author } as Conversation;
    const place: Place = { site, account: account ?? '', conversation, link: null, hashes: [] };
    if (isQuiet(settings, site) || (await neverEntries(place)).length > 0) return {};
    const now = Date.now();
    let identity = await whoPublished(place);
    const everyone = done && settings.sites[site]?.everyone === true;
    if (!identity && everyone && (await whoIs(place)).is === 'stranger' && (await spend(from.tab!, 'people', 1)) === 1) {
      ({ identity } = await remember(place, now));
      tellChanged('contacts');
    }
    if (!identity) return {};
    // Not every page shows whose mailbox it is: the person's own entry tells, whichever page the act was done on.
    const id = await actId({ site, account: identity.account, kind, item });
    const isNews = done
      ? (await spend(from.tab!, 'messages', 1)) === 1 && (await countAct(identity.id, id, kind, { now, zone: zone(), source }))
      : await takeBackAct(id);
    if (isNews) tellChanged('interactions', 'days', 'identities');
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
  });
}
