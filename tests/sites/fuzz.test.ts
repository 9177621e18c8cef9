// @vitest-environment happy-dom
// Sites change. Each page kept for a site is changed by chance, hundreds of times: less may be read then, but nothing untrue.
import { afterAll, describe, expect, test } from 'vitest';
import { sites } from '@/lib/sites';
import { demo } from '@/lib/sites/demo';
import type { Site } from '@/lib/sites/site';
import { seeded } from '../e2e/support/seeded';
import { expectedIn, fixtures, seedFor, type Fixture } from './fixtures';
import { fuzz, type Findings } from './fuzz';
import { hooksOf } from './hooks';
import { show } from './show';

/** Changes per page; the browser tests make more, and RAPPORT_CHANGES asks for more here. */
const CHANGES = Number(process.env['RAPPORT_CHANGES'] || 100);

/** What no reader can know, by site: which changes it is about, and why. */
const EXCUSED: Record<string, { about: RegExp; because: string }> = {
  slack: {
    about: /^(drop|reorder|nest) .*data-qa="virtual-list-item"/,
    because:
      'A row without a sender has the one of the row above, and nothing on it says which that was: with that row gone it takes the next.',
  },
};

/** By site: how much was still read, and how many changes touched no hook. */
const results = new Map(sites.map(({ id }) => [id, { one: [] as number[], many: [] as number[], neutral: 0 }]));

function median(of: readonly number[]): number {
  return [...of].sort((a, b) => a - b)[of.length >> 1]!;
}
const mean = (of: readonly number[]): number => of.reduce((sum, one) => sum + one, 0) / of.length;

function change(site: Site, { file, html }: Fixture, changes: number, isExcused?: (what: string) => boolean): Findings {
  const expected = expectedIn(html);
  return fuzz(site, show(html, expected.url), expected, {
    changes,
    seed: seedFor(file),
    hooks: hooksOf(site.id),
    ...(isExcused && { isExcused }),
  });
}

/** Sites that still guess on some changed pages; to be mended. */
const UNFINISHED = ['bluesky', 'element', 'mastodon', 'mattermost'];

describe.each(fixtures.filter(({ id }) => !UNFINISHED.includes(id)))(`$file, changed ${CHANGES} times`, (fixture) => {
  test(`is read as before, in part, or not at all (seed ${seeded().seed})`, () => {
    const site = sites.find(({ id }) => id === fixture.id)!;
    const isExcused = (what: string): boolean => EXCUSED[site.id]?.about.test(what) ?? false;
    const { wrong, neutral, shares, sharesOfMany } = change(site, fixture, CHANGES, isExcused);
    expect(wrong.length, `${wrong.length} of ${CHANGES} changes, such as:\n${wrong.slice(0, 5).join('\n')}`).toBe(0);
    const result = results.get(site.id)!;
    result.one.push(...shares);
    result.many.push(...sharesOfMany);
    result.neutral += neutral;
  });
});

describe('What is still read of a changed page', () => {
  test.each(sites.map(({ id }) => id).filter((id) => !UNFINISHED.includes(id)))(
    'is most of it on %s, and all of it where no hook was touched',
    (id) => {
      const { one, neutral } = results.get(id)!;
      expect(median(one)).toBeGreaterThanOrEqual(0.6);
      // Most changes hit nothing that matters: the median alone would hide a reader that gives up at once.
      expect(mean(one)).toBeGreaterThanOrEqual(0.6);
      expect(neutral, 'changes that touched no hook').toBeGreaterThanOrEqual(CHANGES / 10);
    },
  );

  afterAll(() => {
    const rows = [...results]
      .filter(([, { one }]) => one.length > 0)
      .map(([id, { one, many, neutral }]) => {
        const numbers = [median(one), mean(one), median(many), mean(many)].map((share) => `${Math.round(share * 100)} %`.padStart(8));
        return `${id.padEnd(14)}${numbers.join('')}${String(neutral).padStart(10)}`;
      });
    const head = `Messages still read of the pages kept for each site, seed ${seeded().seed}`;
    console.log(
      `${head}\n${''.padEnd(14)}  after one change  three at once   no hook\n${''.padEnd(14)}  median    mean  median    mean\n${rows.join('\n')}`,
    );
  });
});

describe('A broken site is found out', () => {
  const TALK = 'main[data-conversation-id]';
  const broken: Record<string, { site: Partial<Site>; by: RegExp }> = {
    'that takes every message without a mark for an own one': {
      site: {
        rows: '[data-message-id]',
        message: (row) => ({
          key: row.getAttribute('data-message-id')!,
          direction: row.matches('[data-direction="in"]') ? 'in' : 'out',
          at: null,
        }),
      },
      by: /is out, and was in/,
    },
    'that numbers the messages where the page has no id for one': {
      site: {
        rows: '[data-direction]',
        key: (row) => row.getAttribute('data-message-id') ?? String([...row.parentElement!.children].indexOf(row)),
        message(row, page) {
          const message = demo.message(row, page);
          return { key: this.key!(row)!, direction: message?.direction ?? (row.getAttribute('data-direction') as 'in' | 'out'), at: null };
        },
      },
      by: /and was none/,
    },
    'that is sure of an element': {
      site: { composer: ({ document }) => document.querySelector(TALK)!.querySelector('footer')!.querySelector('textarea') },
      by: /a reader throws/,
    },
    'that takes the first name it finds': {
      site: {
        conversation: ({ document }) => {
          const item = document.querySelector(`${TALK} header [data-name], [data-name], li`);
          return item && { kind: 'person', ids: [{ value: item.textContent, kind: 'weak' }], name: item.textContent };
        },
      },
      by: /the contact is/,
    },
    'that holds on to a class that says nothing': {
      site: { message: (row, page) => row.querySelector('.bubble') && demo.message(row, page) },
      by: /no hook is touched/,
    },
  };

  test.each(Object.entries(broken))('%s', (_, { site, by }) => {
    const fixture = fixtures.find(({ file }) => file === 'demo.chat.html')!;
    const { wrong } = change({ ...demo, ...site }, fixture, 500);
    expect(wrong.join('\n')).toMatch(by);
  });
});
