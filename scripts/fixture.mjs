// `npm run fixture -- report.json [--out tests/sites/fixtures/<site>.<case>.html]`: turns a user's report about a page into a fixture. What its
// `expected` says is what the site's file reads from it now; whether that is right is for a person to say.
import { build } from 'esbuild';
import { Window } from 'happy-dom';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { ROOT } from './run.mjs';

const FIXTURES = join(ROOT, 'tests/sites/fixtures');
// Some sites write local times without a zone; the fixtures are read in one zone.
process.env.TZ = 'UTC';

/** Says what is wrong and ends. */
function stop(words, code) {
  console.error(words);
  process.exit(code);
}

const args = process.argv.slice(2);
const at = args.indexOf('--out');
const [out] = at < 0 ? [undefined] : args.splice(at, 2).slice(1);
const [file, ...more] = args;
if (!file || more.length > 0 || (at >= 0 && !out))
  stop('Usage: npm run fixture -- report.json [--out tests/sites/fixtures/<site>.<case>.html]', 2);
if (!existsSync(file)) stop(`There is no file ${file}.`, 2);

/** Makes this process look like a page, so that the site files can be asked as in the tests. */
function becomePage() {
  const window = new Window({ url: 'https://example.org/' });
  for (const name of [
    'document',
    'DOMParser',
    'CSS',
    'Element',
    'HTMLElement',
    'Node',
    'location',
    'getComputedStyle',
    'MutationObserver',
  ]) {
    Object.defineProperty(globalThis, name, { value: window[name], configurable: true });
  }
  Object.defineProperty(globalThis, 'window', { value: window, configurable: true });
}

/** The part of this in TypeScript. */
async function load() {
  const folder = mkdtempSync(join(tmpdir(), 'rapport-fixture-'));
  const outfile = join(folder, 'make.mjs');
  try {
    await build({
      entryPoints: [join(ROOT, 'scripts/fixture/make.ts')],
      outfile,
      bundle: true,
      platform: 'node',
      format: 'esm',
      target: 'node20',
      alias: { '@': ROOT.replace(/\/$/, '') },
      tsconfigRaw: '{}',
      logLevel: 'error',
    });
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

becomePage();
const { makeFixture } = await load();
let made;
try {
  made = makeFixture(readFileSync(file, 'utf8'));
} catch (error) {
  stop(error instanceof Error ? error.message : String(error), 1);
}
const { site, html, read, leftOut, isLarge } = made;
const target = resolve(out ?? join(FIXTURES, `${site}.captured.html`));
if (!out && existsSync(target))
  stop(`There is ${relative(ROOT, target)} already. Give this one another name: --out tests/sites/fixtures/${site}.<case>.html`, 2);
if (!target.startsWith(join(FIXTURES, `${site}.`)))
  console.warn(`The tests look for fixtures of this site under tests/sites/fixtures/${site}.<case>.html.`);
writeFileSync(target, html);

const ways = ['in', 'out', 'unknown'].map((way) => `${read.messages.filter(({ direction }) => direction === way).length} ${way}`);
console.log(
  [
    `Written: ${relative(process.cwd(), target)} (${Buffer.byteLength(html)} bytes${leftOut > 0 ? `, ${leftOut} elements left out that nobody reads` : ''}).`,
    `The site's file reads: ${(read.conversation ?? read.profile)?.kind ?? 'nobody'}, ${read.messages.length} messages (${ways.join(', ')}), ${read.composer ? 'the' : 'no'} message box.`,
    'Look through “expected” at its end and correct what is wrong: it was filled in by the site’s file itself.',
    ...(isLarge ? ['It is too large for a fixture (20 kB): cut away by hand what has nothing to do with the chat.'] : []),
  ].join('\n'),
);
process.exit(0);
