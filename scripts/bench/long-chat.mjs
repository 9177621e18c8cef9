// A chat with thousands of messages to measure on, made by hand: the marks of the demo messenger, and every row in the page at once.
import { createServer } from 'node:http';

const PAGE = `<!doctype html>
<meta charset="utf-8" />
<title>A long chat</title>
<style>
  html, body, #app, main { height: 100%; margin: 0; }
  [data-messages] { height: 70%; overflow: auto; }
  /* So that the page itself stays quick: only what is on the screen is laid out. */
  article { content-visibility: auto; contain-intrinsic-size: auto 40px; }
</style>
<div id="app" data-app="teahouse" data-account="rep"></div>
<script>
  const START = Date.UTC(2026, 0, 5);
  const app = document.querySelector('#app');
  const make = (tag, marks = {}, ...children) => {
    const element = document.createElement(tag);
    Object.assign(element.dataset, marks);
    element.append(...children);
    return element;
  };
  /** Row n of a chat; a third are the rep's own. */
  const row = (chat, n) => {
    const time = make('time');
    time.dateTime = new Date(START + n * 60_000).toISOString();
    const direction = n % 3 ? 'in' : 'out';
    return make('article', { direction, messageId: chat + '-' + n }, make('p', { text: '' }, 'Message ' + n), time);
  };
  const rows = (chat, from, count) => Array.from({ length: count }, (_, i) => row(chat, from + i));
  /** Opens a chat anew, as an app does that draws each chat from the start. */
  function open(chat, count) {
    const list = make('div', { messages: '' }, ...rows(chat, 0, count));
    const box = make('textarea', { composer: '' });
    const header = make('header', {}, make('h1', { name: '' }, 'Person ' + chat));
    const talk = make('main', { conversationId: chat, conversationKind: 'person' }, header, list, make('footer', {}, box));
    history.replaceState(null, '', '#/c/' + chat);
    app.replaceChildren(talk);
    return list;
  }
  /** Resolves in a task of its own, without a timer. */
  const nextTask = () =>
    new Promise((done) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => (port1.close(), done());
      port2.postMessage(null);
    });
  /** More messages come in below, one by one, in so many tasks. */
  async function burst(chat, from, count, tasks) {
    const list = document.querySelector('[data-messages]');
    for (let n = 0; n < count; n += 1) {
      if (n % (count / tasks) === 0) await nextTask();
      list.append(row(chat, from + n));
    }
  }
</script>
`;

/** Serves the page on loopback. */
export async function serveLongChat() {
  const server = createServer((_, response) => response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(PAGE));
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const address = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    url: `http://127.0.0.1:${address.port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve(undefined));
        server.closeAllConnections();
      }),
  };
}
