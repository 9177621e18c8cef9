// Whether there is room for what is kept. It lives in storage.session, which needs no disk: a worker that starts on a full one knows.
import browser from 'webextension-polyfill';
import { mendLog, rememberNearlyFull, wasNearlyFull } from '@/lib/db/mend-log';
import { shutWrites, waitBeforeWriting, whenCutOff, whenRefused } from '@/lib/db/space';
import { spaceOf, writable, type Refusal, type Space } from '@/lib/domain/space';
import type { Answer, MessageName, Outcome } from '@/lib/messages/protocol';
import { allTabs } from './tabs';
import { tellChanged, tellPage } from './tell';

const KEY = 'space';
/** While there is none we look again so often (minutes). */
const EVERY = 1;
/** Between two looks while messages are counted, in ms. */
const SELDOM = 30_000;

interface Seen {
  space: Space;
  free: number | null;
  refused: Refusal | null;
  /** A write was cut off, and nothing was done about it yet: see mend-log.ts. */
  torn: boolean;
}

/** What the last look of this session saw; undefined before the first one. */
const seenInSession = async (): Promise<Seen | undefined> => (await browser.storage.session.get(KEY))[KEY] as Seen | undefined;

/** How it stood at the last look. Before the first one of a session, an earlier one may have ended with a torn log. */
const seenLast = async (): Promise<Seen> =>
  (await seenInSession()) ?? { space: 'enough', free: null, refused: null, torn: await wasNearlyFull().catch(() => true) };

/** Noticed since the last look. */
let isCutOff = false;

/** How much room there is, as screens show it: what the last look saw. */
export async function spaceView(): Promise<Answer<'space.state'>> {
  glanceAtSpace();
  const { space, free } = await seenLast();
  return { space, free };
}

/** Nothing may be counted for want of room. */
export const isFull = async (): Promise<boolean> => (await seenLast()).space === 'full';

/** Bytes that the browser would still take; null when it does not say. */
async function freeBytes(): Promise<number | null> {
  const storage = (globalThis.navigator as Navigator | undefined)?.storage;
  const { quota, usage } = (await storage?.estimate?.().catch(() => undefined)) ?? {};
  return quota === undefined || usage === undefined ? null : Math.max(0, quota - usage);
}

let lastLook = 0;
// One look after the other: the later one must not be overwritten by what an earlier one saw.
let looking: Promise<void> = Promise.resolve();

/** Looks how much room there is, and tells everybody who has to know when that has changed. Safe to call at any time. */
export function lookAtSpace(isRefused = false): Promise<void> {
  looking = looking.then(() => look(isRefused)).catch(() => undefined);
  return looking;
}

async function look(isRefused: boolean): Promise<void> {
  const now = (lastLook = Date.now());
  const isFirst = (await seenInSession()) === undefined;
  const before = await seenLast();
  const free = await freeBytes();
  const refused = isRefused ? { at: now, free } : before.refused;
  // A disk that filled up at once left no room to write down that it did: a session that begins with little is taken for the one after that,
  // if it can be mended. What the rep writes is not refused for a mere suspicion.
  const mayBeTorn =
    isFirst && spaceOf({ before: 'enough', free, refused: null, now }) !== 'enough' && writable({ free, torn: true }) === 'mend';
  const torn = await keepWhole(free, before.torn || isCutOff || mayBeTorn);
  const space = torn || writable({ free, torn }) === 'nothing' ? 'full' : spaceOf({ before: before.space, free, refused, now });
  await browser.storage.session.set({ [KEY]: { space, free, refused, torn } satisfies Seen });
  latest = space;
  if (space !== 'full' && (space !== before.space || before.torn)) await rememberNearlyFull(space === 'low').catch(() => undefined);
  // The alarm only wakes us: a starting worker looks.
  if (space === 'full') void browser.alarms.create(KEY, { delayInMinutes: EVERY });
  if (space === before.space) return;
  tellChanged('space', 'tabs');
  // Pages tell once more what is on their screens: what was not counted meanwhile is counted now.
  if (before.space === 'full') for (const [tab] of await allTabs()) void tellPage(tab, { order: 'again' });
}

/** Lets nothing be written where it could cost everything, and mends the log first. Gives whether the log is still torn. */
async function keepWhole(free: number | null, torn: boolean): Promise<boolean> {
  shutWrites(writable({ free, torn }) !== 'all');
  if (writable({ free, torn }) !== 'mend') return torn;
  isCutOff = false;
  const isMended = await mendLog().then(
    () => !isCutOff,
    () => false,
  );
  isCutOff = false;
  shutWrites(writable({ free, torn: !isMended }) !== 'all');
  return !isMended;
}

let known: Promise<void> | null = null;
/** At this worker's last look. */
let latest: Space = 'enough';
/**
 * What screens ask when they are opened. They change nothing, so that nobody who wakes the worker waits for a look at the disk first; what they
 * have worked out anew on the way waits for it by itself, see `beforeWriting`.
 */
export const READING: ReadonlySet<unknown> = new Set<MessageName>([
  'settings.get',
  'popup.first',
  'today.list',
  'tab.state',
  'backup.state',
  'panel.view',
  'contact.get',
  'contact.list',
  'book.rows',
  'care.get',
  'table.get',
  'numbers.get',
  'numbers.flow',
]);

/** Before a message is answered: it is known whether anything may be written. With little room that is looked up each time. */
export async function whenSpaceKnown(name?: unknown): Promise<void> {
  if (READING.has(name)) return;
  known ??= lookAtSpace();
  await known;
  if (latest !== 'enough') await lookAtSpace();
}

/** After something was counted: from time to time, how much room is left. */
export function glanceAtSpace(): void {
  if (Math.abs(Date.now() - lastLook) > SELDOM) void lookAtSpace();
}

/**
 * A database on a disk without any room fails in ways that do not say so: the browser cannot even open it. What failed for no known reason
 * while there is no room failed for that.
 */
export async function sayFull<O extends Outcome<unknown> | undefined>(outcome: O): Promise<O | Outcome<never>> {
  if (!outcome || outcome.ok || outcome.code !== 'failed') return outcome;
  await lookAtSpace();
  return (await isFull()) ? { ok: false, code: 'full' } : outcome;
}

/** A write that was refused is news. */
export function followSpace(): void {
  waitBeforeWriting(whenSpaceKnown);
  whenRefused(() => void lookAtSpace(true));
  whenCutOff(() => {
    isCutOff = true;
    shutWrites(true);
    void lookAtSpace(true);
  });
}
