// Builds the messenger's elements. Words only ever become text nodes.
import { seeded } from './history.js';
import { dayText, label, listDate, timeText } from './labels.js';
import { lastOf, unreadIn } from './store.js';

/** An element with a class and children; strings become text. */
export function make(tag, className, ...children) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...children.filter((child) => child !== null));
  return element;
}

const ICONS = {
  search: 'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM15.5 15.5 20 20',
  pen: 'M4 20h4L19 9l-4-4L4 16zM13 7l4 4',
  send: 'M4 12 20 4l-5 16-3.5-6.5zM11.5 13.5 20 4',
  cup: 'M5 11h11v3.5a4.5 4.5 0 0 1-4.5 4.5h-2A4.5 4.5 0 0 1 5 14.5zM16 12h1a2 2 0 0 1 0 4.2h-1.3M8.5 8.5c-1-1.3 1-2 0-3.3M12.5 8.5c-1-1.3 1-2 0-3.3',
  tick: 'M5 12.5l4.5 4.5L19 7',
  clock: 'M12 5a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM12 8.5V12l2.5 2',
};

/** One of the line drawings above. */
export function icon(name) {
  const space = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(space, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(space, 'path');
  path.setAttribute('d', ICONS[name]);
  svg.append(path);
  return svg;
}

/** A coloured disc with the person's initials, or their given name in Chinese. */
export function avatar({ id, name, kind }) {
  const words = name.split(/[\s·]+/).filter(Boolean);
  const isChinese = /^\p{Script=Han}/u.test(name);
  const letters =
    kind === 'group'
      ? '#'
      : isChinese
        ? name.slice(1, 3)
        : words
            .slice(0, 2)
            .map((word) => [...word][0])
            .join('');
  const disc = make('span', kind === 'group' ? 'avatar group' : 'avatar', letters);
  disc.setAttribute('aria-hidden', 'true');
  disc.style.setProperty('--hue', String(Math.floor(seeded(id)() * 24) * 15));
  return disc;
}

/** One line of the list at the left. */
export function conversationItem(conversation, isOpen) {
  const last = lastOf(conversation);
  const unread = unreadIn(conversation);
  const mark = conversation.isTyping
    ? label('typing')
    : conversation.draft && !isOpen
      ? label('draft')
      : last.direction === 'out'
        ? label('you')
        : last.sender
          ? `${last.sender}:`
          : null;
  const words = conversation.isTyping ? '' : conversation.draft && !isOpen ? conversation.draft : last.text;
  const line = make(
    'p',
    unread > 0 ? 'last' : 'last wide',
    mark ? make('b', conversation.isTyping ? 'live' : '', mark) : null,
    mark ? ' ' : '',
    words,
  );
  const link = make(
    'a',
    isOpen ? 'item open' : 'item',
    avatar(conversation),
    make('span', 'item-name', conversation.name),
    make('time', '', listDate(last.at)),
    line,
    unread > 0 ? make('span', 'unread', String(unread)) : null,
  );
  link.href = `#/c/${encodeURIComponent(conversation.id)}`;
  link.dataset.conversationId = conversation.id;
  if (isOpen) link.setAttribute('aria-current', 'true');
  return make('li', '', link);
}

/** Puts the id, time and state of a message on its row; called again when a sent message has settled. */
export function markRow(row, message) {
  if (message.id) row.dataset.messageId = message.id;
  row.toggleAttribute('data-pending', !message.id);
  if (message.direction === 'out') {
    const state = make('span', 'state', icon(message.id ? 'tick' : 'clock'));
    if (!message.id) state.title = label('sending');
    row.querySelector('.state')?.remove();
    row.querySelector('.meta').append(state);
  }
}

/** A message as a row. `previous` decides whether it follows closely and whether a line with the day stands before it. */
export function messageRows(message, previous) {
  const isNewDay = !previous || new Date(previous.at).toDateString() !== new Date(message.at).toDateString();
  const isSameVoice = !isNewDay && previous.direction === message.direction && previous.sender === message.sender;
  const text = make('p', 'text', message.text);
  text.dataset.text = '';
  const time = make('time', '', timeText(message.at));
  time.dateTime = new Date(message.at).toISOString();
  const sender = message.sender && !isSameVoice ? make('span', 'sender', message.sender) : null;
  const row = make(
    'article',
    `message ${message.direction}${isSameVoice ? ' joined' : ''}`,
    make('div', 'bubble', sender, text, make('span', 'meta', time)),
  );
  row.dataset.direction = message.direction;
  markRow(row, message);
  return isNewDay ? [make('p', 'day', make('span', '', dayText(message.at))), row] : [row];
}
