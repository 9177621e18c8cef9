// @vitest-environment happy-dom
// `npm run fixture`: reports come from anybody, and what is made of them stands beside our own pages.
import { join } from 'node:path';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { PageReport, ReportNode } from '@/lib/domain/page-report';
import { makeReport } from '@/lib/page/skeleton';
import { sites } from '@/lib/sites';
import { htmlOf, parseReport } from '../../scripts/fixture/html';
import { makeFixture } from '../../scripts/fixture/make';
import { siteHooks } from '../../scripts/site-hooks';
import { expectedIn, fixtures } from './fixtures';
import { readAll } from './read-all';
import { show } from './show';

const hooks = siteHooks(join(import.meta.dirname, '../../lib/sites'));

const report = (body: Partial<ReportNode>, more: Partial<PageReport> = {}): PageReport => ({
  kind: 'rapport-page-report',
  version: 1,
  rapport: '0.1.0',
  site: 'demo',
  state: 'unrecognised',
  missing: [],
  date: '2026-11-22',
  url: 'https://chat.example/',
  cut: 0,
  tree: { tag: 'html', attributes: { lang: 'en' }, children: [{ tag: 'body', ...body }] },
  ...more,
});
const bodyOf = (children: (ReportNode | string)[]): HTMLElement => {
  show(htmlOf(report({ children })), 'https://chat.example/');
  return document.body;
};

beforeEach(() => vi.spyOn(window, 'getComputedStyle').mockReturnValue({ display: '' } as CSSStyleDeclaration));

describe('a file that is no report', () => {
  const good = report({});
  test.each([
    ['words', 'hello', /no JSON/],
    ['another JSON', '{"kind":"backup"}', /no report of Rapport/],
    ['a report of another form', JSON.stringify({ ...good, version: 2 }), /version/],
    ['one with more in it', JSON.stringify({ ...good, password: 'x' }), /no report of Rapport/],
    ['one with a tag that is none', JSON.stringify(report({ tag: 'b><script' })), /tag/],
    ['one with an attribute that is none', JSON.stringify(report({ attributes: { 'x" onload="': '' } })), /attributes/],
    ['one of another protocol', JSON.stringify(report({}, { url: 'javascript:alert(1)' })), /url/],
    ['one that ends the comment', JSON.stringify(report({}, { rapport: '1 --><script>' })), /rapport/],
    ['a huge one', `"${'x'.repeat(300_001)}"`, /larger than 300 kB/],
    ['a deep one', `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`, /nested too deeply|no JSON/],
  ])('is refused with a sentence that says why: %s', (_, json, why) => {
    expect(() => parseReport(json)).toThrow(why);
  });

  test('for a site that we do not know is refused, too', () => {
    expect(() => makeFixture(JSON.stringify(report({}, { site: 'gone' })))).toThrow('knows no site “gone”');
  });
});

describe('what a report says', () => {
  test('never becomes code, and calls nobody', () => {
    const body = bodyOf([
      { tag: 'script', children: ['alert(1)'] },
      { tag: 'style', children: ['* { display: none }'] },
      { tag: 'template', attributes: { shadowrootmode: 'open' }, children: [{ tag: 'b' }] },
      { tag: 'iframe', attributes: { src: 'https://evil.org/', srcdoc: '<script>alert(1)</script>' } },
      { tag: 'img', attributes: { src: 'https://evil.org/a.png', onerror: 'alert(1)', srcset: 'https://evil.org/b.png 2x' } },
      { tag: 'a', attributes: { href: 'javascript:alert(1)' } },
      { tag: 'a', attributes: { href: ' java\nscript:alert(1)' } },
      { tag: 'div', attributes: { style: 'background: url(https://evil.org/)', class: '"><script>alert(1)</script>' } },
      { tag: 'meta', attributes: { 'http-equiv': 'refresh', content: '0;url=https://evil.org/' } },
      { tag: 'form', attributes: { action: 'https://evil.org/' } },
      { tag: 'object', attributes: { data: 'https://evil.org/' } },
      { tag: 'base', attributes: { href: 'https://hbb.example/' } },
      '<script>alert(1)</script>',
    ]);
    expect(body.querySelector('script, style, template, object, base, [onerror], [srcset], [srcdoc], [action], [http-equiv]')).toBeNull();
    expect(body.innerHTML).not.toContain('evil.org');
    expect(body.innerHTML).not.toMatch(/href="[^"]*script:/);
    expect(body.lastChild!.textContent).toContain('<script>alert(1)</script>');
  });

  test('stands where it stood: attributes, text, shadow roots', () => {
    const children: (ReportNode | string)[] = [
      {
        tag: 'x-chat',
        attributes: { 'data-a': 'a "b" <c> & d' },
        shadow: [{ tag: 'p', children: ['In the shadow'] }],
        children: ['outside'],
      },
      { tag: 'textarea', attributes: { class: 'box' }, children: ['</textarea><b>'] },
      { tag: 'img', attributes: { src: 'https://hbb.example/avatars/5000/x.png', alt: '' } },
    ];
    const [chat, box, image] = bodyOf(children).children;
    expect(chat!.getAttribute('data-a')).toBe('a "b" <c> & d');
    expect(chat!.shadowRoot!.textContent.trim()).toBe('In the shadow');
    expect(chat!.textContent.trim()).toBe('outside');
    expect(box!.textContent).toBe('</textarea><b>');
    expect(image!.getAttribute('src')).toBe('https://hbb.example/avatars/5000/x.png');
  });
});

