// @vitest-environment happy-dom
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { taughtReadingSchema } from '../domain/taught-site';
import type { Message, Page } from '../sites/site';
import { derive, trial, type Derived } from './derive';
import { isHashed } from './stable';

type Side = 'in' | 'out';
const page = (): Page => ({ document, url: new URL(location.href) });
const one = (css: string): Element => document.querySelector(css)!;

beforeEach(() => void (document.body.innerHTML = ''));

/** Derives from four picks on the page, by selectors. */
function teach(title: string, theirs: string, own: string, composer: string): Derived {
  return derive({ title: one(title), theirs: [one(theirs)], own: [one(own)], composer: one(composer) }, page())[0]!;
}

/** What the best way reads: a letter per row, `?` for what is unclear. */
function sidesRead({ reading }: Derived): string {
  const site = trial(reading!);
  site.conversation(page());
  const rows = [...(site.list(page())?.querySelectorAll(site.rows) ?? [])];
  return rows
    .map((row) => site.message(row, page()))
    .map((message) => (message ? { in: 'i', out: 'o', unknown: '?' }[message.direction] : '-'))
    .join('');
}

describe('What is derived', () => {
  test('finds rows by their id and sides by a class, whatever the hashes beside them', () => {
    document.body.innerHTML = `<div id="root"><div class="css-1x2y3z"><h2 class="sc-aBcD1e">Anna</h2></div>
      <div class="x1abc9z"><div data-mid="a91" class="css-9q8w7e msg msg-in"><span class="_ak4w">Hi</span></div>
      <div data-mid="a92" class="css-0p9o8i msg msg-out"><span class="_ak4w">Hello</span></div>
      <div data-mid="a93" class="css-9q8w7e msg msg-in"><span class="_ak4w">Well</span></div></div>
      <div><textarea></textarea></div></div>`;
    const best = teach('h2', '[data-mid=a91] span', '[data-mid=a92] span', 'textarea');
    expect(best.reading).toMatchObject({
      key: { at: [], attribute: 'data-mid' },
      direction: { by: 'mark', out: ['.msg-out'], in: ['.msg-in'] },
    });
    expect(JSON.stringify(best.reading)).not.toMatch(/css-|sc-aBcD|x1abc|_ak4w/);
    expect(sidesRead(best)).toBe('ioi');
  });

  test('takes content for keys where only places in the list are numbered, and ids are made up by the framework', () => {
    document.body.innerHTML = `<main><header><h1>Anna</h1></header><ul>
      <li class="row them" data-index="0" id=":r1:"><p>Hi</p></li><li class="row me" data-index="1" id=":r2:"><p>Hello</p></li>
      <li class="row them" data-index="2" id=":r3:"><p>Hi</p></li></ul><textarea name="message"></textarea></main>`;
    const best = teach('h1', 'li:nth-child(1) p', 'li:nth-child(2) p', 'textarea');
    expect(best.reading!.key).toBeNull();
    const site = trial(best.reading!);
    expect(site.approximate).toBe(true);
    site.conversation(page());
    const keys = [...site.list(page())!.querySelectorAll(site.rows)].map((row) => site.key(row)!);
    expect(keys[0]).toBe(keys[2]);
    expect(keys[0]).not.toBe(keys[1]);
    expect(keys.join()).not.toMatch(/hello/i);
  });

  test('sees single messages inside groups, and the side on the group', () => {
    document.body.innerHTML = `<div id="app"><div class="top"><b class="peer">Anna</b></div><div class="scroller">
      <div class="day"><div class="bunch theirs"><i></i><div class="bubbles"><div class="bubble"><p class="words">a</p></div><div class="bubble"><p class="words">b</p></div></div></div>
      <div class="bunch mine"><div class="bubbles"><div class="bubble"><p class="words">c</p></div></div></div></div>
      <div class="day"><div class="bunch mine"><div class="bubbles"><div class="bubble"><p class="words">d</p></div><div class="bubble"><p class="words">e</p></div></div></div></div>
      </div><div class="foot"><div contenteditable="true"></div></div></div>`;
    const best = teach('.peer', '.theirs .words', '.mine .words', '[contenteditable]');
    expect(best.reading!.direction).toMatchObject({ by: 'mark', where: 'around', out: ['.mine'], in: ['.theirs'] });
    expect(sidesRead(best)).toBe('iiooo');
  });

  test('goes by the name beside the messages where nothing else tells, through whole runs', () => {
    document.body.innerHTML = `<div id="app"><h1>Anna Weber</h1><ol>
      <li id="m-101"><span class="author">Anna Weber</span><p class="text">a</p></li><li id="m-102"><p class="text">b</p></li>
      <li id="m-103"><span class="author">Mei Tan</span><p class="text">c</p></li><li id="m-104"><p class="text">d</p></li>
      <li id="m-105"><span class="author">Somebody Else</span><p class="text">e</p></li></ol><textarea></textarea></div>`;
    const best = teach('h1', '#m-102 p', '#m-104 p', 'textarea');
    expect(best.reading!.direction).toMatchObject({ by: 'sender', own: 'Mei Tan', named: true });
    expect(sidesRead(best)).toBe('iioo?');
  });

  test('does not take the state of a message for its side', () => {
    document.body.innerHTML = `<div id="app"><h1>Anna</h1><div role="log">
      <article data-id="k1" class="m in first"><p>a</p></article><article data-id="k2" class="m out is-read last-in-group"><p>b</p></article>
      <article data-id="k3" class="m out delivered"><p>c</p></article><article data-id="k4" class="m in is-read"><p>d</p></article></div><textarea></textarea></div>`;
    expect(sidesRead(teach('h1', '[data-id=k1] p', '[data-id=k2] p', 'textarea'))).toBe('iooi');
  });

  test('nor for its side what is merely more common than an unknown word', () => {
    document.body.innerHTML = `<div id="app"><h1>Anna</h1><div role="log">
      <article data-id="k1" class="m"><p>a</p></article><article data-id="k2" class="m is-read violet"><p>b</p></article>
      <article data-id="k3" class="m violet"><p>c</p></article><article data-id="k4" class="m is-read"><p>d</p></article></div><textarea></textarea></div>`;
    expect(sidesRead(teach('h1', '[data-id=k1] p', '[data-id=k2] p', 'textarea'))).toBe('iooi');
  });

  test('leaves out what was never sent, and lines of the site', () => {
    document.body.innerHTML = `<div id="app"><h1>Anna</h1><div role="log">
      <article data-id="k1" class="m in"><p>a</p></article><article data-id="k2" class="m out"><p>b</p></article>
      <article data-id="k3" class="m out isSending"><p>c</p></article><article data-id="k4" class="m in system-line"><p>Anna joined</p></article>
      <article data-id="k5" class="m in"><p>e</p></article></div><textarea></textarea></div>`;
    expect(sidesRead(teach('h1', '[data-id=k1] p', '[data-id=k2] p', 'textarea'))).toBe('io--i');
  });

  test('finds the box under its placeholder, and not the search', () => {
    document.body.innerHTML = `<div id="app"><input type="search"><h1>Anna</h1><div role="log">
      <article class="m in"><p>a</p></article><article class="m out"><p>b</p></article></div>
      <footer><div class="box"><div contenteditable="true" role="textbox"><p></p></div><span class="hint">Write …</span></div></footer></div>`;
    const best = teach('h1', '.in p', '.out p', '.hint');
    expect(trial(best.reading!).composer(page())).toBe(one('[role=textbox]'));
  });

  test('works in open shadow roots, in one for the app and one for each message', () => {
    const shadow = (host: Element, html: string): ShadowRoot => {
      const root = host.attachShadow({ mode: 'open' });
      root.innerHTML = html;
      return root;
    };
    document.body.innerHTML = '<chat-app></chat-app>';
    const app = shadow(
      one('chat-app'),
      '<h1>Anna</h1><section><chat-line mid="a-1"></chat-line><chat-line mid="a-2"></chat-line><chat-line mid="a-3"></chat-line></section><textarea></textarea>',
    );
    const lines = [...app.querySelectorAll('chat-line')];
    const roots = lines.map((line, i) => shadow(line, `<div class="${i === 1 ? 'own' : 'other'}"><p>${i}</p></div>`));
    const [best] = derive(
      {
        title: app.querySelector('h1')!,
        theirs: [roots[0]!.querySelector('p')!],
        own: [roots[1]!.querySelector('p')!],
        composer: app.querySelector('textarea')!,
      },
      page(),
    );
    expect(best!.problems).toEqual([]);
    expect(sidesRead(best!)).toBe('ioi');
    expect(trial(best!.reading!).roots!(page())).toContain(app);
  });

  test('says what is missing', () => {
    document.body.innerHTML = `<div id="app"><h1>Anna</h1><ul><li><p>a</p></li><li><p>b</p></li></ul><div class="nobox"></div></div>`;
    expect(teach('h1', 'li:nth-child(1) p', 'li:nth-child(2) p', '.nobox').problems).toEqual(['composer']);
    document.querySelector('.nobox')!.innerHTML = '<textarea></textarea>';
    expect(teach('h1', 'li:nth-child(1) p', 'li:nth-child(2) p', 'textarea').problems).toEqual(['sides']);
    expect(derive({ title: one('h1'), theirs: [one('li p')], own: [one('li p')], composer: one('textarea') }, page())[0]!.problems).toEqual(
      ['rows'],
    );
  });

  test('offers other ways, each of which reads what was shown as it was shown', () => {
    document.body.innerHTML = `<div id="app"><h1>Anna</h1><div role="log">
      <div class="turn a"><div class="m"><p>a</p></div><div class="m"><p>b</p></div></div><div class="turn b me"><div class="m"><p>c</p></div></div></div><textarea></textarea></div>`;
    const ways = derive({ title: one('h1'), theirs: [one('.a p')], own: [one('.me p')], composer: one('textarea') }, page());
    expect(ways.length).toBeGreaterThan(1);
    expect(new Set(ways.map(sidesRead)).size).toBe(ways.length);
  });
});

