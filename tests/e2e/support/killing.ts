// The worker dies at moments that nobody chose, as browsers let it.
import type { BrowserContext } from '@playwright/test';
import { setTimeout as wait } from 'node:timers/promises';
import { killWorker, worker } from './rapport';
import type { Chance } from './seeded';

/** Runs something while the worker is killed at random moments in it. Gives how many workers lived in that time, by the moment each began. */
export async function whileKilling(
  context: BrowserContext,
  chance: Chance,
  times: number,
  run: () => Promise<unknown>,
): Promise<Set<number>> {
  const lives = new Set<number>();
  const killing = (async () => {
    for (let kill = 0; kill < times; kill += 1) {
      await wait(150 + chance.next() * 900);
      // A worker that is just being started does not answer in time: its life is not counted, but it dies as well.
      const born = await Promise.race([(await worker(context)).evaluate(() => performance.timeOrigin).catch(() => null), wait(1_000)]);
      if (typeof born === 'number') lives.add(born);
      await killWorker(context);
    }
  })();
  await Promise.all([run(), killing]);
  return lives;
}
