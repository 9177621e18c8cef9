// A chat client made by hand, in the marks of Telegram Web K, around a real virtual list (TanStack Virtual): only the rows near the
// screen exist, each element is used again for another message, and no address tells which chat is open.
import { elementScroll, observeElementOffset, observeElementRect, Virtualizer } from '@tanstack/virtual-core';

export interface Line {
  /** The server's number, or a fraction while it has given none. */
  mid: string;
  direction: 'in' | 'out';
  state?: 'is-sending' | 'is-error';
}

const ROW = 40;
/** Seconds; each message a minute after the one before. */
const START = Date.UTC(2026, 9, 1) / 1000;

const chats = new Map<string, Line[]>();
let peer = '';
let header = '';

const find = (selector: string): HTMLElement => document.querySelector<HTMLElement>(selector)!;
const lines = (): Line[] => chats.get(peer)!;
/** The elements of rows that are not in use. */
const spare: HTMLElement[] = [];
const used = new Map<number, HTMLElement>();

const optionsNow = () => ({
  count: chats.get(peer)?.length ?? 0,
  getScrollElement: () => find('.bubbles'),
  estimateSize: () => ROW,
  overscan: 4,
  scrollToFn: elementScroll,
  observeElementRect,
  observeElementOffset,
  onChange: draw,
});
let virtual: Virtualizer<HTMLElement, HTMLElement>;

/** Draws what the virtual list asks for. Rows that left the screen are taken for those that came. */
function draw(): void {
  const items = virtual.getVirtualItems();
  const wanted = new Set(items.map(({ index }) => index));
  for (const [index, row] of used) {
    if (wanted.has(index)) continue;
    used.delete(index);
    spare.push(row);
  }
  for (const { index, start } of items) {
    const line = lines()[index];
    if (!line) continue;
    const row = used.get(index) ?? spare.pop() ?? document.createElement('div');
    used.set(index, row);
    row.className = `bubble ${line.direction === 'out' ? 'is-out' : 'is-in'} ${line.state ?? ''}`;
    row.dataset['mid'] = line.mid;
    row.dataset['peerId'] = peer;
    row.dataset['timestamp'] = String(START + Math.floor(Number(line.mid)) * 60);
    row.style.cssText = `position: absolute; top: ${start}px; height: ${ROW}px`;
    row.innerHTML = `<div class="message"><span class="translatable-message">Message ${line.mid}</span></div>`;
    if (!row.isConnected) find('.bubbles-inner').append(row);
  }
  for (const row of spare.splice(12)) row.remove();
  // What is spare stands outside of the list until it is needed.
  for (const row of spare) row.remove();
  find('.bubbles-inner').style.height = `${virtual.getTotalSize()}px`;
}

function update(): void {
  virtual.setOptions(optionsNow());
  virtual.measure();
  draw();
}

export function start(): void {
  virtual = new Virtualizer(optionsNow());
  virtual._didMount();
  virtual._willUpdate();
}

/** Makes a chat with so many messages, a third of them own. */
export function make(id: string, count: number, from = 1000): void {
  chats.set(
    id,
    Array.from({ length: count }, (_, i) => ({ mid: String(from + i), direction: i % 3 ? ('in' as const) : ('out' as const) })),
  );
}

function name(id: string): void {
  header = id;
  for (const element of document.querySelectorAll<HTMLElement>('.topbar [data-peer-id], .input-message-input'))
    element.dataset['peerId'] = id;
  find('.peer-title-inner').textContent = `Person ${header}`;
}

function list(id: string): void {
  peer = id;
  update();
  toEnd();
}

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** Opens a chat as an app may: all at once, the heading first, or the messages first. Nothing else happens in the page. */
export async function open(id: string, late: 'nothing' | 'messages' | 'heading' = 'nothing'): Promise<void> {
  if (late !== 'heading') name(id);
  if (late === 'messages') await pause(200);
  list(id);
  if (late === 'heading') await pause(200);
  name(id);
}

export function toEnd(): void {
  virtual.scrollToIndex(lines().length - 1);
}
/** Scrolls by so many pixels; gives whether it moved. */
export function scroll(by: number): boolean {
  const box = find('.bubbles');
  const before = box.scrollTop;
  box.scrollTop += by;
  return box.scrollTop !== before;
}

/** Older messages come above what is shown, and what is shown stays where it is. */
export function loadAbove(count: number): void {
  const first = Number(lines()[0]!.mid);
  lines().unshift(
    ...Array.from({ length: count }, (_, i) => ({ mid: String(first - count + i), direction: i % 2 ? ('in' as const) : ('out' as const) })),
  );
  update();
  find('.bubbles').scrollTop += count * ROW;
}

export function receive(): void {
  lines().push({ mid: String(Math.floor(Number(lines().at(-1)!.mid)) + 1), direction: 'in' });
  update();
  toEnd();
}

/** An own message stands there at once under a number of its own, and gets the server's, or an error. */
export async function send(isRefused = false): Promise<void> {
  const last = Math.floor(Number(lines().at(-1)!.mid));
  const line: Line = { mid: `${last}.0001`, direction: 'out', state: 'is-sending' };
  lines().push(line);
  update();
  toEnd();
  await pause(300);
  if (isRefused) line.state = 'is-error';
  else {
    delete line.state;
    line.mid = String(last + 1);
  }
  update();
}

/** What the server has of a chat. */
export function archived(id: string): { id: string; direction: 'in' | 'out' }[] {
  return chats
    .get(id)!
    .filter(({ state }) => !state)
    .map(({ mid, direction }) => ({ id: `${id}_${mid}`, direction }));
}
