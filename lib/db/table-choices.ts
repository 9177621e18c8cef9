// Columns and views of the table of contacts, kept with the settings.
import { changedChoices, type TableChange, type TableChoices } from '../domain/book/choices';
import { db } from './database';
import { changeSettings, readSettings } from './settings';
import { undoable } from './undo';

export const readTableChoices = async (): Promise<TableChoices> => (await readSettings()).table;

/** Undoable. */
export async function changeTable(change: TableChange, now: number): Promise<string | null> {
  // Taking the first choice of all back must not take the settings away.
  if (!(await db.settings.get('settings'))) await changeSettings(now, () => ({}));
  return undoable([['settings', 'settings']], now, () => changeSettings(now, ({ table }) => ({ table: changedChoices(table, change) })));
}
