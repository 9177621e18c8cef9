// A stand-in for WhatsApp Web, written by us from public descriptions. It talks to nobody.
import { firstChats, ME, newMessage, type Chat } from './chats';
import { mountComposer, type Composer } from './composer';
import { headerOf, make, messageRow, noticeRow, sideRow } from './elements';

/** How the stand-in behaves; a test may change `__options` at any time. */
export interface StandInOptions {
  /** How long the old messages stay under the new header after a switch. */
  listDelay: number;
  /** How long an own message shows that it has not left. */
  settleDelay: number;
  /** Whether a switch changes the words in the header instead of building it anew. */
  headerInPlace: boolean;
}

declare global {
  interface Window {
    __options: StandInOptions;
    __receive(chat: number, text: string, sender?: string): void;
    __rename(chat: number, name: string): void;
    __open(chat: number): void;
    /** Closes the open chat: the landing pane. */
    __close(): void;
    /** Makes the page believe that its tab is hidden. */
    __hide(isHidden: boolean): void;
    /** What the editor holds. */
    __composer(): string;
    /** Everything sent so far. */
    __sent: { chat: number; text: string }[];
  }
}

const options: StandInOptions = Object.assign({ listDelay: 0, settleDelay: 400, headerInPlace: false }, window.__options);
const chats = firstChats();
const pane = make('div', { id: 'pane-side', role: 'grid' });
const app = make('div', { id: 'app' }, make('div', { id: 'side' }, pane));
document.body.append(app);

let open: Chat | null = null;
let shown: Chat | null = null; // Whose messages stand in the list; behind `open` during a switch.
let main: { root: HTMLElement; header: HTMLElement; list: HTMLElement; box: HTMLElement; button: HTMLElement; composer: Composer } | null =
  null;

function drawSide(): void {
  pane.replaceChildren(...chats.map((chat) => sideRow(chat, () => show(chat))));
}

function drawList(): void {
  if (!main || !shown) return;
  const { list } = main;
  const rows: HTMLElement[] = [noticeRow('Messages are end-to-end encrypted.')];
  // The real site draws the last row only while its tab is hidden.
  const messages = document.visibilityState === 'hidden' ? shown.messages.slice(-1) : shown.messages;
  let day = '';
  for (const message of messages) {
    if (message.time.toDateString() !== day) rows.push(noticeRow(message.time.toLocaleDateString('en-US')));
    day = message.time.toDateString();
    rows.push(messageRow(message));
  }
  list.replaceChildren(...rows);
  list.scrollTop = list.scrollHeight;
}

function drawHeader(): void {
  if (!main || !open) return;
  const title = main.header.querySelector('[data-testid="conversation-info-header-chat-title"]');
  const before = main.header.querySelectorAll('[title]').length > 1;
  if (options.headerInPlace && title?.firstChild && before === open.isGroup) title.firstChild.nodeValue = open.name;
  else main.header.replaceChildren(...headerOf(open));
  main.box.setAttribute('aria-label', `Type a message to ${open.isGroup ? 'group ' : ''}${open.name}`);
}

function mountMain(): NonNullable<typeof main> {
  const header = make('header');
  const list = make('div', { 'data-testid': 'conversation-panel-messages', tabindex: '-1' });
  const box = make('div', { contenteditable: 'true', role: 'textbox', 'data-tab': '10', 'data-testid': 'conversation-compose-box-input' });
  const button = make('button', { 'aria-label': 'Send', type: 'button' }, make('span', { 'data-icon': 'wds-ic-send-filled' }, '➤'));
  const footer = make('footer', {}, box);
  const root = make('div', { id: 'main' }, header, make('div', { class: 'copyable-area' }, list), footer);
  app.append(root);
  button.addEventListener('click', send);
  // The button is only there once there is text.
  const composer = mountComposer(box, send, (text) => (text.trim() ? footer.append(button) : button.remove()));
  return { root, header, list, box, button, composer };
}

function show(chat: Chat): void {
  if (chat === open) return;
  if (open && main) open.draft = main.composer.read();
  open = chat;
  main ??= mountMain();
  drawHeader();
  main.composer.write(chat.draft);
  setTimeout(() => {
    if (open !== chat) return;
    shown = chat;
    drawList();
  }, options.listDelay);
}

function send(): void {
  const text = main?.composer.read().trim();
  const chat = open;
  if (!main || !chat || !text) return;
  main.composer.write('');
  const message = newMessage(ME, text, new Date(), true, true);
  chat.messages.push(message);
  window.__sent.push({ chat: chats.indexOf(chat), text });
  redraw(chat);
  setTimeout(() => {
    message.isPending = false;
    redraw(chat);
  }, options.settleDelay);
}

function redraw(chat: Chat): void {
  drawSide();
  if (chat === shown) drawList();
}

window.__options = options;
window.__sent = [];
window.__composer = () => main?.composer.read() ?? '';
window.__open = (place) => show(chats[place]!);
window.__close = () => {
  if (open && main) open.draft = main.composer.read();
  main?.root.remove();
  main = open = shown = null;
};
window.__receive = (place, text, sender) => {
  const chat = chats[place]!;
  chat.messages.push(newMessage(sender ?? chat.members[0] ?? chat.name, text, new Date(), false));
  redraw(chat);
};
window.__rename = (place, name) => {
  const chat = chats[place]!;
  for (const message of chat.messages) if (message.sender === chat.name) message.sender = name;
  chat.name = name;
  redraw(chat);
  if (chat === open) drawHeader();
};
window.__hide = (isHidden) => {
  Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => (isHidden ? 'hidden' : 'visible') });
  document.dispatchEvent(new Event('visibilitychange'));
};
document.addEventListener('visibilitychange', drawList);
drawSide();
