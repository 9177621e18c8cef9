// The build: manifests for Chromium and Firefox, and one page script per site.
import preact from '@preact/preset-vite';
import { mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { defineConfig } from 'wxt';
import { sites } from './lib/sites';
import { sharedChunk } from './scripts/shared-chunk';
import { siteHooks } from './scripts/site-hooks';

/** Pages run nothing but their own files; every HTML sink throws. */
const CSP = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "font-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  'frame-ancestors https: http:',
  "require-trusted-types-for 'script'",
  // For the worker that reads files: a policy that knows this one script.
  'trusted-types rapport-reader',
].join('; ');

/** A fixed public key gives builds that are loaded by hand one id, so that rebuilding does not mean an empty database. */
const KEY =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAnLUJ5B5bMW1k71fe8rYcgm9eh8r+cGCkgbEqC4z+oL5uyjskf3LX0CuaCjPC8GsKae+1C30hfXT9' +
  'wMprggvUEOoChMY1y9Z6bpVTGc+42oP9g+At3anC19h7c7+1J6xG1C/HjLPSex87I3scptXtmT3IWaIhTASWWUhecOUqwNJ02blRDj5SyHg3mQdOrlVjP06t' +
  'NRPA6AsXWlIfTmOYEtz3CPd8nYPrmgAfj6MgC9XE1S1Sx5HxyaZ58VVvX+8HIMWicRhoeW4Yc1MhndTb08bT09JWs994xUsvXrlHWY/w6teap/i5KrUDOHD4' +
  'ixXBGmxCSG5rkExZaxrTdF2X+wIDAQAB';

const siteOrigins = [...new Set(sites.flatMap((site) => site.origins))].sort();

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  vite: () => ({
    plugins: [preact(), sharedChunk()],
    build: { modulePreload: { polyfill: false }, target: 'es2023' },
  }),
  manifest: ({ browser, mode }) => ({
    name: '__MSG_app_name__',
    description: '__MSG_app_description__',
    default_locale: 'en',
    incognito: 'not_allowed',
    permissions: ['storage', 'unlimitedStorage', 'alarms', 'scripting', 'activeTab', ...(browser === 'firefox' ? [] : ['sidePanel'])],
    optional_permissions: ['notifications', 'downloads'],
    host_permissions: [],
    optional_host_permissions: [...siteOrigins, 'https://*/*', 'http://*/*'],
    commands: {
      'open-picker': { suggested_key: { default: 'Alt+Period' }, description: '__MSG_command_open_picker__' },
      'insert-best': { suggested_key: { default: 'Alt+Comma' }, description: '__MSG_command_insert_best__' },
    },
    content_security_policy: { extension_pages: CSP },
    web_accessible_resources: [
      {
        resources: ['panel.html', 'picker.html', 'teach.html'],
        matches: ['https://*/*', 'http://*/*'],
        ...(browser === 'firefox' ? {} : { use_dynamic_url: true }),
      },
    ],
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: { id: 'rapport@rapport.example', strict_min_version: '140.0', data_collection_permissions: { required: ['none'] } },
          },
        }
      : { minimum_chrome_version: '144', ...(mode === 'store' ? {} : { key: KEY }) }),
  }),
  hooks: {
    // A site is one file and one line in the list; its script (the core and that site alone) is made here.
    'entrypoints:found': (wxt, infos) => {
      const folder = resolve(wxt.config.wxtDir, 'pages');
      mkdirSync(folder, { recursive: true });
      for (const site of sites) {
        const inputPath = resolve(folder, `page-${site.id}.ts`);
        writeFileSync(
          inputPath,
          [
            "import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';",
            "import { start } from '@/lib/page/start';",
            // Following acts costs bytes that sites without posts need not carry.
            ...(site.act ? ["import { followActs } from '@/lib/page/acts';"] : []),
            `import { ${site.id} } from '@/lib/sites/${site.id}';`,
            `export default defineUnlistedScript(() => start(${site.act ? `${site.id}, followActs` : site.id}));`,
            '',
          ].join('\n'),
        );
        infos.push({ name: `page-${site.id}`, inputPath, type: 'unlisted-script' });
      }
      // Sites the user taught share one script; one more is for teaching, one for inserting, one for the picker,
      // two for the first questions of popup and workspace, one that reads files beside a page of ours, and one for reports about a page. What a report
      // may keep of a page is what the site files look for, and taken from them.
      for (const [name, from, call, given] of [
        ['page-taught', '@/lib/page/start-taught', 'startTaught', ''],
        ['page-teach', '@/lib/teach/start', 'startTeaching', ''],
        ['page-insert', '@/lib/page/insert/part', 'offerInsert', ''],
        ['page-slash', '@/lib/page/slash/part', 'offerSlash', ''],
        ['people-reader', '@/entrypoints/workspace/people-worker', 'readForPage', ''],
        ['popup-ask', '@/entrypoints/popup/ask-early', 'askEarly', ''],
        ['workspace-ask', '@/entrypoints/workspace/ask-early', 'askEarly', ''],
        ['page-report', '@/lib/page/skeleton', 'offerReport', JSON.stringify(siteHooks(resolve('lib/sites')))],
      ] as const) {
        const inputPath = resolve(folder, `${name}.ts`);
        writeFileSync(
          inputPath,
          [
            "import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';",
            `import { ${call} } from '${from}';`,
            `export default defineUnlistedScript(() => void ${call}(${given}));`,
            '',
          ].join('\n'),
        );
        infos.push({ name, inputPath, type: 'unlisted-script' });
      }
    },
    'build:manifestGenerated': (_, manifest) => {
      // An empty list would still be a promise; the release asks for no host at all.
      const hosts = manifest.host_permissions as string[] | undefined;
      if (hosts?.length === 0) delete manifest.host_permissions;
    },
  },
});
