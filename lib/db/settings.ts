// What the user chose.
import { defaultTableChoices } from '../domain/book/choices';
import { defaultBackupChoices } from '../domain/backup-age';
import { defaultCare } from '../domain/care';
import { defaultNumbersChoices } from '../domain/numbers/choices';
import { defaultReplyChoices } from '../domain/reply-records';
import type { Settings } from '../domain/records';
import { db } from './database';

const defaults: Settings = {
  id: 'settings',
  language: 'auto',
  theme: 'auto',
  paused: false,
  blurred: false,
  panel: { open: true, width: 340, tab: null },
  sites: {},
  origins: {},
  backup: defaultBackupChoices,
  care: defaultCare,
  replies: defaultReplyChoices,
  table: defaultTableChoices,
  numbers: defaultNumbersChoices,
  updatedAt: 0,
};

/** The settings, with defaults where nothing was chosen yet. */
export async function readSettings(): Promise<Settings> {
  const chosen = await db.settings.get('settings');
  return { ...defaults, ...chosen, backup: { ...defaults.backup, ...chosen?.backup } };
}

/** Changes settings; `change` gets the present ones and gives the fields to replace. */
export async function changeSettings(now: number, change: (settings: Settings) => Partial<Omit<Settings, 'id'>>): Promise<void> {
  await db.transaction('rw', db.settings, async () => {
    const settings = await readSettings();
    await db.settings.put({ ...settings, ...change(settings), updatedAt: now });
  });
}
