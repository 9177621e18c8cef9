// Builds the extension when a source is newer than the last build.
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, run, runPackage } from './run.mjs';

/** The build that is released, and the one with the hosts granted that nobody can click on here. */
export const RELEASE = join(ROOT, '.output', 'chrome-mv3');
export const GRANTED = `${RELEASE}-e2e`;

const SOURCES = [
  'components',
  'entrypoints',
  'lib',
  'public',
  'package-lock.json',
  'package.json',
  'wxt.config.ts',
  'scripts/build-e2e.mjs',
];

/** When the newest file under `path` was changed, in milliseconds; 0 when there is none. */
function newest(path) {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) return 0;
  if (!stats.isDirectory()) return stats.mtimeMs;
  return Math.max(stats.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

/** Makes both builds unless they are newer than every source. Throws with the output of a build that failed. */
export async function ensureBuild() {
  const built = statSync(join(GRANTED, 'manifest.json'), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (built > Math.max(...SOURCES.map((source) => newest(join(ROOT, source))))) return;
  console.log('Building the extension …');
  for (const step of [() => runPackage('wxt', ['build']), () => run(process.execPath, ['scripts/build-e2e.mjs'])]) {
    const { code, output } = await step();
    if (code !== 0) throw new Error(`The build failed.\n${output}`);
  }
}
