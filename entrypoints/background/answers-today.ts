// Answers about Today: whom it is for, what the rep does with a line, and by which rules.
import { readAgenda } from '@/lib/db/agenda';
import { changeCare, countStages, leftInStages } from '@/lib/db/care';
import { countContacts } from '@/lib/db/contacts';
import { db } from '@/lib/db/database';
import { dueAfter } from '@/lib/db/follow-ups';
import { readSettings } from '@/lib/db/settings';
import { actOnLine, settledOn } from '@/lib/db/today';
import { BANDS, type Line } from '@/lib/domain/agenda/line';
import type { TodayLineView } from '@/lib/messages/protocol';
import type { Answers } from '@/lib/messages/serve';
import { armMidnight } from './badge';
import { siteNames } from './known-sites';
import { reckonFor } from './reckon';
import { tellChanged } from './tell';

/** The popup waits no longer than this (ms) for the reckoning; what is not there by then comes with the next "changed". */
const PATIENCE = 120;

/** Lines in the form that screens show; contacts that went in the meantime are left out. */
async function viewsOf(lines: readonly Line[]): Promise<TodayLineView[]> {
  const ids = lines.map(({ contactId }) => contactId);
  const [contacts, identities] = await Promise.all([db.contacts.bulkGet(ids), db.identities.where('contactId').anyOf(ids).toArray()]);
  const views = lines.map(async ({ contactId, key, kind, ref, why, act, band, also }, i) => {
    const contact = contacts[i];
    if (!contact || contact.deletedAt !== null) return [];
    const sites = await siteNames(identities.filter((identity) => identity.contactId === contactId).map(({ site }) => site));
    const more = also.map((reason) => ({ key: reason.key, kind: reason.kind, ref: reason.ref, why: reason.why }));
    const { name } = contact;
    return [
      {
        contact: contactId,
        name,
        sites,
        key,
        kind,
        ref,
        why,
        act,
        pinned: band === BANDS.pinned,
        asked: band !== BANDS.suggested,
        also: more,
      },
    ];
  });
  return (await Promise.all(views)).flat();
}

export const todayAnswers: Pick<Answers, `today.${'list' | 'act'}` | `care.${'get' | 'set'}`> = {
  'today.list': async ({ all }) => {
    const { today, zone, care } = await reckonFor(PATIENCE);
    const { lines, waiting, complete } = await readAgenda(care.budget, await settledOn(today, zone), all);
    return { today, lines: await viewsOf(lines), waiting, complete, later: await dueAfter(today), contacts: await countContacts() };
  },

  'today.act': async ({ line: { contact, ...line }, act }) => {
    const undo = await actOnLine({ ...line, contactId: contact }, act, Temporal.Now.plainDateISO().toString(), Date.now());
    tellChanged('handled', 'followUps');
    return { undo };
  },

  'care.get': async () => {
    const { care } = await readSettings();
    return { care, inStage: await countStages(care), left: await leftInStages(care) };
  },

  'care.set': async ({ care }) => {
    const undo = await changeCare(care, Date.now());
    await armMidnight();
    tellChanged('settings', 'agenda');
    return { undo };
  },
};
