// A real chat to measure on: Converse.js from npm against a prosody of our own, with a history of so many messages.
// The handles are those of the browser tests; they are TypeScript, so they are built first.
import { chromium } from '@playwright/test';
import { build } from 'esbuild';
import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from '../run.mjs';

const SUPPORT = join(ROOT, 'tests/e2e/support');
const CACHE = join(ROOT, 'node_modules/.cache/bench');
const rep = { jid: 'rep@localhost', password: 'rep' };
const peer = { jid: 'ada@localhost', password: 'ada' };

/** Builds the test handles and loads them. */
async function handles() {
  mkdirSync(CACHE, { recursive: true });
  cpSync(join(SUPPORT, 'converse'), join(CACHE, 'converse'), { recursive: true });
  const outfile = join(CACHE, 'handles.mjs');
  const contents = ['prosody', 'converse', 'xmpp'].map((name) => `export * from './${name}';`).join('\n');
  const stdin = { contents, resolveDir: SUPPORT, loader: 'ts' };
  await build({ stdin, outfile, bundle: true, platform: 'node', format: 'esm', packages: 'external', logLevel: 'error' });
  return import(pathToFileURL(outfile).href);
}

/** Starts the chat with `messages` in its history, a third of them the rep's. Gives the address that logs the rep in and opens it. */
export async function startRealChat(executable, messages) {
  const { startProsody, serveConverse, converseAddress, openWriter } = await handles();
  const prosody = await startProsody(
    { user: 'rep', password: 'rep', contacts: { ada: 'Ada' } },
    { user: 'ada', password: 'ada', contacts: { rep: 'Rep' } },
  );
  const server = await serveConverse();
  const browser = await chromium.launch({ executablePath: executable, args: ['--no-sandbox', '--disable-background-networking'] });
  const context = await browser.newContext();
  const websocket = prosody.websocket;
  const writers = await Promise.all([rep, peer].map((login) => openWriter(context, { ...login, websocket })));
  for (const writer of writers) await writer.connect();
  for (let n = 0; n < messages; n += 1)
    await writers[n % 3 ? 1 : 0].write(n % 3 ? rep.jid : peer.jid, `Message ${n} about the second truck.`);
  for (let tries = 0; (await prosody.archive('rep', 'ada')).length < messages; tries += 1) {
    if (tries > 100) throw new Error('The server did not keep all messages.');
    await new Promise((later) => setTimeout(later, 100));
  }
  await browser.close();
  return {
    origin: server.origin,
    address: converseAddress(server.origin, { ...rep, websocket }, peer.jid),
    close: () => Promise.all([server.stop(), prosody.stop()]),
  };
}
