// Shows the pages kept for each site at the addresses they have in life, without any network.
import type { BrowserContext, Page } from '@playwright/test';
import { expectedIn, type Expected, type Fixture } from '../../sites/fixtures';
import type * as Readers from '../pages/fixtures/readers';
import { bundle } from './bundle';

declare global {
  interface Window {
    readers: typeof Readers;
  }
}

/** Opens a fixture in a tab, and gives what must be read from it. */
export type Show = (page: Page, fixture: Fixture) => Promise<Expected>;

/** Every request of the context is answered with the fixture that its tab shows, whatever the address. */
export async function serveFixtures(context: BrowserContext): Promise<Show> {
  const shown = new Map<Page, string>();
  await context.route(/^https?:/, (route) => {
    const request = route.request();
    const html = request.isNavigationRequest() ? shown.get(request.frame().page()) : undefined;
    // Without a body the browser would not go there.
    return route.fulfill({ status: html ? 200 : 404, contentType: 'text/html; charset=utf-8', body: html ?? '<!doctype html>' });
  });
  return async (page, { html }) => {
    const expected = expectedIn(html);
    const withoutHash = (url: string): string => url.split('#')[0]!;
    // Two fixtures can have the same address, or one that differs behind the "#" alone: the browser would stay where it is.
    if (withoutHash(page.url()) === withoutHash(expected.url)) await page.goto('about:blank');
    shown.set(page, html);
    await page.goto(expected.url);
    return expected;
  };
}

/** Nothing is fetched for what stands in a page: pictures are changed and put elsewhere there a thousand times. */
const WITHOUT_PARTS = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:";

/** Writes fixtures into one page for each origin, which takes a tenth of what going there does. For readers alone: no extension notices. */
export async function writeFixtures(context: BrowserContext): Promise<Show> {
  await context.route(/^https?:/, (route) =>
    route.fulfill({ contentType: 'text/html', headers: { 'content-security-policy': WITHOUT_PARTS }, body: '<!doctype html>' }),
  );
  return async (page, { html }) => {
    const expected = expectedIn(html);
    const { origin } = new URL(expected.url);
    if (new URL(page.url()).origin !== origin) await page.goto(origin);
    await page.evaluate(
      ([url, whole]) => {
        history.replaceState(null, '', url);
        document.open();
        document.write(whole);
        document.close();
      },
      [expected.url, html] as const,
    );
    return expected;
  };
}

/** The readers as one script, which makes `window.readers`. */
export const bundleReaders = (): Promise<string> => bundle('tests/e2e/pages/fixtures/readers.ts', 'readers');
