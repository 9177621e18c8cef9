// Answers about Today: whom it is for, what the rep does with a line, and by which rules.
import { changeCare, countStages, leftInStages } from '@/lib/db/care';
import { readSettings } from '@/lib/db/settings';
import { actOnLine } from '@/lib/db/today';
import { readToday, type TodayList } from '@/lib/db/today-list';
import { BANDS } from '@/lib/domain/agenda/line';
import type { Answer, TodayLineView } from '@/lib/messages/protocol';
import type { Answers } from '@/lib/messages/serve';
import { backupState } from './backup-state';
import { armMidnight } from './badge';
import { siteNames } from './known-sites';
import { spaceView } from './space';
import { reckonFor, reckoningNow } from './reckon';
import { tellChanged } from './tell';

/** So long (ms) a screen waits for changes to be reckoned, and for the day to begin; what is not there by then comes with the next "changed". */
const PATIENCE = 120;
/** Where everybody has to be gone through it is not worth waiting: a small book is through by then. */
const SHORT_PATIENCE = 30;

/** Whom today is for, as screens show it. */
export async function todayView(all: boolean): Promise<Answer<'today.list'>> {
  let reckoning = await reckoningNow();
  let list = await readToday(reckoning, all);
  if (list.state !== 'done') {
    reckoning = await reckonFor(list.state === 'old' ? PATIENCE : SHORT_PATIENCE);
    list = await readToday(reckoning, all);
  }
  const { waiting, later, anybody, state } = list;
  return { today: reckoning.today, lines: await viewsOf(list), waiting, later, anybody, complete: state === 'done' };
}

/** Lines in the form that screens show; contacts that went in the meantime are left out. */
async function viewsOf({ lines, contacts, sites }: TodayList): Promise<TodayLineView[]> {
  const views = lines.map(async ({ contactId, key, kind, ref, why, act, band, also }, i) => {
    const name = contacts[i]?.name;
    if (name === undefined) return [];
    return [
      {
        contact: contactId,
        name,
        sites: await siteNames(sites[i]!),
        key,
        kind,
        ref,
        why,
        act,
        pinned: band === BANDS.pinned,
        asked: band !== BANDS.suggested,
        also: also.map((reason) => ({ key: reason.key, kind: reason.kind, ref: reason.ref, why: reason.why })),
      },
    ];
  });
  return (await Promise.all(views)).flat();
}

export const todayAnswers: Pick<Answers, 'popup.first' | `today.${'list' | 'act'}` | `care.${'get' | 'set'}`> = {
  'popup.first': async () => {
    const [settings, today, backup, space] = await Promise.all([readSettings(), todayView(false), backupState(), spaceView()]);
    return { settings, today, backup, space };
  },

  'today.list': ({ all }) => todayView(all),

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
