// The demo messenger in hostile hands: the same chat, with a script before everything else and headers that refuse what they can.
import { readFile } from 'node:fs/promises';
import { createServer, type OutgoingHttpHeaders } from 'node:http';
import { extname, resolve } from 'node:path';

const MESSENGER = resolve('demo/messenger');
const HOSTILE = resolve('tests/e2e/pages/hostile');
const TYPES: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml' };

export interface Hostile {
  /** Ends with a slash. */
  url: string;
  close(): Promise<void>;
}

/** What a page on the loopback address is served with, by the first part of its path. */
export interface Way {
  headers?: OutgoingHttpHeaders;
  /** Puts the spy into the page itself, as its first script; the page's own policy has to go then. */
  spy?: boolean;
  /** A page instead of the messenger. */
  html?: string;
}

/** Serves the messenger once per way: `/plain/`, `/csp/`, … */
export async function serveHostile(ways: Record<string, Way>): Promise<Hostile> {
  const spy = await readFile(resolve(HOSTILE, 'spy.js'), 'utf8');
  const server = createServer((request, response) => {
    void (async () => {
      const [, name = '', file = ''] = new URL(request.url ?? '/', 'http://page.test').pathname.split('/');
      const way = ways[name];
      if (!way) return void response.writeHead(404).end();
      const path = resolve(MESSENGER, file || 'index.html');
      let body: string | null = file === '' ? (way.html ?? null) : null;
      body ??= await readFile(path, 'utf8').catch(() => null);
      if (body === null || !path.startsWith(MESSENGER)) return void response.writeHead(404).end();
      if (way.spy && file === '')
        body = body.replace(/<meta\s+http-equiv[^>]*>/, '').replace('<head>', () => `<head><script>${spy}</script>`);
      response
        .writeHead(200, {
          'content-type': `${TYPES[extname(path)] ?? 'text/plain'}; charset=utf-8`,
          'cache-control': 'no-store',
          ...way.headers,
        })
        .end(body);
    })();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return {
    url: `http://127.0.0.1:${address.port}/`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

/** A page that has what the messenger's readers look for, and no more: `show(id, name)` opens a conversation. */
export const BARE_PAGE = `<!doctype html><meta charset="utf-8"><title>Bare</title>
<div id="app" data-app="teahouse" data-account="mei.tan">
<main><header><h1 data-name></h1></header><div data-messages></div><textarea data-composer></textarea></main>
</div>
<script>
  const main = document.querySelector('main');
  function show(id, name) {
    main.dataset.conversationId = id;
    main.dataset.conversationKind = 'person';
    main.querySelector('h1').textContent = name;
    main.querySelector('textarea').value = '';
    location.hash = '#/c/' + id;
  }
</script>`;
