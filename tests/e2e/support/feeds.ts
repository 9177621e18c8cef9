// Pages on which people publish: the fixtures of tests/sites, served at the sites' real addresses without any network, with a little
// script that answers clicks as the sites do.
import { expect, type BrowserContext, type Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { askFrom } from './rapport';
import { soon } from './soon';
import { readStored } from './tally';

const FIXTURES = join(import.meta.dirname, '../../sites/fixtures');
/** Fixtures have no looks of their own, and nothing can be clicked that has no size. */
const STYLE = 'button, svg, .like-wrapper, [contenteditable], textarea { min-width: 24px; min-height: 24px; display: inline-block; }';

/** Serves each address of one origin from a fixture. `behave` runs in the page before anything of it; it must not use anything from outside. */
export async function serveFeeds(
  context: BrowserContext,
  origin: string,
  pages: Record<string, string>,
  behave: () => void,
): Promise<void> {
  await context.route(`${origin}/**`, async (route) => {
    const file = pages[decodeURI(new URL(route.request().url()).pathname)];
    if (!file) return route.fulfill({ status: 404, body: '' });
    const html = await readFile(join(FIXTURES, file), 'utf8');
    const start = `<style>${STYLE}</style><script>(${behave.toString()})()</script>`;
    return route.fulfill({ contentType: 'text/html; charset=utf-8', body: html.replace(/<head>/, `<head>${start}`) });
  });
}

/** The rep remembers the person whose profile stands at this address. */
export async function rememberAt(page: Page, workspace: Page, tab: number, address: string, name: string): Promise<void> {
  await page.goto(address);
  // Kept from the very look that found the name: between two looks the page may be settling again.
  let ref: string | null = null;
  const find = async () => {
    const view = await askFrom(workspace, 'panel.view', { tab });
    if (view.ok && view.value.conversation?.name === name) ref = view.value.ref;
    return ref;
  };
  await soon(find, { message: `the profile of ${name} is read` }).not.toBeNull();
  const subject = { tab, ref: ref! };
  expect(await askFrom(workspace, 'person.remember', { subject })).toMatchObject({ ok: true });
}

/** What is counted, person by person: the kinds of all interactions, sorted. Sums are held against the rows. */
export async function countedActs(workspace: Page): Promise<Record<string, string[]>> {
  const { identities, interactions, days } = await readStored(workspace);
  const counted: Record<string, string[]> = {};
  for (const { id, name, in: received, out, acts } of identities) {
    const rows = interactions.filter(({ identityId }) => identityId === id);
    const onDays = days.filter(({ identityId }) => identityId === id).reduce((sum, day) => sum + day.out, 0);
    expect([received, out, acts, onDays], `the sums of ${name}`).toEqual([0, rows.length, rows.length, rows.length]);
    counted[name] = rows.map(({ kind }) => kind).sort();
  }
  return counted;
}

declare global {
  interface Window {
    /** How the site answers a like, by the id of the post; as it should where nothing is said. */
    how?: Record<string, 'refuse' | 'replace' | 'recycle'>;
  }
}

/** X: a like turns after 200 ms, a repost after a click in a menu, an answer empties its box after 400 ms. */
export function likeX(): void {
  const turned: Record<string, string> = { like: 'unlike', unlike: 'like', retweet: 'unretweet', unretweet: 'retweet' };
  const turn = (button: HTMLElement): void => button.setAttribute('data-testid', turned[button.dataset['testid']!]!);
  let reposting: HTMLElement | null = null;
  addEventListener('click', ({ target }) => {
    const at = (selector: string) => (target as Element).closest<HTMLElement>(selector);
    const like = at('[data-testid=like], [data-testid=unlike]');
    const post = at('article');
    const how = window.how?.[post?.id ?? ''];
    if (like && post)
      setTimeout(() => {
        turn(like);
        if (how === 'refuse') setTimeout(() => turn(like), 500);
        if (how === 'replace') like.replaceWith(like.cloneNode(true));
        // The same elements show another post, which was liked long ago.
        if (how === 'recycle')
          post.querySelector('[data-testid=User-Name]')!.innerHTML = document.querySelector('#quoting [data-testid=User-Name]')!.innerHTML;
      }, 200);
    reposting = at('[data-testid=retweet], [data-testid=unretweet]') ?? reposting;
    if (at('[data-testid=retweetConfirm]') && reposting) setTimeout(turn, 200, reposting);
    if (at('[data-testid=tweetButtonInline]'))
      setTimeout(() => document.querySelector('[data-testid=tweetTextarea_0]')!.replaceChildren(), 400);
  });
}

/** LinkedIn: resting on the button opens a menu far away from the post; what is chosen there shows on the button. Everything that happens to the page is noted. */
export function reactLinkedIn(): void {
  const changes: string[] = [];
  Object.assign(window, { changes });
  new MutationObserver((records) => {
    for (const { type, target, attributeName, addedNodes } of records) {
      const added = [...addedNodes].map((node) => (node as Element).outerHTML ?? '').join('');
      // While the page is being read in, everything in it is new.
      if (document.readyState === 'complete') changes.push([type, target.nodeName, attributeName, added].join(' '));
    }
  }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  let button: Element | null = null;
  addEventListener('mouseover', ({ target }) => (button = (target as Element).closest('[data-view-name=reaction-button]') ?? button));
  addEventListener('click', (event) => {
    const chosen = (event.composedPath()[0] as Element).closest('[aria-label="React Celebrate"]');
    if (chosen) setTimeout(() => button?.setAttribute('aria-label', 'Reaction button state: Celebrate'), 300);
    const send = (event.target as Element).closest('[data-view-name=comment-post]');
    if (send) setTimeout(() => document.querySelector('.top-box [contenteditable]')!.replaceChildren(document.createElement('p')), 300);
  });
}

/** Weibo: the button's words change. */
export function likeWeibo(): void {
  addEventListener('click', ({ target }) => {
    const like = (target as Element).closest<HTMLElement>('button.woo-like-main');
    if (like) setTimeout(() => (like.title = like.title === '赞' ? '取消赞' : '赞'), 300);
  });
}

/** Xiaohongshu: only a number changes. */
export function likeXiaohongshu(): void {
  let liked = false;
  addEventListener('click', ({ target }) => {
    const count = (target as Element).closest('.like-wrapper')?.querySelector('.count');
    liked = !liked;
    if (count) count.textContent = String(Number(count.textContent) + (liked ? 1 : -1));
  });
}
