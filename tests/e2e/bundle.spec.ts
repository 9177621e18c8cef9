// What the build promises, read from the built files; no browser is started.
import { expect, test } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const RELEASE = fileURLToPath(new URL('../../.output/chrome-mv3', import.meta.url));
const COPY = `${RELEASE}-e2e`;
/** Built here: the page script of the smallest site, with and without acts on posts, and that of the demo once more. */
const CORE = fileURLToPath(new URL('../../.output/core/chrome-mv3', import.meta.url));
/** Whether a script follows acts on posts: that belongs to the core, of the sites that have posts. */
const hasActs = (name: string): boolean =>
  readFileSync(fileURLToPath(new URL(`../../.wxt/pages/${name.replace(/js$/, 'ts')}`, import.meta.url)), 'utf8').includes('followActs');
const packed = (file: string): number => gzipSync(readFileSync(file), { level: 9 }).length;

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
const manifestOf = (folder: string) => JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Record<string, unknown>;

test.beforeAll(() => {
  for (const folder of [RELEASE, COPY]) expect(existsSync(folder), `There is no ${folder}: run “npm run build:e2e” first.`).toBe(true);
});

/** For teaching a site, put into a page only when the user asks for it in the popup. */
const TEACH = 'page-teach.js';
/** Makes a report about a page; the same. */
const REPORT = 'page-report.js';
/** Writes a reply into the composer: brought with the first reply that is inserted in a page. */
const INSERT = 'page-insert.js';
/** Opens the picker at the caret: brought when the user asks for it there. */
const SLASH = 'page-slash.js';
const scripts = existsSync(RELEASE) ? readdirSync(RELEASE).filter((name) => /^page-.*\.js$/.test(name)) : [];

/** The most that a script may weigh (bytes, packed). */
const most = (name: string): number => ({ [TEACH]: 18_000, [REPORT]: 20_000, [INSERT]: 4_096, [SLASH]: 4_096 })[name] ?? 11_000;
/** Scripts that every page of a site carries from the start. */
const isWatching = (name: string): boolean => ![TEACH, REPORT, INSERT, SLASH].includes(name);

test('There is a page script for each site', () => {
  const sites = [
    ...readFileSync(fileURLToPath(new URL('../../lib/sites/index.ts', import.meta.url)), 'utf8').matchAll(/^import \{ (\w+) \} from/gm),
  ].map((found) => found[1]!);
  // And one for all taught sites, and those that come when they are asked for.
  expect([...scripts].sort()).toEqual([...sites.map((site) => `page-${site}.js`), 'page-taught.js', TEACH, REPORT, INSERT, SLASH].sort());
});

test('What every page script carries is small, and what a site adds to it', () => {
  execFileSync(process.execPath, [fileURLToPath(new URL('../../scripts/build-core.mjs', import.meta.url))], { stdio: 'pipe' });
  expect(
    readFileSync(join(CORE, 'page-demo.js')).equals(readFileSync(join(RELEASE, 'page-demo.js'))),
    'scripts/build-core.mjs builds in another way than the release, or the release is older than the sources: it measures nothing.',
  ).toBe(true);
  const core = packed(join(CORE, 'page-none.js'));
  const acting = packed(join(CORE, 'page-none-acts.js'));
  expect(acting, `The core has ${acting} bytes gzipped; it may have 9,000.`).toBeLessThanOrEqual(9_000);
  const large = scripts
    .filter(isWatching)
    .map((name) => ({ name, bytes: packed(join(RELEASE, name)) - (hasActs(name) ? acting : core) }))
    .filter(({ bytes }) => bytes > 2_048);
  expect(large, 'A site may add 2 kB (2,048 bytes) gzipped to the core. Look at what its file carries and imports.').toEqual([]);
});

