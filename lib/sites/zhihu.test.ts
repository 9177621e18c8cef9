// @vitest-environment happy-dom
// Sides of bubbles, and what no fixture can show: states that change, and what the rep has published.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { zhihu } from './zhihu';

const FIXTURES = join(import.meta.dirname, '../../tests/sites/fixtures');
const QIU = { ids: [{ value: '0a1b2c3d4e5f60718293a4b5c6d7e8f9', kind: 'permanent' }], name: '秋山木作' };

let page: { document: Document; url: URL };
function show(file: string, address: string): void {
  const parsed = new DOMParser().parseFromString(readFileSync(join(FIXTURES, file), 'utf8'), 'text/html');
  document.body.replaceChildren(...parsed.body.childNodes);
  page = { document, url: new URL(address, 'https://www.zhihu.com') };
}
const at = (selector: string): HTMLElement => document.querySelector(selector)!;
const act = (selector: string) => zhihu.act!(at(selector), page);
const ownName = (name: string): void => at('.AppHeader-profileAvatar').setAttribute('alt', `点击打开${name}的主页`);

describe('A private message on Zhihu', () => {
  beforeEach(() => show('zhihu.flat.html', '/messages/0a1b2c3d4e5f60718293a4b5c6d7e8f9'));

  /** Lays out the first row, 500 pixels wide, as the site does the other one's messages, or the user's with `isOwn`; the bubble stands at `left`. */
  function directionAt(left: number, isOwn: boolean): string | undefined {
    const row = [...document.querySelectorAll('.Message')].find((one) => one.matches('.Message--reverse') === isOwn)!;
    vi.spyOn(row, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 0, 500, 40));
    vi.spyOn(row.querySelector('.TextMessage')!, 'getBoundingClientRect').mockReturnValue(new DOMRect(left, 0, 200, 40));
    return zhihu.message(row, page)?.direction;
  }

  test('is the other one’s on the left, one’s own on the right', () => {
    expect(directionAt(50, false)).toBe('in');
    expect(directionAt(250, true)).toBe('out');
  });

  test('whose side and class contradict each other is nobody’s', () => {
    expect(directionAt(250, false)).toBe('unknown');
    expect(directionAt(50, true)).toBe('unknown');
  });

  test('in the middle is nobody’s', () => {
    expect(directionAt(150, false)).toBe('unknown');
    expect(directionAt(150, true)).toBe('unknown');
  });

  test('keeps its key when its wrapper is drawn again, and gets another with other words', () => {
    const row = at('.Message');
    const key = zhihu.key(row);
    row.replaceWith(row.cloneNode(true));
    expect(zhihu.key(at('.Message'))).toBe(key);
    at('.TextMessage div').textContent = '换了一句';
    expect(zhihu.key(at('.Message'))).not.toBe(key);
  });
});

test('A chat on Zhihu is one on its own page, or the one over another', () => {
  show('zhihu.chat.html', '/messages/0a1b2c3d4e5f60718293a4b5c6d7e8f9');
  expect(zhihu.composer(page)).not.toBeNull();
  page = { document, url: new URL('https://www.zhihu.com/') };
  expect([zhihu.composer(page), zhihu.list(page), zhihu.conversation(page)]).toEqual([null, null, null]);
});

