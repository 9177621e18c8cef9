// @vitest-environment happy-dom
// What the rep does to what others published, and rows used again: no fixture of a chat shows it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { douyin } from './douyin';

const FIXTURES = join(import.meta.dirname, '../../tests/sites/fixtures');
const AXIU = { ids: [{ value: 'MS4wLjABAAAAinvented-Axiu_000000000000000000000001', kind: 'permanent' }], name: '阿秀手作' };
const sec = (n: number): string => `MS4wLjABAAAAinvented-${String(n).padStart(30, '0')}`;
const somebody = (n: number, name: string) => ({ ids: [{ value: sec(n), kind: 'permanent' }], name });

let page: { document: Document; url: URL };
function show(file: string, address: string): void {
  const parsed = new DOMParser().parseFromString(readFileSync(join(FIXTURES, file), 'utf8'), 'text/html');
  document.body.replaceChildren(...parsed.body.childNodes);
  page = { document, url: new URL(address, 'https://www.douyin.com') };
}
const at = (selector: string): HTMLElement => document.querySelector(selector)!;
const act = (selector: string) => douyin.act!(at(selector), page);

describe('In a feed on Douyin', () => {
  beforeEach(() => show('douyin.feed.html', '/?recommend=1'));
  const card = (n: number): string => `[data-e2e-vid="740000000000000000${n}"]`;
  const LIKE = '[data-e2e="video-player-digg"]';
  const LIKE_COMMENT = '.comment-item-stats-container p';

  test('a state that nobody knows is none', () => {
    expect(act(`${card(1)} ${LIKE}`)).toMatchObject({ author: AXIU, done: false });
    at(`${card(1)} ${LIKE}`).setAttribute('data-e2e-state', 'video-player-new');
    expect(act(`${card(1)} ${LIKE}`)).toMatchObject({ author: AXIU, done: null });
  });

  test('whoever is only mentioned is not the author', () => {
    at(`${card(1)} [data-e2e="video-avatar"]`).remove();
    expect(act(`${card(1)} ${LIKE}`)).toBeNull();
  });

  test('a comment is known by who wrote it and what it says, not by its age', () => {
    const first = act(`#a ${LIKE_COMMENT}`)!.item;
    const age = [...at('#a').querySelectorAll('div')].find((part) => part.textContent === '2小时前·山西')!;
    age.textContent = '昨天·山西';
    expect(act(`#a ${LIKE_COMMENT}`)!.item).toBe(first);
    at('#a .FduGc_lz').textContent = '好看极了';
    expect(act(`#a ${LIKE_COMMENT}`)!.item).not.toBe(first);
  });

  test('what oneself has published is known by the picture, if it is nobody else’s', () => {
    const own = at('#douyin-header img');
    const size = (src: string): string => src.replace('/100x100/', '/50x50/');
    at('#a .comment-item-avatar img').setAttribute('src', size(own.getAttribute('src')!));
    expect(act(`#a ${LIKE_COMMENT}`)).toBeNull();
    expect(act(`#b ${LIKE_COMMENT}`)).not.toBeNull();
    at(`${card(1)} [data-e2e="video-avatar"]`).append(own.cloneNode());
    expect(act(`${card(1)} ${LIKE}`)).toBeNull();
    for (const image of document.querySelectorAll('img')) image.src = 'https://p3-pc.douyinpic.com/aweme-avatar/default.jpeg';
    expect(act(`#a ${LIKE_COMMENT}`)).not.toBeNull();
  });

  test('an answer in the box below all is for the one comment whose button says so', () => {
    at('#b .comment-item-stats-container div:last-child span').textContent = '回复中';
    expect(act('.public-DraftEditor-content')).toMatchObject({ kind: 'comment', author: somebody(3, '老陈手工') });
    at('#a .comment-item-stats-container div:last-child span').textContent = '回复中';
    expect(act('.public-DraftEditor-content')).toBeNull();
  });
});

describe('On the page of a video on Douyin', () => {
  beforeEach(() => show('douyin.video.html', '/video/7400000000000000001'));

  test('an answer is for the comment only while its button says so', () => {
    expect(act('#comment-input-container .send')).toMatchObject({ author: somebody(2, '小满') });
    at('#a .comment-item-stats-container div:last-child span').textContent = '回复';
    expect(act('#comment-input-container .send')).toMatchObject({ author: AXIU });
  });

  test('elsewhere nothing is done to anybody', () => {
    page = { document, url: new URL('https://www.douyin.com/search/x') };
    expect(act('[data-e2e="video-player-digg"]')).toBeNull();
  });
});

describe('Private messages on Douyin', () => {
  beforeEach(() => show('douyin.chat.html', '/chat'));
  const read = () => douyin.conversation(page);

  test('are of another person when name or picture is another', () => {
    const before = read()!.ids[0];
    const picture = at('.conversationConversationItemcurConversation img');
    picture.setAttribute('src', picture.getAttribute('src')!.replace('100x100/', '').replace('.jpeg?from=3067671334', '~c5_300x300.jpeg'));
    expect(read()!.ids[0]).toEqual(before);
    picture.setAttribute('src', 'https://p3-pc.douyinpic.com/aweme-avatar/tos-cn-i-0813_another2b3C4d5E6f7G8h9.jpeg');
    expect(read()!.ids).toMatchObject([{ kind: 'permanent' }, { value: '阿秀手作', kind: 'weak' }]);
    expect(read()!.ids[0]).not.toEqual(before);
  });

  test('stand with the newest first only where their numbers say so', () => {
    const list = douyin.list(page)!;
    expect(douyin.newestFirst!(list)).toBe(true);
    for (const [i, row] of [...list.querySelectorAll('[data-index]')].entries()) row.setAttribute('data-index', String(90 - i));
    expect(douyin.newestFirst!(list)).toBe(false);
    list.replaceChildren();
    expect(douyin.newestFirst!(list)).toBe(false);
  });

  test('are known by what a row shows now, not by the row', () => {
    const [row] = [...document.querySelectorAll('.messageMessageBoxmessageBox')].slice(-1);
    const before = douyin.message(row!, page)!;
    row!.querySelector('.TextMessageTextpureText')!.textContent = '换了一句';
    expect(douyin.message(row!, page)!.key).not.toBe(before.key);
  });

  test('without the box around a bubble tell nobody’s direction', () => {
    const row = document.querySelectorAll('.messageMessageBoxmessageBox')[4]!;
    expect(douyin.message(row, page)!.direction).toBe('out');
    row.querySelector('.messageMessageBoxcontentBox')!.classList.remove('messageMessageBoxisFromMe');
    expect(douyin.message(row, page)!.direction).toBe('out');
    row.querySelector('.messageMessageBoxcontentBox')!.className = '';
    expect(douyin.message(row, page)!.direction).toBe('unknown');
  });
});