for (const name of scripts) {
  test(`${name} is small, and brings neither a library nor a way from text to markup`, () => {
    const size = packed(join(RELEASE, name));
    expect(size, `${name} has ${size} bytes gzipped; it may have ${most(name)}. Look at what it has begun to import.`).toBeLessThanOrEqual(
      most(name),
    );
    const text = readFileSync(join(RELEASE, name), 'utf8');
    for (const mark of [
      'innerHTML',
      'outerHTML',
      'insertAdjacentHTML',
      'document.write',
      'eval(',
      'new Function',
      'dangerouslySetInnerHTML',
    ]) {
      expect(text.includes(mark), `${name} contains “${mark}”; nothing may turn text into markup or code in a page.`).toBe(false);
    }
    // Words that survive minification in zod, Dexie, Preact, Temporal's polyfill and webextension-polyfill.
    for (const mark of [
      'ZodError',
      'safeParse',
      '_zod',
      'Dexie',
      'indexedDB',
      '__k',
      'diffed',
      'Temporal',
      'webextension-polyfill',
      'sourceMappingURL',
    ]) {
      expect(text.includes(mark), `${name} contains “${mark}”: a library has come in by a value import. Write “import type”.`).toBe(false);
    }
    // WXT's content-script context tells the page our id by postMessage.
    // Teaching and the picker hand their own frame one end of a channel; whatever they say goes through that.
    const posts =
      name === TEACH || name === SLASH ? text.replace(/\.contentWindow\??\.postMessage\s*\(|\.port1\.postMessage\s*\(/g, '') : text;
    expect(/\bpostMessage\s*\(/.test(posts), `${name} posts messages into the page, which tells the page of us.`).toBe(false);
  });
}

test('The script that makes a report of a page sends nothing anywhere, and no other script has any of it', () => {
  const text = readFileSync(join(RELEASE, REPORT), 'utf8');
  expect(text).toContain('rapport-page-report');
  for (const mark of ['fetch(', 'XMLHttpRequest', 'sendBeacon', 'WebSocket', 'EventSource', 'new Image', 'sendMessage', 'connect('])
    expect(text.includes(mark), `${REPORT} contains “${mark}”.`).toBe(false);
  for (const name of scripts.filter((one) => one !== REPORT))
    expect(readFileSync(join(RELEASE, name), 'utf8').includes('rapport-page-report'), `${name} has the report in it.`).toBe(false);
});

test('The manifest of the release asks for no host and injects nothing by itself', () => {
  const manifest = manifestOf(RELEASE);
  expect(Object.keys(manifest), 'Hosts are allowed one by one, by the user.').not.toContain('host_permissions');
  expect(Object.keys(manifest), 'Scripts are registered at run time, where the user allows it.').not.toContain('content_scripts');
  expect(
    [...(manifest['permissions'] as string[])].sort(),
    'A new permission has to be agreed on in the design first; users see it.',
  ).toEqual(['activeTab', 'alarms', 'scripting', 'sidePanel', 'storage', 'unlimitedStorage'].sort());
  expect(Object.keys(manifest)).not.toContain('externally_connectable');
  expect(manifest['incognito']).toBe('not_allowed');
});

test('Pages see three resources of ours, under addresses that change', () => {
  const resources = manifestOf(RELEASE)['web_accessible_resources'] as { resources: string[]; use_dynamic_url?: boolean }[];
  expect(resources.flatMap((entry) => entry.resources)).toEqual(['panel.html', 'picker.html', 'teach.html']);
  expect(resources.every((entry) => entry.use_dynamic_url === true)).toBe(true);
});

test('Extension pages run their own files only, and cannot reach the network', () => {
  const csp = (manifestOf(RELEASE)['content_security_policy'] as { extension_pages: string }).extension_pages;
  for (const rule of [
    "default-src 'none'",
    "script-src 'self'",
    "connect-src 'self'",
    "require-trusted-types-for 'script'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ]) {
    expect(csp.split('; '), `The content security policy has lost “${rule}”.`).toContain(rule);
  }
  expect(csp).not.toMatch(/unsafe-|https?:\/\/|wss?:/);
});

test('The build of the browser tests is the release, byte for byte, except for the hosts in its manifest', () => {
  expect(filesIn(COPY)).toEqual(filesIn(RELEASE));
  for (const name of filesIn(RELEASE)) {
    if (name === 'manifest.json') continue;
    expect(
      readFileSync(join(COPY, name)).equals(readFileSync(join(RELEASE, name))),
      `${name} differs. Run “npm run build:e2e”; the copy is made by scripts/build-e2e.mjs alone.`,
    ).toBe(true);
  }
  const { host_permissions: hosts, ...rest } = manifestOf(COPY);
  expect(rest).toEqual(manifestOf(RELEASE));
  expect(hosts).toContain('http://127.0.0.1/*');
  expect(hosts).not.toContain('https://*/*');
});
