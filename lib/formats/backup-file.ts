// The backup file: one JSON object whose head comes first and whose counts come last, so that a cut-off file is noticed. Read by
// backup-reader.ts.
//   {"format":"rapport-backup","version":1,"schema":N,"exportedAt":"ISO","tables":{"contacts":[…],…},"counts":{…}}

export const FORMAT = 'rapport-backup';

/** The layout of the file itself; `schema` beside it is the layout of the rows. */
export const BACKUP_VERSION = 1;

export type Row = Record<string, unknown>;

/** The first characters of a backup, up to where the tables begin. */
export function backupHead(schema: number, exportedAt: string): string {
  const head = JSON.stringify({ format: FORMAT, version: BACKUP_VERSION, schema, exportedAt });
  return `${head.slice(0, -1)},"tables":{`;
}

/** Writes a backup piece by piece, so that it never has to stand in memory as one string. */
export function backupWriter(schema: number, exportedAt: string) {
  const counts = new Map<string, number>();
  let current: string | null = null;
  return {
    /** The text of these rows. Rows of one table have to come one after another. */
    rows(table: string, rows: readonly Row[]): string {
      let text = counts.size === 0 ? backupHead(schema, exportedAt) : '';
      if (table !== current) {
        // A name written twice would hide the rows of the first one from every JSON reader.
        if (counts.has(table)) throw new Error('A table of the backup came in two pieces.');
        if (current !== null) text += '],';
        text += `\n${JSON.stringify(table)}:[`;
        counts.set(table, 0);
        current = table;
      }
      let separator = counts.get(table) === 0 ? '\n' : ',\n';
      for (const row of rows) {
        text += separator + JSON.stringify(row);
        separator = ',\n';
      }
      counts.set(table, (counts.get(table) ?? 0) + rows.length);
      return text;
    },
    /** The end of the file: how many rows each table holds. */
    end(): string {
      const open = counts.size === 0 ? backupHead(schema, exportedAt) : ']';
      return `${open}},\n"counts":${JSON.stringify(Object.fromEntries(counts))}}\n`;
    },
  };
}
