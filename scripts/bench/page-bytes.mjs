// What the script of one site weighs, packed as well as gzip can: what every site carries, the most that one adds to it, and the largest.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { RELEASE } from '../fresh-build.mjs';
import { ROOT, run } from '../run.mjs';

const CORE = join(ROOT, '.output', 'core', 'chrome-mv3');
const packed = (file) => gzipSync(readFileSync(file), { level: 9 }).length;
/** Whether the script follows acts on posts: that belongs to the core, of the sites that have posts. */
const hasActs = (name) => readFileSync(join(ROOT, '.wxt', 'pages', name.replace(/js$/, 'ts')), 'utf8').includes('followActs');

/** @returns {Promise<import('../bench.mjs').Row[]>} */
export async function measure() {
  const { code, output } = await run(process.execPath, ['scripts/build-core.mjs']);
  if (code !== 0) throw new Error(`The smallest page script could not be built.\n${output}`);
  const core = packed(join(CORE, 'page-none.js'));
  const acting = packed(join(CORE, 'page-none-acts.js'));
  const sizes = readdirSync(RELEASE)
    // These come into a page only when the user does what they are for.
    .filter((name) => /^page-(?!(teach|report|insert|slash)\.).+\.js$/.test(name))
    .map((name) => ({ name, bytes: packed(join(RELEASE, name)), core: hasActs(name) ? acting : core }))
    .map((one) => ({ ...one, site: one.bytes - one.core }));
  const largest = sizes.reduce((a, b) => (b.bytes > a.bytes ? b : a));
  const site = sizes.reduce((a, b) => (b.site > a.site ? b : a));
  return [
    { name: 'page.bytes_gzip', value: largest.bytes, unit: 'bytes', budget: 11_000, detail: largest.name },
    { name: 'page.core_bytes_gzip', value: acting, unit: 'bytes', budget: 9_000, detail: `${core} without acts on posts` },
    {
      name: 'page.insert_bytes_gzip',
      value: packed(join(RELEASE, 'page-insert.js')),
      unit: 'bytes',
      budget: 4_096,
      detail: 'with the first reply',
    },
    {
      name: 'page.slash_bytes_gzip',
      value: packed(join(RELEASE, 'page-slash.js')),
      unit: 'bytes',
      budget: 4_096,
      detail: 'with the first mark that is typed',
    },
    { name: 'page.site_bytes_gzip', value: site.site, unit: 'bytes', budget: 2_048, detail: site.name },
  ];
}
