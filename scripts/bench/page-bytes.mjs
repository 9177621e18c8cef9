// What the script of one site weighs: the largest of them, packed as well as gzip can.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { RELEASE } from '../fresh-build.mjs';

/** @returns {Promise<import('../bench.mjs').Row[]>} */
export async function measure() {
  const scripts = readdirSync(RELEASE).filter((name) => /^page-.+\.js$/.test(name));
  const sizes = scripts.map((name) => ({ name, bytes: gzipSync(readFileSync(join(RELEASE, name)), { level: 9 }).length }));
  const largest = sizes.reduce((a, b) => (b.bytes > a.bytes ? b : a));
  return [{ name: 'page.bytes_gzip', value: largest.bytes, unit: 'bytes', budget: 11_000, detail: largest.name }];
}
