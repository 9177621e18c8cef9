// Keeping Today reckoned: a few steps at a time, whenever something changed, the day began, or somebody asks.
import { askedLines, reckonOn, type Reckoning } from '@/lib/db/agenda';
import { readSettings } from '@/lib/db/settings';

async function reckoningNow(): Promise<Reckoning> {
  const { care } = await readSettings();
  return { today: Temporal.Now.plainDateISO().toString(), zone: Temporal.Now.timeZoneId(), care };
}

/** Reckons for at most `patience` ms and gives by what. What is left over goes on by itself. */
export async function reckonFor(patience: number): Promise<Reckoning> {
  const reckoning = await reckoningNow();
  const end = Date.now() + patience;
  while (await reckonOn(reckoning)) {
    if (Date.now() < end) continue;
    reckonSoon();
    break;
  }
  return reckoning;
}

let onReckoned: (asked: number) => void = () => undefined;
/** Sets what is to happen whenever a reckoning that nobody waited for is done; it gets the number of lines the rep asked for. */
export function whenReckoned(listener: (asked: number) => void): void {
  onReckoned = listener;
}

/** Changes come in bursts; so long (ms) we wait for the burst to end. */
const PAUSE = 300;
let waiting: ReturnType<typeof setTimeout> | undefined;
let isRunning = false;

/** Sees to it that everything is reckoned before long. Should the worker die first, the next one reckons when it starts. */
export function reckonSoon(): void {
  clearTimeout(waiting);
  waiting = setTimeout(() => void (isRunning ? reckonSoon() : reckonAll()), PAUSE);
}

async function reckonAll(): Promise<void> {
  isRunning = true;
  try {
    const reckoning = await reckoningNow();
    while (await reckonOn(reckoning));
    onReckoned(await askedLines());
  } catch {
    // A full disk, or a database that is being closed: every step stands by itself, and the next reckoning goes on from here.
  } finally {
    isRunning = false;
  }
}
