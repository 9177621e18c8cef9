// @vitest-environment happy-dom
// What the rep does to what others published, four shadow roots deep; and rows that no fixture can show.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
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

  test('a like is for who published it, and shows whether it is given', () => {
    const like = { kind: 'like', item: 'BV1xx411c7mD', author: author('7000000101', '林间小木'), box: null };
    expect(act('.video-like svg')).toEqual({ ...like, done: false });
    at('.video-like').classList.add('on');
    expect(act('.video-like-info')).toEqual({ ...like, done: true });
  });

  test('a video made by several people is nobody’s', () => {
    at('a.up-name').remove();
    expect(act('.video-like')).toBeNull();
    expect(act(...COMMENTS, 'bili-comments-header-renderer', ...BOX)).toBeNull();
  });

  test('a like of a comment is for who wrote it, and does not show', () => {
    const first = act(...thread(1), 'bili-comment-renderer', ...LIKE);
    expect(first).toMatchObject({ kind: 'like', author: author('7000000201', '木工阿青'), done: null, box: null });
    const answer = act(...reply(1, 1), ...LIKE);
    expect(answer).toMatchObject({ kind: 'like', author: author('7000000101', '林间小木'), done: null });
    expect(answer?.item).not.toBe(first?.item);
    expect(first?.item).toMatch(/^1130000000000001:7000000201:\w+$/);
  });

  test('what is not a like does nothing', () => {
    for (const button of ['#dislike button', '#reply button', '#pubdate'])
      expect(act(...thread(1), 'bili-comment-renderer', 'bili-comment-action-buttons-renderer', button)).toBeNull();
    expect(act('h1')).toBeNull();
    expect(act('.video-page-card-small a')).toBeNull();
  });

  test('a notice by nobody is nobody’s', () => {
    expect(act(...thread(4), 'bili-comment-renderer', ...LIKE)).toBeNull();
  });

  test('a comment is for who published the video, in its box and on its button', () => {
    const form = [...COMMENTS, 'bili-comments-header-renderer'];
    const comment = act(...form, ...BOX);
    expect(comment).toEqual({
      kind: 'comment',
      item: '1130000000000001',
      author: author('7000000101', '林间小木'),
      done: null,
      box: at(...form, ...BOX),
    });
    expect(act(...form, 'bili-comment-box', '#pub button')).toEqual(comment);
    expect(act(...form, 'bili-comment-box', '#emoji')).toBeNull();
  });

  test('an answer is for whom its box names, not for who began the thread', () => {
    expect(act(...thread(1), ...BOX)).toMatchObject({ kind: 'comment', author: author('7000000202', '小满') });
    expect(act(...thread(1), ...BOX)?.item).toBe(act(...reply(1, 2), ...LIKE)?.item);
    const placeholder = at(...thread(1), 'bili-comment-box', 'bili-comment-rich-textarea', '.brt-placeholder');
    placeholder.textContent = '回复 @木工阿青 :';
    expect(act(...thread(1), ...BOX)?.author.name).toBe('木工阿青');
    placeholder.textContent = '回复 @不在这里 :';
    expect(act(...thread(1), ...BOX)).toBeNull();
  });

  test('an answer in a box that names nobody is for the only one there', () => {
    expect(act(...thread(2), ...BOX)?.author).toEqual(author('7000000203', '橘子'));
    expect(act(...thread(3), ...BOX)).toBeNull();
  });

  test('of two who answered under one name nobody knows who is meant', () => {
    const name = at(...reply(1, 1), 'bili-comment-user-info', '#user-name a');
    name.textContent = '小满';
    expect(act(...thread(1), ...BOX)).toBeNull();
  });
});

describe('On somebody’s pages on Bilibili', () => {
  beforeEach(() => show('bilibili.posts.html', 'https://space.bilibili.com/7000000101/dynamic'));

  test('a comment is for the owner where the post is the owner’s', () => {
    const comment = act('.bili-dyn-item:nth-child(1) bili-comments', 'bili-comments-header-renderer', ...BOX);
    expect(comment).toMatchObject({ item: '990000000000000001', author: author('7000000101', '林间小木') });
    expect(act('.bili-dyn-item:nth-child(2) bili-comments', 'bili-comments-header-renderer', ...BOX)).toBeNull();
  });

  test('the address of another person makes nobody the author', () => {
    page = { document, url: new URL('https://t.bilibili.com/990000000000000001') };
    expect(act('.bili-dyn-item:nth-child(1) bili-comments', 'bili-comments-header-renderer', ...BOX)).toBeNull();
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