/** A chat page as somebody might have built it. */
interface Plan {
  /** Wrappers around list, row and words. */
  deep: [number, number, number];
  hashed: boolean;
  tag: 'div' | 'li' | 'article';
  key: 'data-message-id' | 'id' | 'data-mid' | null;
  side: 'row class' | 'row attribute' | 'inner class' | 'group class' | 'alignment';
  sides: Side[];
  roster: boolean;
  quotes: boolean;
  box: 'textarea' | 'editable';
}

const plans: fc.Arbitrary<Plan> = fc.record({
  deep: fc.tuple(fc.nat(3), fc.nat(2), fc.nat(2)),
  hashed: fc.boolean(),
  tag: fc.constantFrom('div', 'li', 'article'),
  key: fc.constantFrom('data-message-id', 'id', 'data-mid', null),
  side: fc.constantFrom('row class', 'row attribute', 'inner class', 'group class', 'alignment'),
  sides: fc.array(fc.constantFrom<Side>('in', 'out'), { minLength: 4, maxLength: 14 }).filter((sides) => new Set(sides).size === 2),
  roster: fc.boolean(),
  quotes: fc.boolean(),
  box: fc.constantFrom('textarea', 'editable'),
});

const hash = (n: number): string => `css-${(n * 7919 + 104729).toString(36)}`;
const wrap = (inner: string, times: number, plan: Plan): string =>
  Array.from({ length: times }).reduce<string>((html, _, i) => `<div${plan.hashed ? ` class="${hash(i + 31)}"` : ''}>${html}</div>`, inner);

