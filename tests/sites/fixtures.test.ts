// @vitest-environment happy-dom
// Every site against every page kept for it: `fixtures/<site>.<case>.html` says at its end what the readers must find.
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { sites } from '@/lib/sites';
import type { Act } from '@/lib/sites/site';
import { everyElement } from './every-element';
import { expectedIn, fixtures } from './fixtures';
import { NOTHING, readAll, rowsOf } from './read-all';
import { show } from './show';

const SITES = join(import.meta.dirname, '../../lib/sites');

/** The element behind a selector, through open shadow roots where it says ` >>> `. */
function find(selector: string): Element {
  let root: ParentNode = document;
  const parts = selector.split(' >>> ');
  for (const part of parts.slice(0, -1)) root = root.querySelector(part)!.shadowRoot!;
  const found = root.querySelector(parts.at(-1)!);
  if (!found) throw new Error(`There is no ${selector} in the fixture.`);
  return found;
}

beforeEach(() => void show('', 'https://example.org/'));

describe('The list of sites', () => {
  test('is in alphabetical order, each id once', () => {
    const ids = sites.map((site) => site.id);
    expect(ids).toEqual([...new Set(ids)].sort());
  });

  test.each(sites.map((site) => [site.id, site] as const))(
    '%s is the name of its file, which exports a site of that name',
    async (id, site) => {
      const file = (await import(join(SITES, `${id}.ts`))) as Record<string, unknown>;
      expect(file[id]).toBe(site);
    },
  );

  test.each(sites.map((site) => [site.id, site] as const))('%s can be enabled somewhere and recognised', (_, site) => {
    expect(site.selfHosted || site.origins.length > 0).toBe(true);
    for (const origin of site.origins) expect(origin).toMatch(/^https?:\/\/[^/]+\/\S*$/);
    expect(site.marks.length).toBeGreaterThan(0);
    for (const selector of [...site.marks, site.rows]) expect(() => document.querySelector(selector)).not.toThrow();
  });

  test.each(sites.map((site) => [site.id] as const))('%s has a fixture with a conversation, and one without', (id) => {
    const found = fixtures.filter((fixture) => fixture.id === id).map((fixture) => expectedIn(fixture.html).conversation !== null);
    expect(found).toContain(true);
    expect(found).toContain(false);
  });
});

describe.each(fixtures)('$file', ({ id, html }) => {
  const site = sites.find((one) => one.id === id);

  test('belongs to a site, and is small', () => {
    expect(site, `no site "${id}" in the list`).toBeDefined();
    expect(Buffer.byteLength(html)).toBeLessThan(20_000);
  });

  test('shows nobody who exists', () => {
    // Reserved names only (RFC 2606, RFC 6761).
    const addresses = html.match(/[\w.+-]+@[\w-]+(?:\.[\w-]+)*/g) ?? [];
    expect(addresses.filter((address) => !/@(?:[\w-]+\.)*(?:localhost|test|invalid|example(?:\.(?:com|net|org))?)$/.test(address))).toEqual(
      [],
    );
    expect(html.match(/\+\d[\d\s().-]{6,}\d|\btel:|\d{7,}@/g) ?? []).toEqual([]);
  });

  test('is read as it says', () => {
    const { url, acts: _, unsent: __, others: ___, ...expected } = expectedIn(html);
    expect(readAll(site!, show(html, url))).toEqual({ profile: null, ...expected });
  });

  test('tells what a click does, and to whose post', () => {
    const { url, acts } = expectedIn(html);
    if (!acts) return;
    const page = show(html, url);
    const boxes = new Map(acts.flatMap(({ act }) => (act?.box ? [[find(act.box), act.box]] : [])));
    const read = (target: Element) => {
      const act = site!.act?.(target, page) ?? null;
      return act && { ...act, box: act.box && boxes.get(act.box) };
    };
    for (const { selector, act } of acts) expect(read(find(selector)), selector).toEqual(act);
    const named = acts.map(({ act }) => act).filter((act) => act !== null);
    for (const act of everyElement(document.body).map(read)) if (act) expect(named).toContainEqual(act);
  });

  test('has its rows where roots() says, and one key for each whichever reader is asked', () => {
    const page = show(html, expectedIn(html).url);
    const root = site!.list(page)?.getRootNode() ?? document;
    if (root !== document) expect(site!.roots?.(page)).toContain(root);
    for (const row of rowsOf(site!, page)) expect(site!.message(row, page)?.key ?? null).toBe(site!.key(row));
  });

  test('shows nobody to any other site', () => {
    const page = show(html, expectedIn(html).url);
    for (const other of sites.filter((one) => one !== site))
      expect(readAll(other, page), other.id).toMatchObject({ conversation: null, profile: null });
  });

  test('is the app of its site, by one of the marks', () => {
    show(html, 'https://example.org/');
    expect(site!.marks.some((selector) => document.querySelector(selector))).toBe(true);
  });

  test('stays readable when the page changes: no reader throws when any one attribute is gone', () => {
    const { url, acts } = expectedIn(html);
    const nameOf = ({ kind, item, author }: Omit<Act, 'box'>): string => JSON.stringify([kind, item, author.ids]);
    const published = acts?.flatMap(({ act }) => act ?? []).map(nameOf);
    const page = show(html, url);
    const everything = everyElement(document.body);
    for (const name of new Set(everything.flatMap((element) => element.getAttributeNames()))) {
      const values = everything
        .filter((element) => element.hasAttribute(name))
        .map((element) => ({ element, value: element.getAttribute(name)! }));
      for (const { element } of values) element.removeAttribute(name);
      expect(() => readAll(site!, page), `without ${name}`).not.toThrow();
      // Acts become fewer; none goes to another author or post.
      for (const act of published ? everything.map((element) => site!.act!(element, page)) : [])
        if (act) expect(published, `without ${name}`).toContain(nameOf(act));
      for (const { element, value } of values) element.setAttribute(name, value);
    }
  });
});

describe('An empty page', () => {
  test.each(sites.map((site) => [site.id, site] as const))('tells %s nothing', (_, site) => {
    const page = show('', 'https://example.org/');
    expect(readAll(site, page)).toEqual(NOTHING);
    const row = document.createElement('div');
    expect([site.key(row), site.message(row, page), site.text(row), site.act?.(row, page) ?? null]).toEqual([null, null, '', null]);
  });
});
