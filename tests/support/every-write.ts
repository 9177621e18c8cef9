// Every message that changes a record of the user's: its writes, by what each does.
import { backupWrites } from './backup-writes';
import { bookWrites } from './book-writes';
import { importWrites } from './import-writes';
import { lifeWrites } from './life-writes';
import { personWrites } from './person-writes';
import { replyWrites } from './reply-writes';
import { siteWrites } from './site-writes';
import type { Writes } from './write-stage';

export const writes: Writes = {
  ...personWrites,
  ...lifeWrites,
  ...replyWrites,
  ...siteWrites,
  ...bookWrites,
  ...backupWrites,
  ...importWrites,
};