function build(plan: Plan): void {
  const name = (kind: string, n = 1): string => (plan.hashed ? `${hash(kind.length * n)} ${kind}` : kind);
  const row = (side: Side, i: number): string => {
    const text = `<p class="${name('words')}" data-test-n="${i}">Message ${i}</p>`;
    const quote = plan.quotes && i === 2 ? `<blockquote><p class="${name('words')}">Message 1</p></blockquote>` : '';
    const inner = wrap(
      plan.side === 'inner class'
        ? `<div class="${name('bubble')} ${side === 'out' ? 'is-own' : 'is-other'}">${text}${quote}</div>`
        : text + quote,
      plan.deep[2],
      plan,
    );
    const key = plan.key ? ` ${plan.key}="m-${4000 + i * 7}"` : '';
    const kind =
      plan.side === 'row class'
        ? ` ${side === 'out' ? 'outgoing' : 'incoming'}`
        : plan.side === 'alignment'
          ? ` ${side === 'out' ? 'justify-end' : 'justify-start'}`
          : '';
    return `<${plan.tag} class="${name('line')}${kind}"${key}${plan.side === 'row attribute' ? ` data-own="${String(side === 'out')}"` : ''}>${inner}</${plan.tag}>`;
  };
  const rows = plan.sides.map(row);
  const grouped =
    plan.side === 'group class'
      ? rows.map((html, i) => `<div class="${name('turn')} ${plan.sides[i] === 'out' ? 'mine' : 'theirs'}">${html}</div>`)
      : rows;
  const roster = plan.roster
    ? `<nav>${['Ben', 'Cleo', 'Dana'].map((who) => `<a class="entry"><h3 class="${name('title')}">${who}</h3><p class="${name('words')}">Last</p></a>`).join('')}</nav>`
    : '';
  document.body.innerHTML = `<div id="app">${roster}<div class="${name('talk')}"><div class="${name('head')}"><h3 class="${name('title')}">Anna Weber</h3></div>${wrap(
    `<div class="${name('lines')}">${wrap(grouped.join(''), plan.deep[1], plan)}</div>`,
    plan.deep[0],
    plan,
  )}<div class="${name('foot')}">${plan.box === 'textarea' ? '<textarea></textarea>' : '<div contenteditable="true"></div>'}</div></div></div>`;
  // The builder's own mark, by which the test knows the elements; taken away before anybody looks.
  marked = new Map(
    [...document.querySelectorAll('[data-test-n]')].map((element) => [Number(element.getAttribute('data-test-n')), element]),
  );
  for (const element of marked.values()) element.removeAttribute('data-test-n');
}
let marked = new Map<number, Element>();

