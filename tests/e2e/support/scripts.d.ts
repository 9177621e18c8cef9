// The scripts that tests share with `npm run demo` are plain JavaScript; this is what they give.
declare module '*/serve-demo.mjs' {
  export function serveDemo(port?: number): Promise<{ url: string; close(): Promise<void> }>;
}
declare module '*/seed.mjs' {
  import type { BrowserContext } from '@playwright/test';
  export function seed(options: { context: BrowserContext; extensionId: string; url: string }): Promise<void>;
}
