// When a backup is due: everything lives on this machine alone, so a copy elsewhere is the only protection against its loss.
import { z } from 'zod';

const DAY_MS = 86_400_000;

/** How often the rep wants to be reminded, in days; 0 is never. */
export const backupEverySchema = z.union([z.literal(0), z.literal(7), z.literal(30)]);
export type BackupEvery = z.infer<typeof backupEverySchema>;

/** `last`: when the last one was saved. `auto`: one is made every day while a page of Rapport is open. */
export const backupChoicesSchema = z.object({
  every: backupEverySchema,
  last: z.number().int().min(0).nullable(),
  auto: z.boolean().default(false),
});
export type BackupChoices = z.infer<typeof backupChoicesSchema>;
export const defaultBackupChoices: BackupChoices = { every: 7, last: null, auto: false };

/** Automatic backups that fail for so many days are told of, however seldom the rep wants to be reminded. */
const AUTO_LATE_DAYS = 2;

/**
 * Whether it is time to remind the rep. Instants in ms; `last` null: no backup was ever saved; `first` null: there is nobody to
 * lose yet. Days begin with the last backup, or with the first contact.
 */
export function isBackupDue(given: BackupChoices & { first: number | null; now: number }): boolean {
  const { last, auto, first, now } = given;
  const every = auto ? AUTO_LATE_DAYS : given.every;
  if (every === 0 || first === null) return false;
  return now - (last ?? first) >= every * DAY_MS;
}
