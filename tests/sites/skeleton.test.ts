// @vitest-environment happy-dom
// A report about a page: no word of the page is in it, and all that the site's file needs still is.
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { pageReportSchema, type PageReport, type ReportNode } from '@/lib/domain/page-report';
import { makeReport } from '@/lib/page/skeleton';
import { makeHooks } from '@/lib/page/skeleton/hooks';
import { ATTRIBUTES, LANGUAGES, LAYOUT, TAGS, VALUES } from '@/lib/page/skeleton/standard';
import { sites } from '@/lib/sites';
import { htmlOf, parseReport } from '../../scripts/fixture/html';
import { siteHooks } from '../../scripts/site-hooks';
import { plant } from './canaries';
import { expectedIn, fixtures, type Fixture } from './fixtures';
import { readAll, type Whole } from './read-all';
import { show } from './show';

const list = siteHooks(join(import.meta.dirname, '../../lib/sites'));
const hooks = makeHooks(list);
const siteOf = (id: string) => sites.find((one) => one.id === id)!;
const hostsOf = (id: string): string[] => siteOf(id).origins.map((pattern) => /:\/\/([^/]+)/.exec(pattern)![1]!);

/** The report about the page that is shown, as it would be copied. */
function reportOn(url: string, site = 'demo'): string {
  // The fixtures have no style sheets, and asking for styles takes this environment a millisecond each.
  const styles = vi.spyOn(window, 'getComputedStyle').mockReturnValue({ display: '' } as CSSStyleDeclaration);
  const about = { rapport: '0.1.0', site, state: 'partly', missing: ['account'], date: '2099-12-31', hosts: hostsOf(site) } as const;
  const report = makeReport(document, url, { ...about, missing: [...about.missing] }, list);
  styles.mockRestore();
  return report;
}

/** Runs of letters and digits. */
const tokensIn = (text: string): string[] => text.replace(/%[0-9A-Fa-f]{2}/g, ' ').match(/[\p{L}\p{N}]+/gu) ?? [];

/** Words that may be in any report: of the sites' files, of the standards, of labels, of the report itself. */
const common = new Set(
  tokensIn(
    [
      JSON.stringify(list),
      [
        ...TAGS,
        ...ATTRIBUTES,
        ...VALUES,
        ...LANGUAGES,
        ...Object.keys(LAYOUT),
        ...Object.values(LAYOUT).flatMap((values) => [...values]),
      ].join(' '),
      readFileSync(join(import.meta.dirname, '../../lib/sites/words.ts'), 'utf8'),
      'kind rapport-page-report version rapport site state partly unrecognised unknown missing date url cut tree tag attributes children shadow',
      'example 2099',
    ]
      .join(' ')
      .toLowerCase(),
  ),
);
/** A word that a report may have, or one that it makes itself: dots, invented dates. */
const isAllowed = (token: string): boolean =>
  common.has(token.toLowerCase()) ||
  hooks.isWord(token) ||
  /^(\p{L})\1*$/u.test(token) ||
  /^[上下]午\d+$|^(?:2031|1399|2599|31|0?[4579]|1[147]|23|\d\dT\d\d|0+Z?|null)$/.test(token);

/** What of these words is in a report though it may not be there. */
function survivorsOf(words: Iterable<string>, report: string): string[] {
  const there = new Set(tokensIn(decode(report).toLowerCase()));
  return [...new Set(words)].filter((word) => there.has(word.toLowerCase()) && !isAllowed(word));
}
const decode = (text: string): string => {
  try {
    return `${text} ${decodeURIComponent(text)}`;
  } catch {
    return text;
  }
};

/** All strings of a page, those of its shadow roots and attributes included. */
function stringsOf(root: ParentNode): string[] {
  return [...root.querySelectorAll('*')].flatMap((element) => [
    ...[...element.attributes].flatMap(({ name, value }) => [name, value]),
    ...[...element.childNodes].filter(({ nodeType }) => nodeType === 3).map(({ nodeValue }) => nodeValue ?? ''),
    ...(element.shadowRoot ? stringsOf(element.shadowRoot) : []),
  ]);
}

