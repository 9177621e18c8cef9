// What keeps the database whole where the disk is full. Chromium's database is a LevelDB, which writes each transaction to the end of a log. A
// write that finds no room leaves half a record there; LevelDB goes on behind it, also after a new start (`reuse_logs`), finds the half record
// at the start after that, takes the log for damaged, and Chromium then begins with an empty database: seen in Chromium 156 on a full disk with
// some kilobytes that came and went (tests/e2e/quota.spec.ts). So nothing is written where there is too little room, and after a write was cut
// off, so much is written before anything else that LevelDB puts it all into its tables and begins a new log (it does so after 4 MB).
import { db } from './database';
import { letOneWrite } from './space';

/** Together clearly more than LevelDB keeps in one log. A row stays below 64 KB: larger ones are kept in files of their own. */
const ROWS = 120;
const ROW_BYTES = 48 * 1024;
const AT_ONCE = 10;
/** The row that says: the disk was nearly full in this or an earlier session. */
const WATCHED = 0;

/** Makes the database begin a new log. Fails when there is no room for it. */
export async function mendLog(): Promise<void> {
  await letOneWrite(async () => {
    for (let from = 1; from <= ROWS; from += AT_ONCE)
      await db.padding.bulkPut(
        Array.from({ length: AT_ONCE }, (_, i) => ({ id: from + i, bytes: crypto.getRandomValues(new Uint8Array(ROW_BYTES)) })),
      );
    await db.padding.where('id').above(WATCHED).delete();
  });
}

/** Whether the disk was nearly full before this session: its log may have been torn. */
export const wasNearlyFull = async (): Promise<boolean> => (await db.padding.get(WATCHED)) !== undefined;

/** Remembers, as long as there is room to, whether the disk is nearly full. */
export async function rememberNearlyFull(isSo: boolean): Promise<void> {
  if (isSo) await db.padding.put({ id: WATCHED, bytes: new Uint8Array() });
  else await db.padding.delete(WATCHED);
}
