// Rolling up old messages, once a day, in short steps beside whatever is asked.
import { rollUpStep } from '@/lib/db/roll-up';
import { readSettings } from '@/lib/db/settings';
import { startOfDay } from '@/lib/domain/day';

let running: Promise<void> | null = null;

/** Goes on with today's pass until it is done. Whoever comes meanwhile waits for the same. A full disk ends it for today's worker. */
export function rollUpOld(): Promise<void> {
  running ??= untilDone().finally(() => (running = null));
  return running;
}

async function untilDone(): Promise<void> {
  const { rollUp } = (await readSettings()).care;
  if (rollUp === null) return;
  const today = Temporal.Now.plainDateISO();
  const day = today.subtract({ months: rollUp }).toString();
  const by = { today: today.toString(), now: Date.now(), before: { day, ms: startOfDay(day, Temporal.Now.timeZoneId()) } };
  while (await rollUpStep(by));
}