describe.each(fixtures)('A report about $file', ({ id, html }: Fixture) => {
  const { url } = expectedIn(html);
  const load = (): void => {
    show(html, url);
    document.querySelector('#expected')?.remove();
  };

  test('has no word and no number of the page in it', () => {
    load();
    const words = [...stringsOf(document), url].flatMap(tokensIn).filter((token) => token.length > 2);
    const report = reportOn(url, id);
    expect(survivorsOf(words, report)).toEqual([]);
    expect(() => pageReportSchema.parse(JSON.parse(report))).not.toThrow();
  });

  test('has no canary in it, wherever one is planted', () => {
    load();
    const { canaries, address } = plant(document, url);
    const report = decode(reportOn(address, id)).toLowerCase();
    expect(canaries.filter((canary) => report.includes(canary.toLowerCase()))).toEqual([]);
  });
});

describe('A report', () => {
  test('about a page with any words and values has none of them', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', minLength: 3, maxLength: 40 }),
      fc.lorem({ maxCount: 4 }),
      fc.stringMatching(/^[A-Za-z0-9_.:@/-]{4,30}$/),
      fc.stringMatching(/^\+?[0-9]{5,15}$/),
      fc.emailAddress(),
      fc.webUrl({ withQueryParameters: true, withFragments: true }),
      fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
      fc.json({ maxDepth: 2 }),
    );
    const name = fc.constantFrom(
      'id',
      'class',
      'title',
      'aria-label',
      'data-testid',
      'data-id',
      'href',
      'src',
      'style',
      'role',
      'value',
      'data-cm',
      'lang',
    );
    fc.assert(
      fc.property(fc.array(fc.record({ text, name, value: text, again: fc.boolean() }), { minLength: 1, maxLength: 8 }), (parts) => {
        document.body.replaceChildren(
          ...parts.flatMap(({ text, name, value, again }) => {
            const row = document.createElement('div');
            row.setAttribute(name, value);
            row.append(text);
            const heading = document.createElement('h1');
            heading.append(text);
            return again ? [row, heading] : [row];
          }),
        );
        const words = parts.flatMap(({ text, value }) => [text, value]).flatMap(tokensIn);
        expect(
          survivorsOf(
            words.filter((token) => token.length > 2),
            reportOn('https://chat.example.org/'),
          ),
        ).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test('is at most 300 kB, of a page of any size, and says how much was left out', () => {
    const row = (n: number): Element => {
      const made = document.createElement('div');
      made.setAttribute('data-message-id', `id${n}`);
      made.setAttribute('title', 'word '.repeat(50));
      for (let i = 0; i < 20; i++) made.append(document.createElement('span'), `text ${n} ${i}`);
      return made;
    };
    document.body.replaceChildren(...Array.from({ length: 1_500 }, (_, n) => row(n)));
    const few = JSON.parse(reportOn('https://chat.example.org/')) as PageReport;
    expect(few.cut).toBeGreaterThan(1_000);
    expect(JSON.stringify(few).match(/data-message-id/g)!.length).toBeLessThan(40);
    // Rows of which no two are alike.
    document.body.replaceChildren(
      ...Array.from({ length: 1_500 }, (_, n) => {
        const made = row(n);
        made.setAttribute(`data-${n}`, 'x'.repeat(500));
        return made;
      }),
    );
    const report = reportOn('https://chat.example.org/');
    expect(Buffer.byteLength(report)).toBeLessThanOrEqual(300_000);
    expect((JSON.parse(report) as PageReport).cut).toBeGreaterThan(1_000);
  });

  test('leaves out what Rapport itself has put into the page', () => {
    const own = document.createElement('div');
    own.setAttribute('side-edge', '');
    document.body.replaceChildren(own, document.createElement('p'));
    const { tree } = JSON.parse(reportOn('https://chat.example.org/')) as PageReport;
    const body = tree.children!.find((child) => typeof child !== 'string' && child.tag === 'body') as ReportNode;
    expect(body.children).toEqual([{ tag: 'p' }]);
  });

  test('keeps a label where labels are looked for, and not where somebody wrote the same word', () => {
    const row = document.createElement('p');
    row.setAttribute('aria-label', 'Read');
    for (const name of ['text', 'value', 'alt', 'data-text']) row.setAttribute(name, 'Read');
    row.append('Read');
    document.body.replaceChildren(row);
    const { tree } = JSON.parse(reportOn('https://chat.example.org/')) as PageReport;
    const body = tree.children!.find((child) => typeof child !== 'string' && child.tag === 'body') as ReportNode;
    const [told] = body.children as ReportNode[];
    expect(told!.attributes!['aria-label']).toBe('Read');
    expect([...Object.entries(told!.attributes!).filter(([name]) => name !== 'aria-label'), ...told!.children!].flat()).not.toContain(
      'Read',
    );
  });

  test('keeps a known word where a page is built with it, and not where it is what somebody is called', () => {
    const link = document.createElement('a');
    link.setAttribute('href', '/@message/profile');
    link.setAttribute('data-jid', 'message.profile@chat.example.org');
    link.className = 'message-profile';
    link.append('message');
    document.body.replaceChildren(link);
    const { tree } = JSON.parse(reportOn('https://chat.example.org/')) as PageReport;
    const body = tree.children!.find((child) => typeof child !== 'string' && child.tag === 'body') as ReportNode;
    const [told] = body.children as ReportNode[];
    expect(told!.attributes!['class']).toBe('message-profile');
    expect(told!.attributes!['href']).toMatch(/^\/@q\w+\/profile$/);
    expect(told!.attributes!['data-jid']).toMatch(/^q\w+\.q\w+@h\w+\.example$/);
    expect(told!.children).not.toContain('message');
  });

  test('still tells which things are the same, and which are labels', () => {
    document.body.replaceChildren();
    const add = (tag: string, attributes: Record<string, string>, text = ''): void => {
      const made = document.createElement(tag);
      for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
      made.append(text);
      document.body.append(made);
    };
    add('h1', {}, 'Anna Weber');
    add('span', { 'aria-label': 'Anna Weber:' });
    add('span', { 'aria-label': 'You:' });
    add('div', { 'data-pre-plain-text': '[10:42 AM, 9/14/2026] Anna Weber: ', 'data-id': 'true_4917012345@c.us_3EB0A1' }, 'Is it there?');
    add('a', { href: 'https://web.whatsapp.com/send?phone=4917012345' }, 'You');
    const { tree } = JSON.parse(reportOn('https://web.whatsapp.com/', 'whatsapp')) as PageReport;
    const body = tree.children!.find((child) => typeof child !== 'string' && child.tag === 'body') as ReportNode;
    const [heading, name, you, message, link] = body.children as ReportNode[];
    const anna = heading!.children![0] as string;
    expect(anna).toMatch(/^Q\w+ Q\w+$/);
    expect(name!.attributes!['aria-label']).toBe(`${anna}:`);
    expect(you!.attributes!['aria-label']).toBe('You:');
    expect(message!.attributes!['data-pre-plain-text']).toBe(`[11:17 AM, 4/23/2031] ${anna}: `);
    expect(message!.children).toEqual(['xxxxxx xxxxxx xxxxxx…']);
    const [, number] = /^true_(\d+)@c\.us_\w+$/.exec(message!.attributes!['data-id']!)!;
    expect(link!.attributes!['href']).toBe(`https://web.whatsapp.com/send?phone=${number}`);
  });
});

/** Whether the site finds the account in scripts of the page, which are no part of a report. Some tell own messages by it. */
const isInScripts = (id: string): boolean =>
  readFileSync(join(import.meta.dirname, `../../lib/sites/${id}.ts`), 'utf8').includes("from './inline'");

/** What of a reading has to be the same for a skeleton: who it is and when are others now. */
const shapeOf = (whole: Whole, id: string) => ({
  account: isInScripts(id) || whole.account !== null,
  conversation: whole.conversation && [whole.conversation.kind, ...whole.conversation.ids.map(({ kind }) => kind)],
  directions: whole.messages.map(({ direction }) => isInScripts(id) || direction),
  keys: whole.messages.map(({ key }) => key !== '').length,
  composer: whole.composer,
  profile: whole.profile?.kind ?? null,
});

describe('The skeletons of all fixtures', () => {
  const lost: string[] = [];
  beforeAll(() => {
    for (const { file, id, html } of fixtures) {
      const { url } = expectedIn(html);
      const before = shapeOf(readAll(siteOf(id), show(html, url)), id);
      const report = parseReport(reportOn(url, id));
      const after = shapeOf(readAll(siteOf(id), show(htmlOf(report), report.url)), id);
      if (JSON.stringify(after) !== JSON.stringify(before)) lost.push(`${file}: ${JSON.stringify(before)} became ${JSON.stringify(after)}`);
    }
    console.info(`Skeletons that are read like their pages: ${fixtures.length - lost.length} of ${fixtures.length}.\n${lost.join('\n')}`);
  }, 60_000);

  test('are read like the pages: as many messages, the same directions, the composer, the kind of conversation', () => {
    expect(
      lost.length / fixtures.length,
      `Too many skeletons lost something. If ids of a site have a part that is the same for everybody, add it to lib/page/skeleton/fixed-parts.ts.\n${lost.join('\n')}`,
    ).toBeLessThanOrEqual(0.05);
  });
});
