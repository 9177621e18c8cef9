// Likes, reposts and comments count for the author of the post, once, and only when the rep did them and the site took them.
import { expect, test, type Page } from '@playwright/test';
import { countedActs, likeWeibo, likeX, likeXiaohongshu, reactLinkedIn, rememberAt, serveFeeds } from './support/feeds';
import { askFrom, HOST, launch, openScreen, tabIdOf, type Rapport } from './support/rapport';
import { soon } from './support/soon';

/** Longer than anything is waited for after a click. */
const LONG_MS = 5_000;
const X = 'https://x.com';
const LINKEDIN = 'https://www.linkedin.com';
const WEIBO = 'https://weibo.com';
const XIAOHONGSHU = 'https://www.xiaohongshu.com';
const USER = '/user/profile/5e4f75e30000000001000a01';

let rapport: Rapport;
let workspace: Page;
let page: Page;
let tab: number;

/** Who is remembered on the site that is looked at; nobody else's counts are compared. */
let people: string[];

test.beforeAll(async () => {
  rapport = await launch();
  workspace = await openScreen(rapport.context, 'workspace.html');
});
test.afterAll(() => rapport?.close());

async function start(origin: string, pages: Record<string, string>, behave: () => void): Promise<void> {
  await serveFeeds(rapport.context, origin, pages, behave);
  await page?.close();
  people = [];
  page = await rapport.context.newPage();
  await page.goto(origin + encodeURI(Object.keys(pages)[0]!));
  tab = await tabIdOf(workspace, origin);
}
async function remember(origin: string, path: string, name: string): Promise<void> {
  await rememberAt(page, workspace, tab, origin + encodeURI(path), name);
  people.push(name);
}
/** Opens a page and waits until it is read: from then on its clicks are followed. */
async function open(address: string, to = page): Promise<void> {
  await to.goto(address);
  const running = async (): Promise<boolean> => {
    const state = await askFrom(workspace, 'tab.state', { tab: await tabIdOf(workspace, address) });
    return state.ok && state.value.running;
  };
  await soon(running).toBe(true);
}
const counted = async () => Object.fromEntries(Object.entries(await countedActs(workspace)).filter(([name]) => people.includes(name)));

test.describe('On X', () => {
  // Each of them takes back what it counted, but the last.
  test.beforeAll(async () => {
    await start(
      X,
      { '/nadiafalk': 'x.profile.html', '/jorge_prado': 'x.feed.html', '/nadiafalk/status/1990000000000000011': 'x.status.html' },
      likeX,
    );
    await remember(X, '/nadiafalk', 'Nadia Falk 🪑');
    await remember(X, '/jorge_prado', 'Jorge Prado');
  });
  const like = (post: string, on = page) => on.locator(`#${post} [data-testid=like], #${post} [data-testid=unlike]`);

  test('a like counts for who wrote the post, not for whose page it is, once in all tabs, until it is taken back', async () => {
    await open(`${X}/jorge_prado`);
    await like('passed-on').click();
    await soon(counted).toEqual({ 'Nadia Falk 🪑': ['like'], 'Jorge Prado': [] });

    const second = await rapport.context.newPage();
    await open(`${X}/jorge_prado`, second);
    await like('passed-on', second).click();
    await second.waitForTimeout(LONG_MS);
    expect(await counted()).toEqual({ 'Nadia Falk 🪑': ['like'], 'Jorge Prado': [] });

    await like('passed-on', second).click();
    await soon(counted).toEqual({ 'Nadia Falk 🪑': [], 'Jorge Prado': [] });
    await second.close();
  });

  test('a repost counts when it was confirmed in the menu, and its taking back likewise', async () => {
    await open(`${X}/jorge_prado`);
    await page.locator('#passed-on [data-testid=retweet]').click();
    await page.waitForTimeout(LONG_MS);
    expect(await counted()).toEqual({ 'Nadia Falk 🪑': [], 'Jorge Prado': [] });
    await page.locator('[data-testid=retweetConfirm]').click();
    await soon(counted).toEqual({ 'Nadia Falk 🪑': ['repost'], 'Jorge Prado': [] });
    await page.locator('#passed-on [data-testid=unretweet]').click();
    await page.locator('[data-testid=retweetConfirm]').click();
    await soon(counted).toEqual({ 'Nadia Falk 🪑': [], 'Jorge Prado': [] });
  });

  test('a like counts when the site puts another button in its place', async () => {
    await open(`${X}/jorge_prado`);
    await page.evaluate(() => (window.how = { 'passed-on': 'replace' }));
    await like('passed-on').click();
    await soon(counted).toEqual({ 'Nadia Falk 🪑': ['like'], 'Jorge Prado': [] });
    await like('passed-on').click();
    await soon(counted).toEqual({ 'Nadia Falk 🪑': [], 'Jorge Prado': [] });
  });

  test('a like that the site refuses does not count, nor one of somebody who is not remembered, nor one that only the page made, nor one whose place another post took', async () => {
    await open(`${X}/jorge_prado`);
    await page.evaluate(() => (window.how = { 'passed-on': 'refuse', quoting: 'refuse' }));
    await like('passed-on').click();
    // An own like, long done, that the site does not let go.
    await like('quoting').click();
    await like('disguised').click();
    await page.waitForTimeout(LONG_MS);
    expect(await counted()).toEqual({ 'Nadia Falk 🪑': [], 'Jorge Prado': [] });
    const contacts = await askFrom(workspace, 'contact.list', { query: '', cursor: null, limit: 50 });
    expect(contacts).toMatchObject({ ok: true, value: { total: 2 } });

    await page.evaluate(() => {
      window.how = {};
      document.querySelector<HTMLElement>('#passed-on [data-testid=like]')!.click();
    });
    await page.waitForTimeout(LONG_MS);
    expect(await like('passed-on').getAttribute('data-testid'), 'the page has turned it').toBe('unlike');
    expect(await counted()).toEqual({ 'Nadia Falk 🪑': [], 'Jorge Prado': [] });

    await open(`${X}/jorge_prado`);
    await page.evaluate(() => (window.how = { 'passed-on': 'recycle' }));
    await like('passed-on').click();
    await page.waitForTimeout(LONG_MS);
    expect(await counted()).toEqual({ 'Nadia Falk 🪑': [], 'Jorge Prado': [] });
  });

  test('an answer counts when its box has emptied, and the panel tells it apart from messages', async () => {
    await open(`${X}/nadiafalk/status/1990000000000000011`);
    await page.locator('[data-testid=tweetTextarea_0]').press('Enter');
    await page.waitForTimeout(LONG_MS);
    expect(await counted()).toEqual({ 'Nadia Falk 🪑': [], 'Jorge Prado': [] });
    await page.locator('[data-testid=tweetButtonInline]').click();
    await soon(counted).toEqual({ 'Nadia Falk 🪑': ['comment'], 'Jorge Prado': [] });
    await open(`${X}/nadiafalk`);
    const shown = () => askFrom(workspace, 'panel.view', { tab });
    await soon(shown).toMatchObject({ ok: true, value: { person: { counts: { in: 0, out: 1, acts: 1, lastOut: null } } } });
  });
});

