// The arrows of the house: who may import whom, and how files are named and sized. A failure says what to do.
import { describe, expect, test } from 'vitest';
import { sites } from '@/lib/sites';
import { filesIn, importsOf, isCode, reachableFrom, read } from './source';

const code = filesIn('lib', 'components', 'entrypoints').filter(isCode);

/** The zone of a file of ours: its folder within lib, or its top folder; a background file is `background`; a package keeps its name. */
function zoneOf(path: string): string {
  const [top, second] = path.split('/');
  if (top === 'lib') return second!;
  if (top === 'entrypoints') return second === 'background' ? 'background' : 'entrypoints';
  return path.startsWith('components/') ? 'components' : path.startsWith('public/_locales/') ? 'locales' : path;
}

/** What each zone may import besides itself. */
const MAY: Record<string, { values: string[]; types?: string[]; why: string }> = {
  domain: { values: ['zod'], why: 'Rules are pure: pass in what they need (the time, a random value) as an argument.' },
  sites: { values: ['domain'], why: 'A site turns DOM into plain data; its bytes go into pages.' },
  page: {
    values: ['sites', 'domain'],
    types: ['messages'],
    why: 'This runs in other people’s pages: it may know the types of messages, not their schemas.',
  },
  teach: {
    values: ['sites', 'domain'],
    types: ['messages'],
    why: 'This runs in other people’s pages while the user teaches one: it knows the page, not what is kept.',
  },
  db: { values: ['domain', 'dexie', 'zod'], why: 'The database knows rules and records, nobody who asks for them.' },
  formats: {
    values: ['domain', 'libphonenumber-js', 'papaparse', 'hucre', 'yaml', '@noble/hashes'],
    why: 'A format is text in, records out, and back.',
  },
  messages: { values: ['domain', 'zod', 'webextension-polyfill'], why: 'The protocol knows records, not where they are kept.' },
  words: { values: ['domain', 'locales'], why: 'Words are looked up, nothing else.' },
  hooks: {
    values: ['messages', 'domain', 'words', 'sites', 'preact', 'webextension-polyfill'],
    why: 'A hook asks the background by a message.',
  },
  components: {
    values: ['hooks', 'words', 'domain', 'formats', 'preact', '@tanstack/virtual-core', 'd3-scale', 'd3-shape'],
    types: ['messages', 'teach'],
    why: 'A component gets data by props and says intentions by callbacks; asking is done in entrypoints or hooks.',
  },
  entrypoints: {
    values: ['components', 'hooks', 'messages', 'words', 'domain', 'formats', 'sites', 'preact', 'webextension-polyfill'],
    types: ['teach', 'page'],
    why: 'Screens have no database: it opens only in the background. Send a message.',
  },
  background: {
    values: ['db', 'messages', 'domain', 'sites', 'words', 'wxt', 'webextension-polyfill'],
    why: 'The background answers messages with named functions of lib/db; words it needs for the notification alone.',
  },
};

