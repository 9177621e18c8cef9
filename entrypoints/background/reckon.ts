// Keeping Today reckoned: whenever something changed, the day began, or somebody asks. One loop at a time, in short steps.
import { askedLines, reckonOn, type Reckoning } from '@/lib/db/agenda';
import { readSettings } from '@/lib/db/settings';
import { isTurning } from '@/lib/db/undo';

/** The day, the zone and the settings by which Today is reckoned now. */
export async function reckoningNow(): Promise<Reckoning> {
  const { care } = await readSettings();
  return { now: Date.now(), today: Temporal.Now.plainDateISO().toString(), zone: Temporal.Now.timeZoneId(), care };
}

/**
 * Reckons, and waits for it for at most `patience` ms. What is left over goes on by itself. Gives by what was reckoned. Never fails: with a
 * full disk, or while the database is being closed, what was reckoned last is better than nothing, and every step stands by itself.
 */
export async function reckonFor(patience: number): Promise<Reckoning> {
  let isDone = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLong = new Promise<void>((resolve) => (timer = setTimeout(resolve, patience)));
  await Promise.race([
    reckonAll().then(
      () => (isDone = true),
      () => undefined,
    ),
    tooLong,
  ]);
  clearTimeout(timer);
  // Who went away with less has to hear of the rest.
  if (!isDone) isAwaited = true;
  return reckoningNow();
}

let onReckoned: (asked: number) => void = () => undefined;
/** Sets what is to happen whenever a reckoning that nobody waited for is done; it gets the number of lines the rep asked for. */
export function whenReckoned(listener: (asked: number) => void): void {
  onReckoned = listener;
}

/** Changes come in bursts; so long (ms) we wait for the burst to end. */
const PAUSE = 300;
let waiting: ReturnType<typeof setTimeout> | undefined;

/** Sees to it that everything is reckoned before long. Should the worker die first, the next one reckons when it starts. */
export function reckonSoon(): void {
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    isAwaited = true;
    // The next reckoning goes on from here.
    void reckonAll().catch(() => undefined);
  }, PAUSE);
}

/** While an import is taken back, this long (ms) between two steps: the next people to be reckoned may be gone by then. */
const MEANWHILE = 400;

let running: Promise<void> | null = null;
/** Somebody wants to hear when the running reckoning is done. */
let isAwaited = false;

/** Reckons until nothing is left; whoever comes meanwhile waits for the same. */
function reckonAll(): Promise<void> {
  running ??= untilDone().finally(() => (running = null));
  return running;
}

async function untilDone(): Promise<void> {
  // Asked anew before each step: the day may end meanwhile, and settings change.
  while (await reckonOn(await reckoningNow())) if (isTurning()) await new Promise((later) => setTimeout(later, MEANWHILE));
  if (!isAwaited) return;
  isAwaited = false;
  onReckoned(await askedLines());
}
