// A chat app that is hard to read: hashed classes, clicks that lead away, and a record of every event that reaches the page.
const query = new URLSearchParams(location.search);
const WITH_IDS = query.has('ids');
window.__events = [];
const RECORDED = [
  'pointerdown',
  'pointerup',
  'pointermove',
  'mousedown',
  'mouseup',
  'mousemove',
  'click',
  'dblclick',
  'contextmenu',
  'touchstart',
  'touchend',
  'wheel',
  'keydown',
  'keyup',
  'keypress',
  'input',
  'paste',
];
// At the window and in the capturing phase, before any other script was here.
for (const type of RECORDED) addEventListener(type, (event) => window.__events.push(`${event.type} ${event.isTrusted}`), true);

const CHATS = {
  anna: [
    'Anna Weber',
    [
      ['in', 'Is the oak table still there?'],
      ['out', 'It is. Two chairs go with it.'],
      ['in', 'And delivery?'],
      ['in', 'On Friday?'],
      ['out', 'Friday is fine.'],
      ['in', 'ok'],
      ['out', 'ok'],
    ],
  ],
  ben: [
    'Ben Ito',
    [
      ['in', 'Do you ship to Ghent?'],
      ['out', 'Every Tuesday.'],
      ['in', 'Good.'],
    ],
  ],
};
const hash = (n) => `css-${(n * 7919 + 104729).toString(36)}`;
let open = null;
let draft = {};

const STYLE = `
  .${hash(1)} { display: grid; grid-template: 48px minmax(0, 1fr) 56px / 240px 1fr; height: 100vh; }
  .${hash(2)} { grid-row: 1 / 4; border-right: 1px solid #ddd; padding: 8px; background: #f6f6f8; }
  .${hash(2)} a { display: block; padding: 10px; color: inherit; text-decoration: none; cursor: pointer; }
  .${hash(3)} { display: flex; align-items: center; gap: 8px; padding: 0 16px; border-bottom: 1px solid #ddd; }
  .${hash(4)} { overflow-y: auto; padding: 12px 16px; }
  .${hash(5)} { display: flex; margin: 8px 0; }
  .${hash(6)} { display: flex; justify-content: flex-end; margin: 8px 0; }
  .${hash(7)} { max-width: 60%; padding: 8px 12px; border-radius: 14px; background: #eef0f4; }
  .${hash(8)} { max-width: 60%; padding: 8px 12px; border-radius: 14px; background: #d7f0dd; }
  .${hash(9)} { display: flex; gap: 8px; padding: 8px 16px; }
  .${hash(9)} textarea { flex: 1; font: inherit; }
`;

const element = (tag, n, ...children) => {
  const made = document.createElement(tag);
  if (n) made.className = hash(n);
  made.append(...children);
  return made;
};

const mount = document.getElementById('root');
const host = query.has('shadow') ? mount.appendChild(document.createElement('chat-widget')).attachShadow({ mode: 'open' }) : mount;
const style = document.createElement('style');
style.textContent = STYLE;

function row([side, text], i) {
  const bubble = element('div', side === 'in' ? 7 : 8, element('span', 10 + i, text));
  const made = element('div', side === 'in' ? 5 : 6, bubble);
  if (WITH_IDS) made.dataset.messageId = `${open}-${1000 + i}`;
  // A click on a message leads away from the page.
  made.addEventListener('click', () => location.assign('/left'));
  return made;
}

function draw() {
  const [name, messages] = CHATS[open] ?? [null, []];
  const list = element('nav', 2);
  for (const [id, [who]] of Object.entries(CHATS)) {
    const link = element('a', 0, element('b', 0, who));
    link.addEventListener('click', () => {
      location.hash = `#/t/${id}`;
    });
    list.append(link);
  }
  const parts = [list];
  if (name) {
    const head = element('div', 3, element('i', 0), element('div', 40, name), element('small', 41, 'online'));
    const log = element('div', 4, ...messages.map(row));
    const box = element('textarea', 0);
    box.value = draft[open] ?? '';
    box.addEventListener('input', () => (draft[open] = box.value));
    box.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || !box.value) return;
      event.preventDefault();
      window.__add(open, 'out', box.value);
    });
    parts.push(head, log, element('div', 9, box));
  }
  host.replaceChildren(style, element('div', 1, ...parts));
}

window.__add = (id, side, text) => {
  CHATS[id][1].push([side, text]);
  if (side === 'out') draft[id] = '';
  draw();
};
window.__box = () => host.querySelector('textarea')?.value ?? null;
window.__open = (id) => (location.hash = `#/t/${id}`);
function route() {
  open = /^#\/t\/(\w+)$/.exec(location.hash)?.[1] ?? null;
  draw();
}
addEventListener('hashchange', route);
route();