describe('imports', () => {
  test.each(code)('%s imports only what its folder may', (file) => {
    const zone = zoneOf(file);
    const rule = MAY[zone];
    expect(
      rule,
      `${file} lies in a folder without a rule. Put it where it belongs, or add its folder to MAY in tests/architecture.test.ts and say what it may import.`,
    ).toBeDefined();
    const wrong = importsOf(file).filter(({ to, isType }) => {
      const other = zoneOf(to);
      return other !== zone && !to.endsWith('.css') && !rule!.values.includes(other) && !(isType && rule!.types?.includes(other));
    });
    const said = wrong.map(({ to, isType }) => `${isType ? 'the type of ' : ''}${to}`).join(', ');
    expect(wrong, `${file} imports ${said}, which lib/${zone} or ${zone} may not. ${rule!.why}`).toEqual([]);
  });

  test.each(code.filter((file) => /^lib\/(page|sites|teach)\//.test(file)))('%s brings no library into pages', (file) => {
    const ways = reachableFrom(file);
    for (const heavy of ['zod', 'preact', 'dexie', 'webextension-polyfill', 'wxt', 'temporal-polyfill']) {
      const way = ways.get(heavy);
      expect(
        way,
        `${file} would bring ${heavy} into every page, by ${way?.join(' → ')}. Write “import type” where only a type is needed, or move the rule into a file without it.`,
      ).toBeUndefined();
    }
  });

  test('only the background reaches the database, by whatever way', () => {
    for (const screen of ['panel', 'picker', 'popup', 'sidepanel', 'workspace']) {
      const way = reachableFrom(`entrypoints/${screen}/main.tsx`).get('dexie');
      expect(
        way,
        `The screen ${screen} would open the database itself, by ${way?.join(' → ')}. Extension frames may not, so it must ask the background.`,
      ).toBeUndefined();
    }
  });

  test('nobody imports from the tests or types by halves', () => {
    for (const file of code) {
      const text = read(file);
      expect(
        importsOf(file).some(({ to }) => to.startsWith('tests/')),
        `${file} imports from tests/, which is not shipped. Move what it needs into lib/.`,
      ).toBe(false);
      const halves = /import\s*\{\s*type\s[^}]*\}\s*from/.exec(text)?.[0];
      const isAll =
        halves !== undefined &&
        halves
          .replace(/^import\s*\{|\}\s*from$/g, '')
          .split(',')
          .every((name) => /^\s*(type\s.*)?$/s.test(name));
      expect(isAll, `${file} says “${halves}”, which can keep the module in a page script. Write “import type { … } from”.`).toBe(false);
    }
  });
});

describe('files', () => {
  test('have names that say what is in them', () => {
    const empty = /(^|\/)(utils?|helpers?|managers?|services?|stores?|contexts?|engines?|common|misc)(\/|\.tsx?$)/;
    for (const file of code)
      expect(empty.test(file), `${file} has a name that could hold anything. Name the folder or file after the thing in it.`).toBe(false);
  });

  test('are written kebab-case.ts, components PascalCase.tsx', () => {
    for (const file of code) {
      const name = file.split('/').at(-1)!;
      const isRight = name.endsWith('.tsx')
        ? /^([A-Z][A-Za-z0-9]*|main)\.tsx$/.test(name) || name === 'icons.tsx'
        : /^[a-z0-9]+(-[a-z0-9]+)*(\.config)?\.ts$/.test(name);
      expect(isRight, `${file} is not named like the others. Functions live in kebab-case.ts, components in PascalCase.tsx.`).toBe(true);
    }
  });

  test('begin small and stay so: at most 300 lines', () => {
    for (const file of code) {
      const lines = read(file).split('\n').length;
      expect(lines, `${file} has ${lines} lines. Cut it at a natural seam; about 150 is the norm, 300 the end.`).toBeLessThanOrEqual(300);
    }
  });
});

describe('sites', () => {
  test('stand in alphabetical order, each in a file of its own name', () => {
    const ids = sites.map((site) => site.id);
    expect(ids, 'Put the new site into lib/sites/index.ts in alphabetical order.').toEqual([...ids].sort());
    expect(new Set(ids).size, 'Two sites have the same id; ids are stored in the database and have to differ.').toBe(ids.length);
    const files = new Set(code);
    for (const id of ids) expect(files.has(`lib/sites/${id}.ts`), `The site “${id}” has to live in lib/sites/${id}.ts.`).toBe(true);
  });

  test('never name a catch-all as their origin', () => {
    for (const { id, origins, selfHosted } of sites) {
      for (const origin of origins)
        expect(origin, `The site “${id}” asks for ${origin}. Name the host; pages of other sites are none of our business.`).toMatch(
          /^https?:\/\/(\*\.)?[a-z0-9.-]+\.[a-z0-9]+\/\*$/,
        );
      expect(origins.length > 0 || selfHosted, `The site “${id}” has no origin, so it could never run. Add one, or set selfHosted.`).toBe(
        true,
      );
    }
  });
});
