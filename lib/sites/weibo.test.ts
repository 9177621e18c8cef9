// @vitest-environment happy-dom
// What no fixture can show: a layout, profile pages, and rows used again.
import { beforeEach, describe, expect, test } from 'vitest';
import { weibo } from './weibo';

const CHAT = { document, url: new URL('https://api.weibo.com/chat#/chat') };
const ID = '5345600000000001';

function make(tag: string, attributes: Record<string, string>, ...children: (Element | string)[]): HTMLElement {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

const place = (element: Element, left: number, width: number): void => {
  element.getBoundingClientRect = () => new DOMRect(left, 0, width, 40);
};

/** A row 600 wide whose sender's picture has its centre at `centre`. */
function row(id: string, sender: string, centre: number, words = 'Hello'): HTMLElement {
  const avatar = make('img', {});
  const text = make('p', {}, words, make('img', { alt: '🌿' }));
  const bubble = make('div', {}, make('div', {}), make('div', {}, make('div', {}, text)));
  const content = make('div', {}, make('p', {}, '03:28'), make('div', {}, avatar), make('div', {}, make('span', {}, sender), bubble));
  const li = make('li', { id }, make('div', {}, id), content);
  place(li, 100, 600);
  place(avatar, 100 + centre - 20, 40);
  return li;
}

function open(name: string, ...rows: HTMLElement[]): void {
  const item = make('li', {}, make('div', {}, name), make('div', {}, '7000000001'));
  const thread = make('div', {}, make('span', { title: name }), make('ul', {}, ...rows), make('textarea', { id: 'webchat-textarea' }));
  document.body.replaceChildren(make('div', { id: 'app' }, make('ul', {}, item), thread));
}

const directions = (): (string | undefined)[] =>
  [...weibo.list(CHAT)!.querySelectorAll(weibo.rows)].map((one) => weibo.message(one, CHAT)?.direction);

beforeEach(() => document.body.replaceChildren());

describe('Who wrote a message on Weibo', () => {
  test('is told by the side of the picture', () => {
    open('Lin', row(ID, 'Lin', 30), row('5345600000000002', 'Shop', 570));
    expect(directions()).toEqual(['in', 'out']);
  });

  test('is not told by a picture between the sides, or beyond them', () => {
    open('Lin', row(ID, 'Lin', 300), row('5345600000000002', 'Shop', 900), row('5345600000000003', 'Shop', -50));
    expect(directions()).toEqual(['unknown', 'unknown', 'unknown']);
  });

  test('is unknown when the name contradicts the side', () => {
    open('Lin', row(ID, 'Lin', 570));
    expect(directions()).toEqual(['unknown']);
  });
});

describe('A message on Weibo', () => {
  test('has the words of its bubble, without the time above it', () => {
    open('Lin', row(ID, 'Lin', 30, 'Still there? '));
    expect(weibo.text(document.getElementById(ID)!)).toBe('Still there? 🌿');
  });

  test('is known by its number, not by the row that shows it now', () => {
    const used = row(ID, 'Lin', 30);
    open('Lin', used);
    expect(weibo.key(used)).toBe(ID);
    used.id = '5345600000000002';
    expect(weibo.key(used)).toBe('5345600000000002');
  });
});

describe('A profile on Weibo', () => {
  const read = (path: string, ...links: string[]) => {
    const name = make('div', { class: 'ProfileHeader_name_1KbBs' }, '林婉清');
    const head = make('div', { class: 'ProfileHeader_box_2x' }, name, ...links.map((href) => make('a', { href })));
    const menu = make('nav', {}, make('a', { href: '/u/page/follow/7000000008' }));
    document.body.replaceChildren(make('div', { id: 'app' }, menu, head));
    return weibo.profile!({ document, url: new URL(path, 'https://weibo.com') });
  };
  const lin = { kind: 'person', ids: [{ value: '7000000001', kind: 'permanent' }], name: '林婉清' };

  test.each(['/u/7000000001', '/7000000001', '/profile/7000000001'])('has the number of the chat at %s', (path) => {
    expect(read(path)).toEqual(lin);
  });

  test('with a word for an address gets the number from its links, if they agree', () => {
    expect(read('/n/林婉清', '/u/page/follow/7000000001', '/u/page/follow/7000000001?relate=fans')).toEqual(lin);
    expect(read('/linwanqing', '/u/page/follow/7000000001', '/u/page/follow/7000000009')).toBeNull();
    expect(read('/linwanqing')).toBeNull();
  });

  test('is nobody while the head still shows the person before', () => {
    expect(read('/u/7000000001', '/u/page/follow/7000000001')).toEqual(lin);
    expect(read('/u/7000000001', '/u/page/follow/7000000009')).toBeNull();
  });

  test('is no post and no chat', () => {
    expect(read('/7000000001/PabcDEF12')).toBeNull();
    expect(read('https://api.weibo.com/chat')).toBeNull();
  });
});
