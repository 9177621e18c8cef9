// Whether it is time for a backup.
import { firstContactAt } from '@/lib/db/contacts';
import { readSettings } from '@/lib/db/settings';
import { isBackupDue } from '@/lib/domain/backup-age';
import type { Answer } from '@/lib/messages/protocol';

export async function backupState(): Promise<Answer<'backup.state'>> {
  const [{ backup }, first] = await Promise.all([readSettings(), firstContactAt()]);
  return { ...backup, due: isBackupDue({ ...backup, first, now: Date.now() }) };
}
