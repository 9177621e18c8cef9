// Teahouse (茶座), a small messenger with invented people: something to try Rapport on without an account anywhere.
import { avatar, conversationItem, icon, markRow, messageRows } from './draw.js';
import { seeded } from './history.js';
import { dateText, label, language } from './labels.js';
import { find, keep, lastOf, latestFirst, markRead, newId, nextReply, unreadIn } from './store.js';

/** How many messages are drawn at once; `?page=500` draws more, for the bench. */
const PAGE = Number(new URLSearchParams(location.search).get('page')) || 40;
const random = seeded('delays');
const byHook = (name) => document.querySelector(`[data-${name}]`);
const app = document.getElementById('app');
const main = document.querySelector('main');
const log = byHook('messages');
const scroll = byHook('scroll');
const composer = byHook('composer');

let open = null;
let shown = PAGE;

/** Writes the labels into the page once. */
function writeLabels() {
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  for (const element of document.querySelectorAll('[data-label]')) element.textContent = label(element.dataset.label);
  for (const element of document.querySelectorAll('[data-label-title]'))
    element.setAttribute('aria-label', label(element.dataset.labelTitle));
  for (const element of document.querySelectorAll('[data-label-placeholder]'))
    element.placeholder = label(element.dataset.labelPlaceholder);
  for (const element of document.querySelectorAll('[data-icon]')) element.append(icon(element.dataset.icon));
  byHook('my-name').textContent = label('me');
  app.dataset.account = 'mei.tan';
}

function drawList() {
  const wanted = byHook('search').value.trim().toLowerCase();
  const visible = latestFirst().filter(({ name }) => name.toLowerCase().includes(wanted));
  byHook('conversations').replaceChildren(...visible.map((conversation) => conversationItem(conversation, conversation === open)));
  const unread = latestFirst().reduce((sum, conversation) => sum + unreadIn(conversation), 0);
  document.title = unread > 0 ? `(${unread}) ${label('brand')}` : label('brand');
}

function drawStatus() {
  byHook('status').textContent = open.isTyping ? label('typing') : open.about;
  byHook('status').classList.toggle('live', open.isTyping);
}

function drawMessages() {
  const start = Math.max(0, open.messages.length - shown);
  log.replaceChildren(
    ...open.messages.slice(start).flatMap((message, index) => messageRows(message, index ? open.messages[start + index - 1] : undefined)),
  );
}

function drawTalk() {
  main.dataset.conversationId = open.id;
  main.dataset.conversationKind = open.kind;
  byHook('avatar').replaceChildren(avatar(open));
  byHook('about-avatar').replaceChildren(avatar(open));
  byHook('name').textContent = open.name;
  byHook('about-name').textContent = open.name;
  byHook('about-line').textContent = open.about;
  byHook('about-since').textContent = dateText(open.messages[0].at);
  drawStatus();
  drawMessages();
}

/** Follows the address: `#/c/<id>` opens that conversation, anything else closes it. */
function route() {
  const id = /^#\/c\/([^/]+)$/.exec(location.hash)?.[1];
  if (open) open.draft = composer.value;
  open = (id && find(id)) || null;
  main.hidden = byHook('about').hidden = !open;
  byHook('nothing').hidden = Boolean(open);
  if (open) {
    shown = PAGE;
    composer.value = open.draft;
    fitComposer();
    drawTalk();
    markRead(open);
    scroll.scrollTop = scroll.scrollHeight;
  } else {
    delete main.dataset.conversationId;
    log.replaceChildren();
  }
  drawList();
}

/** Adds a message to its conversation and, when that one is open, to the screen. Returns its row, if any. */
function add(conversation, message) {
  const previous = lastOf(conversation);
  conversation.messages.push(message);
  let row = null;
  if (conversation === open) {
    log.append(...messageRows(message, previous));
    row = log.lastElementChild;
    shown += 1;
    markRead(conversation);
    scroll.scrollTop = scroll.scrollHeight;
  }
  drawList();
  return row;
}

function receive(id, text, sender) {
  const conversation = find(id);
  if (!conversation) throw new Error(`No conversation ${id}`);
  const from = conversation.kind === 'group' ? (sender ?? conversation.members[0]) : undefined;
  const message = { id: newId(conversation), direction: 'in', ...(from && { sender: from }), text: String(text), at: Date.now() };
  keep(conversation, message);
  add(conversation, message);
  return message.id;
}

function setTyping(conversation, isTyping) {
  conversation.isTyping = isTyping;
  if (conversation === open) drawStatus();
  drawList();
}

/** Lets the other side answer two to four seconds later, once per burst. */
function answer(conversation) {
  if (conversation.isAnswering) return;
  const text = nextReply(conversation);
  if (text === null) return;
  conversation.isAnswering = true;
  setTimeout(() => setTyping(conversation, true), 1100);
  setTimeout(
    () => {
      conversation.isTyping = conversation.isAnswering = false;
      receive(conversation.id, text);
      if (conversation === open) drawStatus();
    },
    2000 + random() * 2000,
  );
}

function send() {
  const conversation = open;
  const text = composer.value.trim();
  if (!conversation || !text) return;
  const message = { id: null, direction: 'out', text, at: Date.now() };
  composer.value = conversation.draft = '';
  fitComposer();
  add(conversation, message);
  // As with a real server, the message gets its id only after a moment; until then it is on the screen without one.
  setTimeout(() => {
    message.id = newId(conversation);
    keep(conversation, message);
    // Messages settle in the order in which they were sent, so the first pending row is this one's.
    const row = conversation === open ? log.querySelector('[data-pending]') : null;
    if (row) markRow(row, message);
    answer(conversation);
  }, 450);
}

function fitComposer() {
  composer.style.height = 'auto';
  composer.style.height = `${Math.min(composer.scrollHeight, 160)}px`;
}

writeLabels();
route();
addEventListener('hashchange', route);
composer.addEventListener('input', fitComposer);
composer.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  send();
});
byHook('send').addEventListener('click', send);
byHook('search').addEventListener('input', drawList);
byHook('new-chat').addEventListener('click', () => byHook('search').focus());
scroll.addEventListener('scroll', () => {
  if (!open || scroll.scrollTop > 40 || shown >= open.messages.length) return;
  const before = scroll.scrollHeight - scroll.scrollTop;
  shown += PAGE;
  drawMessages();
  scroll.scrollTop = scroll.scrollHeight - before;
});

/** For tests: `teahouse.receive('lin-yue', 'Hello')` lets a message arrive and returns its id. */
window.teahouse = { receive };
