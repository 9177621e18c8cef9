// Builds the parts of the stand-in as the real page is described: attributes as there, classes only where they are known.
import { ME, type Chat, type StandInMessage } from './chats';

/** An element with attributes and children. */
export function make(tag: string, attributes: Record<string, string> = {}, ...children: (Node | string)[]): HTMLElement {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

function clock(time: Date): string {
  return time.toLocaleTimeString('en-US', { hour: 'numeric', minute: '2-digit' }).replace(/\s/, '\u202f');
}

/** One message as a row. */
export function messageRow(message: StandInMessage): HTMLElement {
  const stamp = `[${clock(message.time)}, ${message.time.toLocaleDateString('en-US')}] ${message.sender}: `;
  const meta = make('div', { 'data-testid': 'msg-meta' }, make('span', { dir: 'auto' }, clock(message.time)));
  if (message.isOwn) {
    const icon = message.isPending ? 'wds-ic-time' : 'wds-ic-delivered';
    meta.append(
      make('span', { 'aria-label': message.isPending ? ' Pending ' : ' Delivered ', 'data-icon': icon }, message.isPending ? '◷' : '✓✓'),
    );
  }
  const text = make('span', { 'data-testid': 'selectable-text', class: 'selectable-text copyable-text', dir: 'auto' }, message.text);
  const bubble = make(
    'div',
    { 'data-testid': 'msg-container', style: message.isOwn ? 'margin-left: auto' : '' },
    make('div', { class: 'copyable-text', 'data-pre-plain-text': stamp }, text),
    meta,
  );
  const label = make('span', { 'aria-label': `${message.sender === ME ? 'You' : message.sender}:` });
  return make('div', { role: 'row' }, make('div', { 'data-id': message.id, 'data-testid': `conv-msg-${message.id}` }, label, bubble));
}

/** A day or notice: a row without a message. */
export function noticeRow(text: string): HTMLElement {
  return make('div', { role: 'row' }, make('div', { class: 'notice' }, text));
}

/** What the header of a chat holds. */
export function headerOf(chat: Chat): HTMLElement[] {
  const title = make('span', { dir: 'auto', 'data-testid': 'conversation-info-header-chat-title' }, chat.name);
  const info = make('div', { role: 'button', 'data-testid': 'conversation-info-header' }, title);
  if (chat.isGroup) {
    const members = [...chat.members, 'You'].join(', ');
    info.append(make('span', { title: members }, members));
  }
  return [make('div', { role: 'button', title: 'Profile details' }), info];
}

/** One chat in the side pane. */
export function sideRow(chat: Chat, open: () => void): HTMLElement {
  const last = chat.messages.at(-1);
  const row = make(
    'div',
    { role: 'row', tabindex: '0' },
    make('span', { dir: 'auto', title: chat.name }, chat.name),
    make('small', {}, last?.text ?? ''),
  );
  row.addEventListener('click', open);
  return row;
}
