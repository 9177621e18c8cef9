// What has to be on the machine, and how it gets there. Uses nothing but Node: it runs before anything is installed.
import { existsSync, lstatSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { ROOT, run, runPackage } from './run.mjs';

const isWindows = process.platform === 'win32';

/** Installs the npm packages when they are missing or older than the lock file, and lets WXT write its types. */
export async function ensurePackages() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) throw new Error(`Node 20.19 or newer is needed; this is ${process.versions.node}.`);
  const written = (/** @type {string} */ file) => statSync(join(ROOT, file), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  // npm writes this file at the end of an install, so a broken-off one counts as missing.
  if (written('node_modules/.package-lock.json') < written('package-lock.json')) {
    // `npm ci` empties the folder first: through a link it would empty somebody else's.
    const isLink = lstatSync(join(ROOT, 'node_modules'), { throwIfNoEntry: false })?.isSymbolicLink();
    if (isLink) throw new Error('node_modules is a link and older than package-lock.json: run `npm ci` where it points to.');
    console.log('Installing npm packages …');
    const npm = process.env.npm_execpath;
    const { code, output } = npm?.endsWith('.js')
      ? await run(process.execPath, [npm, 'ci', '--no-audit', '--no-fund'])
      : await run('npm', ['ci', '--no-audit', '--no-fund'], { needsShell: isWindows });
    if (code !== 0) throw new Error(`npm ci failed.\n${output.slice(0, 3000)}`);
  }
  // The types of `tsconfig.json` come from here; eslint and vitest read them too.
  const { code, output } = await runPackage('wxt', ['prepare']);
  if (code !== 0) throw new Error(`wxt prepare failed.\n${output.slice(-4000)}`);
}

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge', 'microsoft-edge-stable'];

/** Places to look at beside the PATH, Chromium first. */
function usualPlaces() {
  if (process.platform === 'darwin') {
    const names = ['Chromium', 'Google Chrome', 'Microsoft Edge'];
    return names.flatMap((name) => ['', process.env.HOME ?? ''].map((home) => `${home}/Applications/${name}.app/Contents/MacOS/${name}`));
  }
  if (isWindows) {
    const roots = [process.env.LOCALAPPDATA, process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)']].filter(
      (root) => root !== undefined,
    );
    const ends = ['Chromium/Application/chrome.exe', 'Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'];
    return ends.flatMap((end) => roots.map((root) => join(root, end)));
  }
  return ['/snap/bin/chromium', '/opt/google/chrome/chrome', '/opt/microsoft/msedge/msedge'];
}

/** The full path of the first of these programs on the PATH. */
function onPath(/** @type {string[]} */ names) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).filter((file) => existsSync(file));
}

/** The Chromium that Playwright has downloaded for itself, if it ever has. */
async function playwrightsOwn() {
  try {
    const { chromium } = await import('@playwright/test');
    return [chromium.executablePath()];
  } catch {
    return [];
  }
}

/** Whether the program starts at all. Ubuntu has a `chromium-browser` that only says what to install. */
async function starts(/** @type {string} */ file) {
  // On Windows asking for the version would open a window.
  return isWindows || (await run(file, ['--version'], { minutes: 0.5 })).code === 0;
}

/**
 * The path of a Chromium, Chrome or Edge on this machine, or null. `CHROMIUM` in the environment wins.
 * @param {{ isBrandedFine?: boolean }} [options] false leaves Chrome and Edge out
 * @returns {Promise<string | null>}
 */
export async function findChromium({ isBrandedFine = true } = {}) {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  const candidates = [...onPath(NAMES.slice(0, 2)), ...(await playwrightsOwn()), ...usualPlaces(), ...onPath(NAMES.slice(2))];
  // Branded browsers last: they refuse `--load-extension` and need a way round (see browser.mjs).
  const inOrder = [...candidates.filter((file) => !isBranded(file)), ...(isBrandedFine ? candidates.filter(isBranded) : [])];
  for (const file of inOrder) if (existsSync(file) && (await starts(file))) return file;
  return null;
}

/** Whether this is Google's or Microsoft's browser, judged by its path. */
export function isBranded(/** @type {string} */ file) {
  const real = existsSync(file) ? realpathSync(file) : file;
  return /google|microsoft|msedge/i.test(`${file} ${real}`);
}

/** Whether packages can be installed here: root on Debian or Ubuntu. */
function hasApt() {
  if (process.getuid?.() !== 0 || onPath(['apt-get']).length === 0) return false;
  const about = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';
  return /^ID(_LIKE)?=.*(debian|ubuntu)/m.test(about);
}

/** Runs apt-get, waiting up to ten minutes while another one holds its lock. */
async function apt(/** @type {string[]} */ args) {
  for (let left = 120; ; left -= 1) {
    const result = await run('apt-get', args, { env: { DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C' } });
    const isLocked = /could not get lock|unable to acquire the .*lock|unable to lock|is another process using it/i.test(result.output);
    if (result.code === 0 || !isLocked || left === 0) return result;
    if (left === 120) console.log('Waiting for another apt-get to finish …');
    await new Promise((resolve) => setTimeout(resolve, 5000));
  }
}

/** Installs a Debian package. Throws with the end of apt's output when that fails. */
async function install(/** @type {string} */ name) {
  console.log(`Installing ${name} …`);
  // A failed update is no reason to stop: the lists may be good enough, and the install says what is missing.
  await apt(['update']);
  const { code, output } = await apt(['install', '-y', '--no-install-recommends', name]);
  if (code !== 0) throw new Error(`Installing ${name} with apt-get failed; install it by hand.\n${output.slice(-2000)}`);
}

/**
 * A browser that can run the extension, installed when it may be.
 * @param {{ isBrandedFine?: boolean }} [options] false leaves Chrome and Edge out
 * @returns {Promise<string>} its path
 */
export async function ensureChromium(options) {
  const found = await findChromium(options);
  if (found) return found;
  if (hasApt()) {
    await install('chromium');
    const installed = await findChromium(options);
    if (installed) return installed;
  }
  const names = options?.isBrandedFine === false ? 'Chromium' : 'Chromium, Chrome or Edge';
  throw new Error(`No browser found: install ${names}, or set CHROMIUM to the path of one, and run this again.`);
}

/**
 * The other browser that Rapport is built for, installed when it may be. `FIREFOX` in the environment wins.
 * @returns {Promise<string>} its path
 */
export async function ensureFirefox() {
  if (process.env.FIREFOX) return process.env.FIREFOX;
  const places = ['/Applications/Firefox.app/Contents/MacOS/firefox', 'C:\\Program Files\\Mozilla Firefox\\firefox.exe'];
  return ensureProgram({ find: () => [...onPath(['firefox-esr', 'firefox']), ...places], name: 'Firefox', debian: 'firefox-esr' });
}

/**
 * The chat server of the browser tests, installed when it may be.
 * @returns {Promise<string>} its path
 */
export async function ensureProsody() {
  const places = ['/usr/sbin/prosody', '/opt/homebrew/bin/prosody'];
  return ensureProgram({ find: () => [...onPath(['prosody']), ...places], name: 'prosody', debian: 'prosody' });
}

/**
 * The first of these files that is there, after installing the Debian package when none is.
 * @param {{ find: () => string[], name: string, debian: string }} program
 */
async function ensureProgram({ find, name, debian }) {
  const first = () => find().find((file) => existsSync(file));
  const found = first();
  if (found) return found;
  if (hasApt()) {
    await install(debian);
    const installed = first();
    if (installed) return installed;
  }
  throw new Error(`No ${name} found: install it (Debian: apt-get install ${debian}) and run this again.`);
}
