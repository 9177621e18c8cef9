// The rules that find days in text (lib/domain/capture), made loadable by plain Node.
import { build } from 'esbuild';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from './run.mjs';

/** @returns {Promise<typeof import('../lib/domain/capture/report.ts')>} */
export async function loadCapture() {
  const outfile = join(ROOT, '.output', 'capture', 'report.mjs');
  await build({
    entryPoints: [join(ROOT, 'lib', 'domain', 'capture', 'report.ts')],
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    outfile,
    logLevel: 'silent',
  });
  return import(pathToFileURL(outfile).href);
}
