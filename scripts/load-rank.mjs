// The rules that choose replies (lib/domain/rank), made loadable by plain Node.
import { build } from 'esbuild';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from './run.mjs';

/** @returns {Promise<typeof import('../lib/domain/rank/index.ts')>} */
export async function loadRank() {
  const outfile = join(ROOT, '.output', 'rank', 'index.mjs');
  await build({
    entryPoints: [join(ROOT, 'lib', 'domain', 'rank', 'index.ts')],
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    outfile,
    logLevel: 'silent',
  });
  return import(pathToFileURL(outfile).href);
}

/** The table of English words that the extension carries. */
export function loadMeanings({ readMeanings }) {
  const bytes = readFileSync(join(ROOT, 'public', 'meanings-en.bin'));
  const meanings = readMeanings(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
  if (meanings === null) throw new Error('public/meanings-en.bin is no table of meanings. Make it anew: node scripts/meanings.mjs');
  return meanings;
}
