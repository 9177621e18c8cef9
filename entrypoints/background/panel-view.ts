// What the panel shows for a tab.
import { db } from '@/lib/db/database';
import { readDraft } from '@/lib/db/drafts';
import { readSettings } from '@/lib/db/settings';
import { whoIs } from '@/lib/db/who';
import { tierOf } from '@/lib/domain/tie/tier';
import type { PanelView } from '@/lib/messages/protocol';
import { siteName } from './known-sites';
import { personView } from './person-view';
import { siteRows } from './site-scripts';
import { isFull } from './space';
import { placeOf } from './subject';
import { silentSite } from './tab-reading';
import { readTab } from './tabs';

const today = (): string => Temporal.Now.plainDateISO().toString();

const nobody = {
  which: null,
  person: null,
  draft: '',
  due: false,
  knots: 0,
  never: false,
  settling: false,
  ref: null,
  conversation: null,
  again: false,
} satisfies Partial<PanelView>;

/** The tiers a person has reached, by the standing as it was last worked out; one for somebody whose standing is not there yet. */
async function knotsOf(contactId: string): Promise<number> {
  const [standing, { care }] = await Promise.all([db.standings.get(contactId), readSettings()]);
  return standing ? tierOf(standing, today(), care).step : 1;
}

/** Everything about the conversation that is open in a tab, as far as the panel shows it. */
export async function panelView(tab: number): Promise<PanelView> {
  const state = await readTab(tab);
  const [{ paused }, full] = await Promise.all([readSettings(), isFull()]);
  const room = full ? { full } : {};
  if (!state) {
    const silent = await silentSite(tab, await siteRows());
    // Nothing is known of a page that is still loading.
    const site = silent?.reading ? { id: silent.site.id, name: silent.site.name } : null;
    return { ...nobody, site, reading: silent?.reading ?? null, paused, ...room, open: true };
  }
  const common = {
    site: { id: state.site, name: await siteName(state.site) },
    reading: state.reading,
    paused,
    ...room,
    open: state.open,
    settling: state.settling,
  };
  const seen = state.ref === null ? undefined : state.seen[state.ref];
  if (!seen || state.ref === null) return { ...nobody, ...common };
  if (seen.never) return { ...nobody, ...common, ref: state.ref, never: true };
  const place = await placeOf(state.site, seen);
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
  const known = who.is === 'known' ? await personView(who.identity.contactId, today()) : null;
  const person = known?.person ?? null;
  const draft = known?.draft || (await readDraft({ contactId: null, place, ref: state.ref }));
  const knots = person ? await knotsOf(person.id) : 0;
  return {
    ...view,
    person,
    again: state.again === state.ref,
    knots,
    draft,
    due: person?.followUp !== null && person !== null && person.followUp.due <= today(),
  };
}