test('Any chat page can be taught: what was pointed at is found again, and every message has its side', () => {
  fc.assert(
    fc.property(plans, (plan) => {
      build(plan);
      const at = (side: Side): Element => marked.get(plan.sides.indexOf(side))!;
      const picks = {
        title: [...document.querySelectorAll('h3')].at(-1)!,
        theirs: [at('in')],
        own: [at('out')],
        composer: one('textarea, [contenteditable]'),
      };
      const [best] = derive(picks, page());
      expect(best!.problems).toEqual([]);
      taughtReadingSchema.parse(best!.reading);
      const site = trial(best!.reading!);
      expect(site.conversation(page())?.name).toBe('Anna Weber');
      expect(site.composer(page())).toBe(picks.composer);
      const list = site.list(page())!;
      const read = new Map<Element, Message['direction']>();
      for (const row of list.querySelectorAll(site.rows)) {
        const message = site.message(row, page());
        if (message) read.set(row, message.direction);
      }
      const sides = plan.sides.map((_, i) => [...read].filter(([row]) => row.contains(marked.get(i)!)).map(([, side]) => side));
      expect(sides).toEqual(plan.sides.map((side) => [side]));
      expect(read.size).toBe(plan.sides.length);
      if (plan.key) expect(best!.reading!.key?.attribute).toBe(plan.key);
      for (const [name] of JSON.stringify(best!.reading).matchAll(/css-[0-9a-z]+/g))
        expect(isHashed(name), `${name} is in a selector`).toBe(false);
    }),
    { numRuns: 100 },
  );
});
