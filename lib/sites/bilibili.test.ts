// @vitest-environment happy-dom
// What the rep does to what others published, four shadow roots deep; and rows that no fixture can show.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { closest } from './across';
import { bilibili } from './bilibili';

const FIXTURES = join(import.meta.dirname, '../../tests/sites/fixtures');

function openRoots(root: ParentNode): void {
  for (const template of root.querySelectorAll<HTMLTemplateElement>('template[shadowrootmode="open"]')) {
    const shadow = template.parentElement!.attachShadow({ mode: 'open' });
    shadow.append(template.content);
    template.remove();
    openRoots(shadow);
  }
}

/** Shows a fixture; `act(…)` then asks about the element at the end of a way through open shadow roots. */
function show(file: string, address: string): void {
  const parsed = new DOMParser().parseFromString(readFileSync(join(FIXTURES, file), 'utf8'), 'text/html');
  document.body.replaceChildren(...parsed.body.childNodes);
  openRoots(document.body);
  page = { document, url: new URL(address) };
}
let page: { document: Document; url: URL };

function at(...way: string[]): Element {
  let found: Element | null = null;
  for (const selector of way) found = ((found ? found.shadowRoot : document) as ParentNode).querySelector(selector);
  expect(found, way.join(' ')).not.toBeNull();
  return found!;
}
const act = (...way: string[]) => bilibili.act!(at(...way), page);

const author = (value: string, name: string) => ({ ids: [{ value, kind: 'permanent' }], name });
const COMMENTS = ['bili-comments'];
const LIKE = ['bili-comment-action-buttons-renderer', '#like button'];
const BOX = ['bili-comment-box', 'bili-comment-rich-textarea', '.brt-editor'];
const thread = (n: number) => [...COMMENTS, `.t${n}`];
const reply = (n: number, nth: number) => [...thread(n), 'bili-comment-replies-renderer', `bili-comment-reply-renderer:nth-child(${nth})`];

describe('On a video on Bilibili', () => {
  beforeEach(() => show('bilibili.video.html', 'https://www.bilibili.com/video/BV1xx411c7mD/?p=1'));

  test('the like shows whether it is given', () => {
    expect(act('.video-like-info')).toMatchObject({ kind: 'like', author: author('7000000101', '林间小木'), done: false });
    at('.video-like').classList.add('on');
    expect(act('.video-like-info')).toMatchObject({ done: true });
  });

  test('a video made by several people is nobody’s', () => {
    at('a.up-name').remove();
    expect(act('.video-like')).toBeNull();
    expect(act(...COMMENTS, 'bili-comments-header-renderer', ...BOX)).toBeNull();
  });

  test('what oneself has published is nobody else’s', () => {
    at('.header-entry-mini').setAttribute('href', '//space.bilibili.com/7000000101/');
    expect(act('.video-like')).toBeNull();
    expect(act(...COMMENTS, 'bili-comments-header-renderer', ...BOX)).toBeNull();
    expect(act(...reply(1, 1), ...LIKE)).toBeNull();
    expect(act(...reply(1, 2), ...LIKE)).not.toBeNull();
  });

  test('an answer is for whom its box names, not for who began the thread', () => {
    expect(act(...thread(1), ...BOX)).toMatchObject({ kind: 'comment', author: author('7000000202', '小满') });
    const placeholder = at(...thread(1), 'bili-comment-box', 'bili-comment-rich-textarea', '.brt-placeholder');
    placeholder.textContent = '回复 @木工阿青 :';
    expect(act(...thread(1), ...BOX)?.author.name).toBe('木工阿青');
    placeholder.textContent = '回复 @不在这里 :';
    expect(act(...thread(1), ...BOX)).toBeNull();
  });

  test('of two who answered under one name nobody knows who is meant', () => {
    const name = at(...reply(1, 1), 'bili-comment-user-info', '#user-name a');
    name.textContent = '小满';
    expect(act(...thread(1), ...BOX)).toBeNull();
  });
});

describe('On somebody’s pages on Bilibili', () => {
  const BOX_OF_FIRST = ['.bili-dyn-item:nth-child(1) bili-comments', 'bili-comments-header-renderer', ...BOX];
  beforeEach(() => show('bilibili.posts.html', 'https://space.bilibili.com/7000000101/dynamic'));

  test('the address of another person makes nobody the author', () => {
    expect(act(...BOX_OF_FIRST)).toMatchObject({ author: author('7000000101', '林间小木') });
    page = { document, url: new URL('https://t.bilibili.com/990000000000000001') };
    expect(act(...BOX_OF_FIRST)).toBeNull();
  });

  test('one’s own pages are nobody else’s', () => {
    expect(bilibili.profile!(page)).not.toBeNull();
    at('.header-entry-mini').setAttribute('href', '//space.bilibili.com/7000000101/');
    expect(bilibili.profile!(page)).toBeNull();
    expect(act(...BOX_OF_FIRST)).toBeNull();
  });
});

describe('A private message on Bilibili', () => {
  beforeEach(() => show('bilibili.chat.html', 'https://message.bilibili.com/#/whisper/mid7000000101'));
  const rowWith = (part: string): Element => at(part).closest(bilibili.rows)!;

  /** The direction of a row 500 pixels wide whose picture of a person stands at `left`. */
  function directionAt(row: Element, left: number): string | undefined {
    vi.spyOn(row, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 0, 500, 40));
    vi.spyOn(row.querySelector('[class*="_Msg__Avatar"]')!, 'getBoundingClientRect').mockReturnValue(new DOMRect(left, 0, 30, 30));
    return bilibili.message(row, page)?.direction;
  }

  test('whose side and marks contradict each other is nobody’s', () => {
    const own = rowWith('[class*="_MsgTextIsMe"]');
    const others = rowWith('[class*="_MsgText_"]:not([class*="_MsgTextIsMe"])');
    expect([directionAt(own, 450), directionAt(own, 20)]).toEqual(['out', 'unknown']);
    expect([directionAt(others, 20), directionAt(others, 450)]).toEqual(['in', 'unknown']);
  });

  test('that is no text is the other one’s only by its side', () => {
    const picture = [...document.querySelectorAll(bilibili.rows)].find((row) => bilibili.message(row, page)?.direction === 'unknown')!;
    expect(picture.querySelector('[class*="_MsgText"]')).toBeNull();
    expect(bilibili.message(picture, page)?.direction).toBe('unknown');
    expect([directionAt(picture, 20), directionAt(picture, 450)]).toEqual(['in', 'unknown']);
  });
});

test('the nearest is looked for in the trees around, too', () => {
  show('bilibili.video.html', 'https://www.bilibili.com/video/BV1xx411c7mD/');
  const button = at(...thread(1), 'bili-comment-renderer', ...LIKE);
  expect(closest(button, '#like')?.id).toBe('like');
  expect(closest(button, '#commentapp')?.id).toBe('commentapp');
  expect(closest(button, 'article')).toBeNull();
  expect(closest(null, 'div')).toBeNull();
});
