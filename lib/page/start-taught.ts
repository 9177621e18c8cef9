// The page script of all taught sites: it asks how the site of its origin is read, and starts.
import { makeTaught } from '../sites/taught';
import { isCurrent, report } from './report';
import { start } from './start';

/** Shared by all runs of this script in this page: how the site was read last. */
const world = globalThis as { taught?: { spec: string; ending: AbortController | null } };

/** Starts what the user taught on this origin, if anything. Taught anew, it takes the place of what runs already. */
export async function startTaught(): Promise<void> {
  let outcome = await report('page.taught', {});
  for (let tries = 0; !outcome.ok && outcome.code === 'failed' && tries < 5 && isCurrent(); tries++) {
    await new Promise((later) => setTimeout(later, 400));
    outcome = await report('page.taught', {});
  }
  if (!outcome.ok || !outcome.value.spec) return;
  const spec = JSON.stringify(outcome.value.spec);
  if (world.taught && world.taught.spec !== spec) world.taught.ending?.abort();
  world.taught = { spec, ending: start(makeTaught(outcome.value.spec)) ?? world.taught?.ending ?? null };
}
