// The demo messenger, for tests.
import type { Page } from '@playwright/test';

export interface Demo {
  url: string;
  close(): Promise<void>;
}

/** Serves the demo messenger on loopback. */
export async function serveDemo(): Promise<Demo> {
  const { serveDemo: serve } = await import('../../../scripts/serve-demo.mjs');
  return serve();
}

/** Opens a conversation by its address, as the messenger itself does. */
export async function openChat(page: Page, demo: Demo, id: string): Promise<void> {
  await page.goto(`${demo.url}#/c/${id}`);
  await page.locator(`main[data-conversation-id="${id}"]`).waitFor();
}

/** Somebody writes. Gives the message's id. */
export function receive(page: Page, id: string, text: string): Promise<string> {
  return page.evaluate(
    ([to, words]) => (globalThis as unknown as { teahouse: { receive(id: string, text: string): string } }).teahouse.receive(to, words),
    [id, text] as const,
  );
}
