// `npm test`: everything there is to check, in one command. `--only unit,browser` runs some steps of it.
// The last line is always `N passed, M failed`.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureChromium, ensureFirefox, ensurePackages, ensureProsody } from './needs.mjs';
import { readPlaywright, readVitest } from './reports.mjs';
import { run, runPackage } from './run.mjs';

/** @typedef {{ passed: number, failed: number }} Count */
/** @typedef {{ name: string, minutes: number } & Count} Row */

const reports = mkdtempSync(join(tmpdir(), 'rapport-test-'));
const env = { TZ: 'UTC', CI: '1' };

// Room for what lives shortly: Node would tidy up after every 16 MB, a tenth of all the time that these programs take.
process.env.NODE_OPTIONS ??= '--max-semi-space-size=64';

/** A check that is either right or wrong: its output matters only when it is wrong. */
async function one(/** @type {string} */ name, /** @type {Promise<{ code: number, output: string }>} */ running) {
  const { code, output } = await running;
  console.log(`${code === 0 ? '✓' : '✗'} ${name}`);
  if (code !== 0) console.log(output);
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 };
}

/** Adds up; later checks run even when an earlier one has failed. */
async function all(/** @type {(() => Promise<Count>)[]} */ checks) {
  const sum = { passed: 0, failed: 0 };
  for (const check of checks) {
    const { passed, failed } = await check();
    sum.passed += passed;
    sum.failed += failed;
  }
  return sum;
}

const types = () => one('tsc', runPackage('typescript', ['--noEmit', '--pretty', 'false'], { program: 'tsc' }));

const lint = () =>
  all([
    () => one('eslint', runPackage('eslint', ['.', '--max-warnings', '0'])),
    () => one('prettier', runPackage('prettier', ['--check', '.', '--log-level', 'warn'])),
  ]);

async function unit() {
  const file = join(reports, 'unit.json');
  const { code } = await runPackage('vitest', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`], {
    env,
    isLive: true,
  });
  return readVitest(file, code);
}

const build = () =>
  all([
    () => one('build for Chromium', runPackage('wxt', ['build'])),
    () => one('build for Firefox', runPackage('wxt', ['build', '-b', 'firefox', '--mv3'])),
    () => one('builds for the browser tests', run(process.execPath, ['scripts/build-e2e.mjs'])),
  ]);

async function browser() {
  const file = join(reports, 'browser.json');
  const { code } = await runPackage('@playwright/test', ['test', '-c', 'tests/e2e/playwright.config.ts', '--reporter=list,json'], {
    program: 'playwright',
    env: { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: file },
    isLive: true,
    minutes: 20,
  });
  return readPlaywright(file, code);
}

/** What has to be there first. A program that is missing counts as one failure, and the steps go on without it. */
async function needs(/** @type {boolean} */ isBrowserWanted) {
  let failed = 0;
  const say = (/** @type {unknown} */ error) => {
    failed += 1;
    console.log(error instanceof Error ? error.message : error);
  };
  await ensurePackages().catch(say);
  if (isBrowserWanted) {
    // The tests start the extension with `--load-extension`, which Chrome and Edge refuse.
    await ensureChromium({ isBrandedFine: false }).then((path) => (process.env.CHROMIUM = path), say);
    await ensureFirefox().then((path) => (process.env.FIREFOX = path), say);
    await ensureProsody().then((path) => (process.env.PROSODY = path), say);
  }
  return { passed: 0, failed };
}

/** Runs a step and measures it. A step that throws has failed once. */
async function timed(/** @type {string} */ name, /** @type {() => Promise<Count>} */ step) {
  console.log(`\n── ${name} ──`);
  const start = performance.now();
  const count = await step().catch((error) => {
    console.log(error);
    return { passed: 0, failed: 1 };
  });
  return { name, ...count, minutes: (performance.now() - start) / 60_000 };
}

/** Runs steps one after another, and gives their rows. */
async function lane(/** @type {string[]} */ names) {
  const rows = [];
  for (const name of names) rows.push(await timed(name, STEPS[name]));
  return rows;
}

/** Prints the table and the last line. */
function print(/** @type {Row[]} */ rows) {
  console.log(`\n${'step'.padEnd(10)}${'passed'.padStart(8)}${'failed'.padStart(8)}${'minutes'.padStart(9)}`);
  for (const { name, passed, failed, minutes } of rows) {
    console.log(`${name.padEnd(10)}${String(passed).padStart(8)}${String(failed).padStart(8)}${minutes.toFixed(1).padStart(9)}`);
  }
  const sum = (/** @type {'passed' | 'failed'} */ field) => rows.reduce((total, row) => total + row[field], 0);
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
  return sum('failed') === 0;
}

const STEPS = { types, lint, unit, build, browser };

/** The steps asked for, or null when one of them does not exist. */
function wantedSteps() {
  const at = process.argv.findIndex((argument) => argument === '--only' || argument.startsWith('--only='));
  if (at < 0) return Object.keys(STEPS);
  const names = (process.argv[at]?.split('=')[1] ?? process.argv[at + 1] ?? '').split(',');
  return names.every((name) => name in STEPS) ? Object.keys(STEPS).filter((name) => names.includes(name)) : null;
}

async function main() {
  const wanted = wantedSteps();
  if (!wanted) {
    console.error(`--only takes some of: ${Object.keys(STEPS).join(',')}`);
    return false;
  }
  const rows = [await timed('needs', () => needs(wanted.includes('browser')))];
  // Types, lint and builds use one core each: the unit tests go beside them.
  const early = wanted.filter((name) => name !== 'browser');
  const isUnit = (/** @type {string} */ name) => name === 'unit';
  rows.push(...(await Promise.all([lane(early.filter((name) => !isUnit(name))), lane(early.filter(isUnit))])).flat());
  if (wanted.includes('browser')) {
    if (rows.some((row) => row.name === 'build' && row.failed > 0)) {
      console.log('\nThe browser tests did not run because a build failed.');
      rows.push({ name: 'browser', passed: 0, failed: 1, minutes: 0 });
    } else rows.push(await timed('browser', browser));
  }
  return print(rows);
}

try {
  process.exitCode = (await main()) ? 0 : 1;
} finally {
  rmSync(reports, { recursive: true, force: true });
}
