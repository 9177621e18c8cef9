// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { bluesky } from './bluesky';
import type { Page } from './site';

const FIXTURES = join(import.meta.dirname, '../../tests/sites/fixtures');

/** Shows `bluesky.<name>.html` at an address of its app. */
function open(name: string, path: string): Page {
  const html = readFileSync(join(FIXTURES, `bluesky.${name}.html`), 'utf8');
  document.body.replaceChildren(...new DOMParser().parseFromString(html, 'text/html').body.childNodes);
  return { document, url: new URL(path, 'https://bsky.app') };
}

const act = (page: Page, selector: string) => bluesky.act!(document.querySelector(selector)!, page);
const nadia = {
  ids: [
    { value: 'did:plc:nadiafalk0000000000000002', kind: 'permanent' },
    { value: '@nadia.example.net', kind: 'weak' },
  ],
  name: 'Nadia Falk 🪑',
};
const CHAT = '/messages/3l5abcdefgh2';

/** By the handle alone, which shows before her picture does. */
const byHandle = { ...nadia, ids: nadia.ids.slice(1) };

describe('An act on Bluesky', () => {
  test('opening the menu for reposts is none where nothing shows whether one is done', () => {
    const page = open('feed', '/');
    for (const path of document.querySelectorAll('#done [data-testid=replyBtn] path')) path.remove();
    expect(act(page, '#done [data-testid=repostBtn]')).toBeNull();
  });

  test('a post of one’s own is no answer, even with somebody’s post below the box', () => {
    const page = open('feed', '/');
    const line = [...document.querySelectorAll('[data-testid=composePostView] [dir]')].find(
      (one) => one.textContent === 'New shelves on Friday',
    )!;
    document.querySelector('.ProseMirror')!.after(line);
    expect(act(page, '[data-testid=composerPublishBtn]')).toBeNull();
  });

  test('an answer to one of two that say the same is not taken for the other', () => {
    const page = open('feed', '/');
    document.querySelector('#quoting [data-testid=postText]')!.textContent = 'New shelves on Friday';
    expect(act(page, '[data-testid=composerPublishBtn]')).toBeNull();
  });

  test('the post whose address it is has no link to itself', () => {
    const page = open('logged-out', '/profile/nadia.example.net/post/3l5post000001');
    expect(act(page, '[data-testid=likeBtn]')).toBeNull();
    document.querySelector('nav')!.insertAdjacentHTML('beforeend', '<a href="/profile/mei.example.com"></a>');
    expect(act(page, '[data-testid=likeBtn]')).toMatchObject({ item: '3l5post000001', author: byHandle });
    expect(
      act({ ...page, url: new URL('https://bsky.app/profile/jorge.example.org/post/3l5post000009') }, '[data-testid=likeBtn]'),
    ).toBeNull();
  });
});

describe('A message on Bluesky', () => {
  const rows = (page: Page) => [...bluesky.list(page)!.querySelectorAll(bluesky.rows)].filter((row) => bluesky.key(row));

  test('has no direction while the two signs of it disagree', () => {
    const page = open('chat', CHAT);
    const [row] = rows(page);
    expect(bluesky.message(row!, page)!.direction).toBe('in');
    (row as HTMLElement).style.flexDirection = 'row';
    expect(bluesky.message(row!, page)!.direction).toBe('unknown');
  });

  test('has a key that gives no word of it back', () => {
    const page = open('chat', CHAT);
    for (const row of rows(page)) expect(bluesky.key(row)).toMatch(/^[0-9a-z]{1,7}$/);
  });

  test('keeps its key when the time below it changes, or its buttons are shown', () => {
    const page = open('chat', CHAT);
    const before = rows(page).map((row) => bluesky.key(row));
    for (const line of document.querySelectorAll('[dir]')) if (line.textContent === 'Now') line.textContent = '9:31 AM';
    for (const button of document.querySelectorAll<HTMLElement>('[aria-haspopup]')) button.style.opacity = '1';
    expect(rows(page).map((row) => bluesky.key(row))).toEqual(before);
  });
});

describe('A person on Bluesky', () => {
  test('has the ids of the profile in the chat', () => {
    const { ids } = bluesky.conversation(open('chat', CHAT))!;
    const profile = bluesky.profile!(open('profile', '/profile/nadia.example.net'))!;
    expect(profile).toEqual({ kind: 'person', ...nadia });
    expect(ids).toEqual(expect.arrayContaining(profile.ids));
  });

  test('in a screen that was left is not the one whose chat is open', () => {
    expect(bluesky.conversation(open('chat', '/messages/3l5anotherone'))).toMatchObject({ name: 'Nadia Falk 🪑' });
    expect(bluesky.conversation(open('chat', '/messages'))).toBeNull();
  });

  test('is nobody on the user’s own profile', () => {
    const page = open('profile', '/profile/nadia.example.net');
    for (const link of document.querySelectorAll('nav a[href^="/profile/"]')) link.setAttribute('href', '/profile/nadia.example.net');
    expect(bluesky.profile!(page)).toBeNull();
  });
});
