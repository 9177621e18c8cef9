// Answers to page scripts that saw something to count. Nothing private goes back.
import { countAct, takeBackAct } from '@/lib/db/acts';
import { countMessages, markWatched } from '@/lib/db/count';
import { neverEntries } from '@/lib/db/never';
import { remember } from '@/lib/db/people';
import { creditSending } from '@/lib/db/replies';
import { readSettings } from '@/lib/db/settings';
import { whoIs, whoPublished, type Place } from '@/lib/db/who';
import { Failure } from '@/lib/domain/failure';
import type { Conversation } from '@/lib/domain/conversation';
import { actId } from '@/lib/domain/interaction';
import type { Answers } from '@/lib/messages/serve';
import { noticeWritten } from './answers-keep';
import { knownSite } from './known-sites';
import { isQuiet, KEPT_HASHES, spend, stateFor } from './reporting';
import { glanceAtSpace } from './space';
import { hashOf, placeOf } from './subject';
import { changeTab } from './tabs';
import { tellChanged, tellPage } from './tell';

const zone = (): string => Temporal.Now.timeZoneId();

export const countingAnswers: Pick<Answers, 'page.messages' | 'page.sent' | 'page.act'> = {
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
    if (await isQuiet(settings, site)) return {};
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
    glanceAtSpace();
    // Another reply may fit now, also for somebody who is not remembered.
    if (messages.some(({ live }) => live)) tellChanged('heard');
    if (writing) void noticeWritten(from.tab!, ref, who.is === 'known' ? who.identity.id : null, now).catch(() => undefined);
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
    if ((await isQuiet(settings, site)) || (await neverEntries(place)).length > 0) return {};
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
};
