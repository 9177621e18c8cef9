// How the book of contacts is cared for: read with who is in which stage, and changed.
import { changedCare, type CareChange } from '../domain/care-change';
import type { Care } from '../domain/care';
import { db } from './database';
import { changeSettings, readSettings } from './settings';
import { markEverybodyStale } from './standings';
import { undoable } from './undo';

/** Of those left in a removed stage, so many are named. */
const NAMED = 12;

const inStage = (id: string) => db.contacts.where({ stage: id }).filter(({ deletedAt }) => deletedAt === null);

/** How many contacts are in each stage of the settings; deleted ones left out. */
export async function countStages({ stages }: Care): Promise<Record<string, number>> {
  const counts = await Promise.all(stages.map(({ id }) => inStage(id).count()));
  return Object.fromEntries(stages.map(({ id }, i) => [id, counts[i]!]));
}

/** The first of those who are still in a stage that was removed, by stage. */
export async function leftInStages({ stages }: Care): Promise<Record<string, { id: string; name: string }[]>> {
  const removed = stages.filter((stage) => stage.removed);
  const found = await Promise.all(removed.map(({ id }) => inStage(id).limit(NAMED).toArray()));
  return Object.fromEntries(removed.map(({ id }, i) => [id, found[i]!.map((contact) => ({ id: contact.id, name: contact.name }))]));
}

/** The stages that somebody is in, somebody deleted too, who may come back. */
async function stagesInUse(care: Care): Promise<Set<string>> {
  const found = await Promise.all(care.stages.map(({ id }) => db.contacts.where({ stage: id }).count()));
  return new Set(care.stages.flatMap(({ id }, i) => (found[i]! > 0 ? [id] : [])));
}

/** Changes what the change names and nothing else. Undoable. Fails with `invalid`. */
export async function changeCare(change: CareChange, now: number): Promise<string | null> {
  // Taking the first choice of all back must not take the settings away.
  if (!(await db.settings.get('settings'))) await changeSettings(now, () => ({}));
  return undoable([['settings', 'settings']], now, async () => {
    const { care } = await readSettings();
    const fresh = changedCare(care, change, await stagesInUse(care));
    if (JSON.stringify(fresh) !== JSON.stringify(care)) await changeSettings(now, () => ({ care: fresh }));
    // In one stroke: standings by another half-life than the chosen one would stay unnoticed.
    if (fresh.halfLife !== care.halfLife) await markEverybodyStale();
  });
}
