// Every backup that was ever made stays importable. The files in backups/ were made by Rapport itself with invented people, one for each
// schema, and are never made anew: a change that cannot read one of them loses somebody's book.
import 'fake-indexeddb/auto';
import { readdirSync, readFileSync } from 'node:fs';
import { beforeEach, describe, expect, test } from 'vitest';
import { wipe } from './support/people';
import { isKeyOf, opening, sealedHead } from '@/lib/formats/sealed-file';
import { makeKey } from '@/lib/formats/sealed-key';
import { backupReader } from '@/lib/formats/backup-reader';
import { backupPart } from '@/lib/db/backup';
import { db, SCHEMA } from '@/lib/db/database';
import { beginRestore, commitRestore, stageRows } from '@/lib/db/restore';
import { DATA_TABLES } from '@/lib/domain/tables';

const folder = new URL('./backups/', import.meta.url);
const files = readdirSync(folder);
const NOW = Date.UTC(2026, 2, 5);

beforeEach(wipe);

/** Takes the text of a backup over as the workspace does, and gives how many rows came of each table. */
async function takeOver(text: string, mode: 'merge' | 'replace'): Promise<Record<string, number>> {
  const reader = backupReader({ schema: SCHEMA });
  const parts = [...reader.push(text), ...reader.end()];
  expect(reader.problem).toBe(null);
  const job = await beginRestore(NOW);
  for (const [n, { table, rows }] of parts.entries()) expect(await stageRows(job, n, table, rows, NOW), table).toEqual([]);
  await commitRestore(job, mode, NOW);
  return (JSON.parse(text) as { counts: Record<string, number> }).counts;
}

describe.each(files.filter((name) => name.endsWith('.json')))('%s', (name) => {
  const text = readFileSync(new URL(name, folder), 'utf8');

  test.each(['replace', 'merge'] as const)('is taken over whole: %s', async (mode) => {
    const counts = await takeOver(text, mode);
    expect(Object.values(counts).filter((rows) => rows > 0).length).toBeGreaterThan(10);
    for (const table of DATA_TABLES) expect(await db.table(table).count(), table).toBe(counts[table] ?? 0);
    const anna = (await db.contacts.where('called').equals('anna weber').first())!;
    expect(anna.tags).toEqual(['lead', '老客户']);
    expect((await db.notes.toArray())[0]!.text).toBe('Likes hiking, 女儿三岁\nsecond line');
    expect(await db.deals.toArray()).toMatchObject([{ amount: '1200.50', currency: 'EUR' }]);
    expect((await db.settings.get('settings'))!.theme).toBe('dark');
  });

  test('is whole again when it is saved now', async () => {
    await takeOver(text, 'replace');
    for (let part = await backupPart(null); part.next; part = await backupPart(part.next)) {
      const job = await beginRestore(NOW);
      expect(await stageRows(job, 0, part.table, JSON.parse(JSON.stringify(part.rows)) as unknown[], NOW)).toEqual([]);
    }
  });
});

test.each(files.filter((name) => name.endsWith('.rapport')))('%s opens with its passphrase', async (name) => {
  const bytes = new Blob([readFileSync(new URL(name, folder))]);
  const head = (await sealedHead(bytes))!;
  const key = await makeKey('correct horse battery staple', head.making);
  expect(await isKeyOf(head, key)).toBe(true);
  const plain = bytes.slice(head.length).stream().pipeThrough(opening(head, key)).pipeThrough(new DecompressionStream('gzip'));
  const counts = await takeOver(await new Response(plain).text(), 'replace');
  expect(await db.contacts.count()).toBe(counts['contacts']);
});

test('there is a file of each schema, plain and sealed', () => {
  for (let schema = 1; schema <= SCHEMA; schema += 1)
    expect(
      files
        .filter((name) => name.includes(`schema-${schema}.`))
        .map((name) => name.split('.').at(-1))
        .sort(),
    ).toEqual(['json', 'rapport']);
});
