// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { mattermost } from './mattermost';

const html = readFileSync(join(import.meta.dirname, '../../tests/sites/fixtures/mattermost.chat.html'), 'utf8');
const page = { document, url: new URL('https://chat.example.org/oak/messages/@nadia') };
const rows = (): HTMLElement[] => [...mattermost.list(page)!.querySelectorAll<HTMLElement>(mattermost.rows)];
const keys = (): (string | null)[] => rows().map((row) => mattermost.key(row));

beforeEach(() => document.body.replaceChildren(...new DOMParser().parseFromString(html, 'text/html').body.childNodes));

test('a post is counted once the server has given it its id', () => {
  const sent = rows().find((row) => row.id.includes(':'))!;
  expect(mattermost.key(sent)).toBeNull();
  sent.id = 'post_thepostsid0000000000000001';
  expect(mattermost.key(sent)).toBe('thepostsid0000000000000001');
});

test('a post without the mark of own ones is the other one’s only if the picture says so', () => {
  const directions = (): (string | undefined)[] => rows().map((row) => mattermost.message(row, page)?.direction);
  const before = directions();
  for (const row of rows()) row.classList.remove('current--user');
  // Without it a notice of the user's is one of the site's.
  expect(directions().map((way) => way ?? 'unknown')).toEqual(before.map((way) => (way === 'in' ? way : 'unknown')));
});

test('where the list shows no pictures the mark alone decides', () => {
  const directions = (): (string | undefined)[] => rows().map((row) => mattermost.message(row, page)?.direction);
  const before = directions();
  for (const picture of document.querySelectorAll('.post__img')) picture.remove();
  expect(directions()).toEqual(before);
});

test('the thread at the side is neither list nor box, even while the user is in it', () => {
  const before = keys();
  document.querySelector<HTMLElement>('#reply_textbox')!.focus();
  expect(keys()).toEqual(before);
  expect(mattermost.composer(page)!.id).toBe('post_textbox');
});

test('the thread alone, over the whole window, is not read', () => {
  document.querySelector('#channel_view')!.remove();
  expect([mattermost.conversation(page), mattermost.list(page), mattermost.composer(page)]).toEqual([null, null, null]);
});

test('a post without a time has no day when a new day may have begun above it', () => {
  const second = rows()[1]!;
  expect(mattermost.message(second, page)!.at).toBe('2026-11-19');
  second.parentElement!.insertAdjacentHTML('beforebegin', '<div><div class="Separator BasicSeparator">Friday</div></div>');
  expect(mattermost.message(second, page)!.at).toBeNull();
});

test('what a robot writes in the user’s name does not say whose mailbox it is', () => {
  document.querySelector('#userAccountMenuButton')!.remove();
  expect(mattermost.account(page)).toBe('mtanoak0000000000000000001');
  for (const post of document.querySelectorAll('.current--user')) post.classList.add('post--bot');
  expect(mattermost.account(page)).toBeNull();
});
