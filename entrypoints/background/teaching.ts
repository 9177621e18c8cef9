// A page that the user is teaching: asked for in the popup, begun when the browser's question is answered, ended by the frame in
// the page. What is under way lies in storage.session: the popup may be gone by then, and the worker, too.
import browser from 'webextension-polyfill';
import { deletedBefore, deleteTaught, saveTaught, taughtSite } from '@/lib/db/taught';
import { Failure } from '@/lib/domain/failure';
import { specOf, TAUGHT_VERSION, taughtId } from '@/lib/domain/taught-site';
import type { Answers } from '@/lib/messages/serve';
import { patternOf } from '@/lib/sites/origins';
import { giveBack, isEnabled, syncScripts } from './site-scripts';
import { changeTab, randomName } from './tabs';
import { tellChanged, tellPage } from './tell';

/** What the user asked for in a tab. */
export interface Teaching {
  origin: string;
  token: string;
  /** The frame that showed the token first; no other may. */
  documentId: string | null;
  isBegun: boolean;
  /** The page let no frame in. */
  isRefused: boolean;
  at: number;
}

/** An answer that comes later than this to the browser's question is about something else. */
const ASKED_MS = 10 * 60_000;
const keyOf = (tab: number): string => `teach:${tab}`;

/** What is being taught in a tab, or null. */
export async function readTeaching(tab: number): Promise<Teaching | null> {
  const key = keyOf(tab);
  return ((await browser.storage.session.get(key))[key] as Teaching | undefined) ?? null;
}

export async function keepTeaching(tab: number, teaching: Teaching): Promise<void> {
  await browser.storage.session.set({ [keyOf(tab)]: teaching });
}

export async function endTeaching(tab: number): Promise<void> {
  await browser.storage.session.remove(keyOf(tab));
}

/** Begins in every tab where it was asked for and is allowed by now. */
export async function beginAllowed(): Promise<void> {
  const stored = await browser.storage.session.get(null);
  for (const key of Object.keys(stored)) if (key.startsWith('teach:')) await begin(Number(key.slice(6)));
}

async function begin(tab: number): Promise<void> {
  const teaching = await readTeaching(tab);
  if (!teaching || teaching.isBegun || Date.now() - teaching.at > ASKED_MS) return;
  if (!(await browser.permissions.contains({ origins: [patternOf(teaching.origin)] }))) return;
  await keepTeaching(tab, { ...teaching, isBegun: true });
  // The panel of what was taught before would stand in the way.
  await tellPage(tab, { order: 'leave' });
  await changeTab(tab, () => null);
  await browser.scripting.executeScript({ target: { tabId: tab }, files: ['page-teach.js'] }).catch(() => endTeaching(tab));
  tellChanged('tabs');
}

/** Gives back the permissions of sites that were deleted a while ago: until then it could be undone. */
export async function giveBackDeleted(now: number): Promise<void> {
  for (const { origin } of await deletedBefore(now - 60_000)) await giveBack(origin);
}

/** Tells every page of an origin that it is read otherwise now, or no longer; the scripts that belong there start anew. */
async function readAnew(origin: string): Promise<void> {
  for (const { id, url } of await browser.tabs.query({ url: patternOf(origin) })) {
    if (id === undefined || !url?.startsWith(`${origin}/`)) continue;
    await tellPage(id, { order: 'leave' });
    await changeTab(id, () => null);
  }
  await syncScripts();
  tellChanged('taught', 'sites', 'tabs');
}

type TeachMessages = `page.${'taught' | 'teach'}` | `teach.${'begin' | 'drop' | 'save' | 'stop'}` | `taught.${'get' | 'save' | 'delete'}`;

export const teachAnswers: Pick<Answers, TeachMessages> = {
  'page.taught': async (_, from) => {
    const id = taughtId(from.origin);
    const site = (await isEnabled(id, from.origin)) ? await taughtSite(id) : null;
    return { spec: site && specOf(site) };
  },
  'page.teach': async ({ refused }, from) => {
    const teaching = await readTeaching(from.tab!);
    if (!teaching?.isBegun || teaching.origin !== from.origin) throw new Failure('refused');
    if (refused) {
      await keepTeaching(from.tab!, { ...teaching, isRefused: true });
      await giveBack(teaching.origin);
      await syncScripts();
      tellChanged('tabs');
    }
    const token = randomName();
    await keepTeaching(from.tab!, { ...teaching, token, documentId: null });
    return { token };
  },

  'teach.begin': async ({ tab, origin }) => {
    await keepTeaching(tab, { origin, token: randomName(), documentId: null, isBegun: false, isRefused: false, at: Date.now() });
    await begin(tab);
    return {};
  },
  'teach.drop': async ({ tab }) => {
    await endTeaching(tab);
    return {};
  },
  'teach.save': async ({ name, reading }, from) => {
    const teaching = await readTeaching(from.tab!);
    if (!teaching) throw new Failure('gone');
    const { origin } = teaching;
    const id = taughtId(origin);
    const surface = (await taughtSite(id))?.surface ?? 'overlay';
    await saveTaught({ ...reading, version: TAUGHT_VERSION, id, name, origin, surface }, Date.now());
    await endTeaching(from.tab!);
    await readAnew(origin);
    return {};
  },
  'teach.stop': async (_, from) => {
    const teaching = await readTeaching(from.tab!);
    await endTeaching(from.tab!);
    if (teaching) await giveBack(teaching.origin);
    // What was taught before is read again.
    await syncScripts();
    tellChanged('tabs');
    return {};
  },

  'taught.get': async ({ site }) => {
    const found = await taughtSite(site);
    return { site: found?.deletedAt === null ? specOf(found) : null };
  },
  'taught.save': async ({ site }) => {
    await saveTaught(site, Date.now());
    await readAnew(site.origin);
    return {};
  },
  'taught.delete': async ({ site }) => {
    const undo = await deleteTaught(site, Date.now());
    await syncScripts();
    tellChanged('taught', 'sites', 'tabs');
    return { undo };
  },
};
