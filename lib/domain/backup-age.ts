// When a backup is due: everything lives on this machine alone, so a copy elsewhere is the only protection against its loss.
import { z } from 'zod';

const DAY_MS = 86_400_000;

/** How often the rep wants to be reminded, in days; 0 is never. */
export const backupEverySchema = z.union([z.literal(0), z.literal(7), z.literal(30)]);
export type BackupEvery = z.infer<typeof backupEverySchema>;

/**
 * Whether it is time to remind the rep. Instants in ms; `last` null: no backup was ever saved; `first` null: there is nobody to
 * lose yet. Days begin with the last backup, or with the first contact.
 */
export function isBackupDue(given: { every: BackupEvery; last: number | null; first: number | null; now: number }): boolean {
  const { every, last, first, now } = given;
  if (every === 0 || first === null) return false;
  return now - (last ?? first) >= every * DAY_MS;
}
