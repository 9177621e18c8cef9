// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { mastodon } from './mastodon';
import type { Page } from './site';

const FIXTURES = join(import.meta.dirname, '../../tests/sites/fixtures');

/** Shows `mastodon.<name>.html` at an address of its server. */
function open(name: string, path: string): Page {
  const html = readFileSync(join(FIXTURES, `mastodon.${name}.html`), 'utf8');
  document.body.replaceChildren(...new DOMParser().parseFromString(html, 'text/html').body.childNodes);
  return { document, url: new URL(path, 'https://social.example.org') };
}

const act = (page: Page, selector: string) => mastodon.act!(document.querySelector(selector)!, page);
const jorge = { ids: [{ value: 'jorge@social.example.org', kind: 'permanent' }], name: 'Jorge Prado' };
const THREAD = '/@nadia@art.example/115000000000000003';

describe('An act on Mastodon', () => {
  test('an answer to a post that is not on the page, or to one of two that say the same, is not taken for another', () => {
    const page = open('feed', '/home');
    const post = document.querySelector('#done')!;
    const twin = post.parentElement!.cloneNode(true) as HTMLElement;
    twin.querySelector('.status')!.setAttribute('data-id', '115000000000000059');
    post.parentElement!.after(twin);
    expect(act(page, 'textarea')).toBeNull();
    twin.remove();
    post.remove();
    expect(act(page, 'textarea')).toBeNull();
  });

  test('an answer within a private thread is a message', () => {
    const page = open('chat', THREAD);
    expect(act(page, 'form [type=submit]')).toBeNull();
    expect(act(page, '.detailed-status__action-bar .star-icon')).toBeNull();
  });

  test('nobody is credited while it is unknown whose account it is', () => {
    expect(act(open('logged-out', '/@jorge/115000000000000021'), '.star-icon')).toBeNull();
  });

  test('a like on a profile is of the post’s author, not of the profile', () => {
    expect(act(open('profile', '/@nadia@art.example'), '.star-icon')).toMatchObject({ author: jorge, item: '115000000000000041' });
  });
});

describe('The box on Mastodon', () => {
  test('belongs to a thread while it is addressed to all in it, and to nobody else', () => {
    const page = open('chat', THREAD);
    const box = document.querySelector<HTMLTextAreaElement>('textarea')!;
    expect(mastodon.composer(page)).toBe(box);
    box.value = '@nadia2@art.example hello';
    expect(mastodon.composer(page)).toBeNull();
    box.value = '@Nadia@art.example, hello';
    expect(mastodon.composer(page)).toBe(box);
  });

  test('is not written into while everybody could read it', () => {
    const page = open('chat', THREAD);
    document.querySelector('.dropdown-button svg')!.setAttribute('class', 'icon icon-globe');
    expect(mastodon.composer(page)).toBeNull();
  });
});

describe('A person on Mastodon', () => {
  test('has the same id in a thread and on the profile', () => {
    const chat = mastodon.conversation(open('chat', THREAD));
    expect(mastodon.profile!(open('profile', '/@nadia@art.example/media'))).toEqual(chat);
  });

  test('of the page’s own server is told apart from a namesake elsewhere', () => {
    const page = open('profile-new', '/@jorge');
    expect(mastodon.profile!(page)!.ids[0].value).toBe('jorge@social.example.org');
    expect(mastodon.profile!({ document, url: new URL('https://other.example/@jorge') })!.ids[0].value).toBe('jorge@other.example');
  });

  test('is nobody on the user’s own profile', () => {
    const page = open('profile-new', '/@jorge');
    document.querySelector('.navigation-bar a')!.setAttribute('href', '/@jorge');
    expect(mastodon.profile!(page)).toBeNull();
  });
});