const chats = fixtures.filter(({ file, html }) => /\.chat\.html$/.test(file) && expectedIn(html).messages.length > 0);

describe.each(chats)('a fixture from a report about $file', ({ id, html }) => {
  const site = sites.find((one) => one.id === id)!;
  const { url } = expectedIn(html);
  const hosts = site.origins.map((pattern) => /:\/\/([^/]+)/.exec(pattern)![1]!);

  test('is one that the tests of fixtures accept', () => {
    show(html, url);
    const made = makeFixture(
      makeReport(document, url, { rapport: '0.1.0', site: id, state: 'reading', missing: [], date: '2026-11-22', hosts }, hooks),
    );
    expect(made).toMatchObject({ site: id, isLarge: false });
    expect(Buffer.byteLength(made.html)).toBeLessThan(20_000);
    expect(/^<!doctype html>\s*<!--(.*?)-->/is.exec(made.html)![1]).toMatch(/captured page.*\b2026-11-22/);
    const addresses = made.html.match(/[\w.+-]+@[\w-]+(?:\.[\w-]+)*/g) ?? [];
    expect(addresses.filter((address) => !/@(?:[\w-]+\.)*example$/.test(address))).toEqual([]);
    expect(made.html.match(/\+\d[\d\s().-]{6,}\d|\btel:|\d{7,}@/g) ?? []).toEqual([]);
    const { url: address, ...expected } = expectedIn(made.html);
    expect(readAll(site, show(made.html, address))).toEqual({ profile: null, ...expected });
    expect(expected.messages.length).toBe(expectedIn(html).messages.length);
  });
});

test('a page that is too large is shortened where nobody reads, and stays as it is where everything is read', () => {
  const { html, id } = chats.find(({ file }) => file === 'demo.chat.html')!;
  const { url } = expectedIn(html);
  show(html, url);
  for (let n = 0; n < 60; n++) {
    const aside = document.createElement(`section`);
    aside.setAttribute(`data-part-${n}`, 'x'.repeat(400));
    for (let i = 0; i < 10; i++) aside.append(document.createElement('hr'), `Some words ${n}`);
    document.body.append(aside);
  }
  const json = makeReport(
    document,
    url,
    { rapport: '0.1.0', site: id, state: 'reading', missing: [], date: '2026-11-22', hosts: [] },
    hooks,
  );
  expect(Buffer.byteLength(htmlOf(parseReport(json)))).toBeGreaterThan(20_000);
  const made = makeFixture(json);
  expect(made.leftOut).toBeGreaterThan(0);
  expect(Buffer.byteLength(made.html)).toBeLessThan(20_000);
  expect(made.read.messages.length).toBe(expectedIn(html).messages.length);
});

test('nothing is left out of a page in which nothing is read', () => {
  const rows = Array.from({ length: 100 }, (_, n): ReportNode => ({
    tag: 'p',
    attributes: { class: `q${n} `.repeat(60) },
    children: ['xxxxxx…'],
  }));
  const made = makeFixture(JSON.stringify(report({ children: rows })));
  expect(made).toMatchObject({ leftOut: 0, isLarge: true, read: { conversation: null, messages: [] } });
});