describe('In a feed on Zhihu', () => {
  beforeEach(() => show('zhihu.feed.html', '/'));

  test('likes show whether they are given', () => {
    expect(act('[name="31"] .VoteButton')).toMatchObject({ kind: 'like', author: QIU, done: false });
    at('[name="31"] .VoteButton').classList.add('is-active');
    expect(act('[name="31"] .VoteButton')).toMatchObject({ done: true });
    expect(act('[data-id="1002"] .ZDI--HeartFill24')).toMatchObject({ kind: 'like', author: QIU, done: false });
    at('[data-id="1002"] .ZDI--HeartFill24').parentElement!.classList.add('Button--red');
    expect(act('[data-id="1002"] .ZDI--HeartFill24')).toMatchObject({ done: true });
  });

  test('what oneself has published is nobody else’s', () => {
    ownName('秋山');
    expect(act('[name="31"] .VoteButton')).not.toBeNull();
    ownName('秋山木作');
    for (const selector of ['[name="31"] .VoteButton', '[data-id="1002"] .ZDI--HeartFill24', '.top .publish'])
      expect(act(selector)).toBeNull();
    expect(act('[data-id="1001"] .ZDI--HeartFill24')).not.toBeNull();
  });

  test('an answer to a comment is for its author while something is written, too', () => {
    at('[data-id="1004"] .public-DraftEditorPlaceholder-root').remove();
    expect(act('[data-id="1004"] .public-DraftEditor-content')).toMatchObject({ item: '1004', author: { name: '路过的人' } });
  });

  test('comments in a window over several posts are nobody’s, those over the only one are its author’s', () => {
    const box = at('.Comments-container');
    document.body.append(box);
    expect(act('.top .publish')).toBeNull();
    at('[name="32"]').remove();
    at('[name="33"]').remove();
    expect(act('.top .publish')).toMatchObject({ kind: 'comment', item: '31', author: QIU });
    expect(act('[data-id="1001"] .ZDI--HeartFill24')).toMatchObject({ item: '1001' });
  });

  test('what is around a post is no comment, and a button far from a box publishes something else', () => {
    at('[name="31"]').parentElement!.dataset.id = '9';
    expect(act('[name="31"] .VoteButton')).toMatchObject({ item: '31', author: QIU });
    const button = at('.top .publish').cloneNode(true) as HTMLElement;
    at('[name="31"] .RichContent-inner p').append(button);
    button.id = 'far';
    expect(act('#far')).toMatchObject({ item: '31' });
    const deep = document.createElement('div');
    deep.innerHTML = '<div><div><div></div></div></div>';
    at('[name="31"] .RichContent-inner p').append(deep);
    deep.querySelector('div div div')!.append(button);
    expect(act('#far')).toBeNull();
  });

  test('who is mentioned or shown beside a post is not its author', () => {
    at('[name="31"]').removeAttribute('data-za-extra-module');
    expect(act('[name="31"] .VoteButton')).toBeNull();
  });
});

describe('A profile on Zhihu', () => {
  beforeEach(() => show('zhihu.profile.html', '/people/qiushan'));
  const read = () => zhihu.profile!(page);

  test('has the number of the chat where its owner has published something', () => {
    expect(read()?.ids).toEqual([...QIU.ids, { value: 'qiushan', kind: 'weak' }]);
    at('[name="42"]').remove();
    expect(read()?.ids).toEqual([{ value: 'qiushan', kind: 'weak' }]);
  });

  test('takes no number from somebody of the same name', () => {
    for (const link of document.querySelectorAll('[name="42"] a')) link.setAttribute('href', '//www.zhihu.com/people/qiu-shan');
    expect(read()?.ids).toEqual([{ value: 'qiushan', kind: 'weak' }]);
  });

  test('takes no number while another name shows', () => {
    at('.ProfileHeader-name').textContent = '读书的阿敏';
    expect(read()?.ids).toEqual([{ value: 'qiushan', kind: 'weak' }]);
  });

  test('in an address by number needs no other', () => {
    for (const link of document.querySelectorAll('[name="42"] a')) link.setAttribute('href', `//www.zhihu.com/people/${QIU.ids[0]!.value}`);
    page = { document, url: new URL('https://www.zhihu.com/people/0a1b2c3d4e5f60718293a4b5c6d7e8f9/posts') };
    expect(read()).toEqual({ kind: 'person', ...QIU });
  });

  test('of one’s own is nobody else’s', () => {
    ownName('秋山木作');
    expect(read()).toBeNull();
  });
});