test('On LinkedIn a reaction from the floating menu and a comment count, and nothing is done to the page', async () => {
  const feed = '/in/jorge-prado/recent-activity/all/';
  await start(LINKEDIN, { '/in/nadia-falk-é/': 'linkedin.profile.html', [feed]: 'linkedin.feed.html' }, reactLinkedIn);
  await remember(LINKEDIN, '/in/nadia-falk-é/', 'Nadia Falk, PhD');
  await open(LINKEDIN + feed);
  await page.locator('#one [data-view-name=reaction-button]').hover();
  await page.locator('[aria-label="React Celebrate"]').click();
  await soon(counted).toEqual({ 'Nadia Falk, PhD': ['like'] });
  await page.locator('#one [data-view-name=comment-post]').click();
  await soon(counted).toEqual({ 'Nadia Falk, PhD': ['comment', 'like'] });
  await expect(page.locator(HOST)).toHaveCount(0);
  const changes = await page.evaluate(() => (window as unknown as { changes: string[] }).changes);
  expect(changes).toEqual(['attributes BUTTON aria-label ', 'childList DIV  <p></p>']);
});

test('On Weibo a like counts by the words of its button; one on the post that is passed on is another person’s', async () => {
  await start(WEIBO, { '/u/7000000009': 'weibo.feed.html' }, likeWeibo);
  await remember(WEIBO, '/u/7000000009', '林婉清');
  await open(`${WEIBO}/u/7000000009`);
  await page.locator('#passing-on .retweet .woo-like-main').click();
  await page.locator('#plain .item1in .woo-like-main').click();
  await page.locator('#plain footer .woo-like-main').click();
  await soon(counted).toEqual({ 林婉清: ['like'] });
  await page.waitForTimeout(LONG_MS);
  expect(await counted()).toEqual({ 林婉清: ['like'] });
});

test('On Xiaohongshu, where no like shows, the click counts and the second takes it back', async () => {
  const note = `${USER}/66f4f7580000000019000009`;
  await start(XIAOHONGSHU, { [USER]: 'xiaohongshu.feed.html', [note]: 'xiaohongshu.feed.html' }, likeXiaohongshu);
  await remember(XIAOHONGSHU, USER, '沈小满');
  await open(XIAOHONGSHU + note);
  // The note is somebody else's, the address and the comment are hers.
  await page.locator('.interact-container .like-wrapper').click();
  await page.locator('#comment-66f60a0c0000000012000001 .like-wrapper').click();
  await soon(counted).toEqual({ 沈小满: ['like'] });
  await page.locator('#comment-66f60a0c0000000012000001 .like-wrapper').click();
  await soon(counted).toEqual({ 沈小满: [] });
});
