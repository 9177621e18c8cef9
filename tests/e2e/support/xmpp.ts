// Somebody who only writes: a bare XMPP session in an empty tab, for bursts that a second Converse would slow down by drawing them.
import type { BrowserContext, Page } from '@playwright/test';
import type { Login } from './converse';

export interface Writer {
  /** Logs in, or in again after the server was away. */
  connect(): Promise<void>;
  /** Sends one message. It counts as sent when the server has it in its archive. */
  write(to: string, text: string): Promise<void>;
}

const FRAMING = 'urn:ietf:params:xml:ns:xmpp-framing';

export async function openWriter(context: BrowserContext, { jid, password, websocket }: Login): Promise<Writer> {
  const page: Page = await context.newPage();
  const [user = '', domain = ''] = jid.split('@');
  return {
    connect: () =>
      page.evaluate(
        async ([url, host, secret, framing]) => {
          const socket = new WebSocket(url, 'xmpp');
          const heard: string[] = [];
          socket.addEventListener('message', ({ data }) => heard.push(String(data)));
          const hears = async (what: string): Promise<void> => {
            for (let step = 0; step < 1_000; step += 1) {
              const at = heard.findIndex((stanza) => stanza.includes(what));
              if (at >= 0) return void heard.splice(0, at + 1);
              await new Promise((later) => setTimeout(later, 10));
            }
            throw new Error(`The server did not say ${what}: ${heard.join()}`);
          };
          const open = `<open xmlns="${framing}" to="${host}" version="1.0"/>`;
          await new Promise((resolve, refuse) => {
            socket.addEventListener('open', resolve);
            socket.addEventListener('error', () => refuse(new Error('The server does not answer.')));
          });
          socket.send(open);
          await hears('mechanism');
          socket.send(`<auth xmlns="urn:ietf:params:xml:ns:xmpp-sasl" mechanism="PLAIN">${secret}</auth>`);
          await hears('success');
          socket.send(open);
          await hears('xmpp-bind');
          socket.send('<iq xmlns="jabber:client" type="set" id="bind"><bind xmlns="urn:ietf:params:xml:ns:xmpp-bind"/></iq>');
          await hears('jid');
          (globalThis as { line?: WebSocket }).line = socket;
        },
        [websocket, domain, btoa(`\0${user}\0${password}`), FRAMING] as const,
      ),
    write: (to, text) =>
      page.evaluate(
        ([peer, body]) =>
          (globalThis as { line?: WebSocket }).line!.send(
            `<message xmlns="jabber:client" type="chat" to="${peer}" id="${crypto.getRandomValues(new Uint32Array(4)).join('-')}"><body>${body}</body></message>`,
          ),
        [to, text] as const,
      ),
  };
}
