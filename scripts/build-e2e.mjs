// Makes the builds of the browser tests: the releases, byte for byte, with the hosts granted that a test cannot click on.
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const CATCH_ALL = ['https://*/*', 'http://*/*', '*://*/*', '<all_urls>'];
const built = (name) => fileURLToPath(new URL(`../.output/${name}`, import.meta.url));

if (!existsSync(`${built('chrome-mv3')}/manifest.json`)) {
  console.error('There is no .output/chrome-mv3 yet: run `npm run build` first.');
  process.exit(1);
}

for (const name of ['chrome-mv3', 'firefox-mv3']) {
  const release = built(name);
  // Firefox has one only after `npm run build:firefox`.
  if (!existsSync(release)) continue;
  const copy = `${release}-e2e`;
  rmSync(copy, { recursive: true, force: true });
  cpSync(release, copy, { recursive: true });

  const manifest = JSON.parse(readFileSync(`${release}/manifest.json`, 'utf8'));
  const listed = (manifest.optional_host_permissions ?? []).filter(
    (pattern) => pattern.startsWith('https://') && !CATCH_ALL.includes(pattern),
  );
  // Pages of sites that people host themselves stand at the name reserved for examples.
  manifest.host_permissions = [...new Set([...listed, 'http://127.0.0.1/*', 'https://*.example.org/*'])];
  writeFileSync(`${copy}/manifest.json`, JSON.stringify(manifest));
}
