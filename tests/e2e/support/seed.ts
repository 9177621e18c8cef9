// Fills a fresh profile with the demo's people, through the product's own doors.
import type { BrowserContext } from '@playwright/test';
import { EXTENSION_ID } from './rapport';

/** Visits the demo's conversations and gives its people notes, tags, follow-ups and replies, as `npm run demo` does. */
export async function seedDemo(context: BrowserContext, url: string): Promise<void> {
  const { seed } = await import('../../../demo/seed.mjs');
  await seed({ context, extensionId: EXTENSION_ID, url });
}
