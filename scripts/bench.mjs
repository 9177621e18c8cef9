// `npm run bench [-- --data DIR]`: measures what has a budget, prints a table and writes bench-results.json.
// Ends with 1 when a budget is broken. A new row is a file in scripts/bench/ and a line below.
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ensureBuild } from './fresh-build.mjs';
import { ensureChromium, ensurePackages } from './needs.mjs';
import { ROOT } from './run.mjs';

/**
 * `value` null was not measured: its data is not here. A budget is the most allowed, with `isLeast` the least to reach.
 * `detail` explains the number in the table and is not written down.
 * @typedef {{ name: string, value: number | null, unit: string, budget: number, detail?: string, isLeast?: boolean }} Row
 * @typedef {{ executable: string, data: string | null }} Desk where the browser is, and the folder given with --data
 */

const GROUPS = ['page-bytes', 'page-task', 'long-chats', 'panel-paint', 'popup-interactive', 'import-contacts', 'recognizers', 'rank'];

/** The folder after `--data` or in `--data=`, or null. */
function dataFolder() {
  const at = process.argv.findIndex((argument) => argument === '--data' || argument.startsWith('--data='));
  const given = at < 0 ? undefined : (process.argv[at].split('=')[1] ?? process.argv[at + 1]);
  return given === undefined ? null : resolve(given);
}

/** Not measured is neither met nor broken. */
const isMet = ({ value, budget, isLeast }) => (value === null ? null : isLeast ? value >= budget : value <= budget);
const short = (value) => (Number.isInteger(value) ? String(value) : value.toFixed(Math.abs(value) < 10 ? 2 : 1));

function print(rows) {
  const width = Math.max(...rows.map(({ name }) => name.length)) + 2;
  console.log(`\n  ${'row'.padEnd(width)}${'value'.padStart(9)}${'budget'.padStart(9)}  unit`);
  for (const { name, value, unit, budget, ok, detail = '' } of rows) {
    const mark = ok === null ? '–' : ok ? '✓' : '✗';
    const number = value === null ? 'not measured' : short(value).padStart(9) + short(budget).padStart(9);
    console.log(`${mark} ${name.padEnd(width)}${number}  ${unit.padEnd(6)}${detail}`.trimEnd());
  }
}

async function main() {
  await ensurePackages();
  await ensureBuild();
  /** @type {Desk} */
  const desk = { executable: await ensureChromium(), data: dataFolder() };
  const rows = [];
  for (const group of GROUPS) {
    console.log(`Measuring ${group} …`);
    const { measure } = await import(`./bench/${group}.mjs`);
    for (const row of await measure(desk)) rows.push({ ...row, ok: isMet(row) });
  }
  print(rows);
  const written = rows.map(({ name, value, unit, budget, ok }) => ({ name, value, unit, budget, ok }));
  writeFileSync(join(ROOT, 'bench-results.json'), JSON.stringify(written, null, 2) + '\n');
  return rows.every(({ ok }) => ok !== false);
}

try {
  process.exitCode = (await main()) ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
