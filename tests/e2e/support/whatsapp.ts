// Serves the stand-in for WhatsApp Web at the real address, without any network.
import type { BrowserContext } from '@playwright/test';
import { build } from 'esbuild';
import type { StandInOptions } from '../pages/whatsapp/page';

export type { StandInOptions };

const STYLE = `
  body { margin: 0; font: 15px/1.4 sans-serif; }
  #app { display: grid; grid-template-columns: 280px 1fr; height: 100vh; }
  #side { overflow: auto; border-right: 1px solid #ddd; }
  #pane-side > [role=row] { display: grid; padding: 10px; cursor: pointer; }
  small { white-space: nowrap; overflow: hidden; text-overflow: ellipsis; color: #667; }
  #main { min-width: 0; min-height: 0; display: grid; grid-template-rows: auto 1fr auto; }
  header { padding: 12px; border-bottom: 1px solid #ddd; }
  header [data-testid] { display: grid; }
  #main > .copyable-area { min-height: 0; }
  [data-testid=conversation-panel-messages] { height: 100%; overflow: auto; background: #efeae2; }
  [data-testid=msg-container] { width: fit-content; max-width: 65%; margin: 4px 24px; padding: 6px 9px; border-radius: 8px; background: #fff; }
  [data-testid=msg-container][style*=auto] { background: #d9fdd3; }
  .notice { text-align: center; font-size: 12px; }
  .selectable-text { white-space: pre-wrap; }
  footer { display: grid; grid-template-columns: 1fr auto; gap: 8px; padding: 10px; }
  footer [role=textbox] { padding: 8px; border: 1px solid #ccc; border-radius: 8px; max-height: 120px; overflow: auto; white-space: pre-wrap; }
  footer p { margin: 0; }
`;

/** The stand-in as one page and its script. The script belongs at `/app.js` of the same origin. */
export async function buildWhatsAppPage(options: Partial<StandInOptions> = {}): Promise<{ html: string; script: string }> {
  const result = await build({
    entryPoints: [`${import.meta.dirname}/../pages/whatsapp/page.ts`],
    bundle: true,
    write: false,
    format: 'iife',
    logLevel: 'error',
    tsconfigRaw: '{}',
    banner: { js: `window.__options = ${JSON.stringify(options)};` },
  });
  const html = `<!doctype html>
<!-- A stand-in for WhatsApp Web, written by us from public descriptions; not the real page. -->
<html lang="en" dir="ltr">
  <head><meta charset="utf-8"><title>WhatsApp (stand-in)</title><style>${STYLE}</style></head>
  <body><script src="/app.js"></script></body>
</html>`;
  return { html, script: result.outputFiles[0]!.text };
}

/** Answers every request to web.whatsapp.com in this context with the stand-in, under a policy as strict as the real one. */
export async function serveWhatsApp(context: BrowserContext, options: Partial<StandInOptions> = {}): Promise<void> {
  const { html, script } = await buildWhatsAppPage(options);
  await context.route('https://web.whatsapp.com/**', (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === '/app.js') return route.fulfill({ contentType: 'text/javascript; charset=utf-8', body: script });
    if (pathname !== '/' && pathname !== '/send') return route.fulfill({ status: 404, body: '' });
    return route.fulfill({
      contentType: 'text/html; charset=utf-8',
      headers: { 'content-security-policy': "default-src 'self'; style-src 'unsafe-inline'; img-src data:; frame-src 'none'" },
      body: html,
    });
  });
}
