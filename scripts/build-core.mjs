// Builds the page script of the smallest site there can be, with and without posts: what every page script carries. The bytes of a
// site are counted above it. The demo is built along, to show by its bytes that this is the way in which the release is built.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const PAGES = join(ROOT, '.wxt', 'pages');

/** A site that knows the tab's title and nothing else, by the tools that every site has. */
const smallest = (/** @type {string} */ follow) => `
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { followActs } from '@/lib/page/acts';
import { start } from '@/lib/page/start';
import { cleanName, pick, textOf } from '@/lib/sites/pick';
const none = () => null;
const site = {
  id: 'none', name: '', origins: [], selfHosted: false, marks: [], surface: 'overlay', hasAccount: false, keysUniqueIn: 'account',
  readsWhileHidden: false, rows: '', account: none, list: none, key: none, message: none, text: () => '', composer: none, link: none,
  conversation({ document }) {
    const name = cleanName(textOf(pick(document, ['title'])));
    return name ? { kind: 'person', ids: [{ value: name, kind: 'weak' }], name } : null;
  },
};
export default defineUnlistedScript(() => start(site${follow}));
`;

process.env.NODE_ENV = 'production';
const { build } = await import('wxt');
mkdirSync(PAGES, { recursive: true });
writeFileSync(join(PAGES, 'page-none.ts'), smallest(''));
writeFileSync(join(PAGES, 'page-none-acts.ts'), smallest(', followActs'));
const names = ['page-none', 'page-none-acts', 'page-demo'];
await build({
  root: ROOT,
  mode: 'production',
  outDir: join(ROOT, '.output', 'core'),
  filterEntrypoints: names,
  hooks: {
    'entrypoints:found': (_, infos) => {
      for (const name of names) infos.push({ name, inputPath: join(PAGES, `${name}.ts`), type: 'unlisted-script' });
    },
  },
});
