// What the build promises, read from the built files; no browser is started.
import { expect, test } from '@playwright/test';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const RELEASE = fileURLToPath(new URL('../../.output/chrome-mv3', import.meta.url));
const COPY = `${RELEASE}-e2e`;

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
const manifestOf = (folder: string) => JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Record<string, unknown>;

test.beforeAll(() => {
  for (const folder of [RELEASE, COPY]) expect(existsSync(folder), `There is no ${folder}: run “npm run build:e2e” first.`).toBe(true);
});

const scripts = existsSync(RELEASE) ? readdirSync(RELEASE).filter((name) => /^page-.*\.js$/.test(name)) : [];

test('There is a page script for each site', () => {
  const sites = [
    ...readFileSync(fileURLToPath(new URL('../../lib/sites/index.ts', import.meta.url)), 'utf8').matchAll(/^import \{ (\w+) \} from/gm),
  ].map((found) => found[1]!);
  expect(scripts).toEqual(sites.map((site) => `page-${site}.js`).sort());
});

for (const name of scripts) {
  test(`${name} is small, and brings neither a library nor a way from text to markup`, () => {
    const bytes = readFileSync(join(RELEASE, name));
    const size = gzipSync(bytes, { level: 9 }).length;
    expect(
      size,
      `${name} has ${size} bytes gzipped; a page script may have 11,000. Look at what it has begun to import.`,
    ).toBeLessThanOrEqual(11_000);
    const text = bytes.toString('utf8');
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
    expect(/\bpostMessage\s*\(/.test(text), `${name} posts messages into the page, which tells the page of us.`).toBe(false);
  });
}

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

test('Pages see one resource of ours, under an address that changes', () => {
  const resources = manifestOf(RELEASE)['web_accessible_resources'] as { resources: string[]; use_dynamic_url?: boolean }[];
  expect(resources.flatMap((entry) => entry.resources)).toEqual(['panel.html']);
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
