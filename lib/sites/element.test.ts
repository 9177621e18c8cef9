// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { element } from './element';

const html = readFileSync(join(import.meta.dirname, '../../tests/sites/fixtures/element.chat.html'), 'utf8');
const at = (hash: string) => ({ document, url: new URL(`https://app.element.io/${hash}`) });
const page = at('#/room/!dm:example.org');
const row = (id: string): HTMLElement => document.querySelector<HTMLElement>(`[data-event-id="${id}"]`)!;

beforeEach(() => document.body.replaceChildren(...new DOMParser().parseFromString(html, 'text/html').body.childNodes));

test('a message is counted once the server has given it its id', () => {
  const sent = row('~!dm:example.org:m1795161840000.0');
  expect(element.key(sent)).toBeNull();
  sent.setAttribute('data-event-id', '$sent');
  expect(element.key(sent)).toBeNull();
  sent.classList.remove('mx_EventTile_sending');
  expect(element.message(sent, page)).toEqual({ key: '$sent', direction: 'out', at: null });
});

test('the id of a helper in a chat of two is not taken for the other one’s', () => {
  expect(element.conversation(page)!.ids).toContainEqual({ value: '@nadia:example.net', kind: 'permanent' });
  for (const gone of ['$a1', '$a4', '$create']) row(gone).remove();
  expect(element.conversation(page)!.ids).toEqual([{ value: '!dm:example.org', kind: 'permanent' }]);
});

test('somebody in a room who calls himself like the room is not taken for its only other member', () => {
  document.querySelector('.mx_RoomHeader')!.insertAdjacentHTML('beforeend', '<div class="mx_FacePile">4</div>');
  expect(element.conversation(page)).toEqual({
    kind: 'group',
    ids: [{ value: '!dm:example.org', kind: 'permanent' }],
    name: 'Nadia Falk 🪑',
  });
});

test('the box at the side is that of a thread, and never written into', () => {
  const box = element.composer(page)!;
  expect(box.closest('.mx_RightPanel')).toBeNull();
  box.remove();
  expect(element.composer(page)).toBeNull();
});

test('an address that cannot be read names nobody', () => {
  expect(element.conversation(at('#/room/%E0%A4%A'))).toBeNull();
  expect(element.profile!(at('#/user/%E0%A4%A'))).toBeNull();
});

test('a room is opened by its own address, somebody without a room by the page about them', () => {
  const chat = element.conversation(page)!;
  expect(element.link(page, chat)).toBe(page.url.href);
  expect(element.link(page, { ...chat, ids: [{ value: '@nadia:example.net', kind: 'permanent' }] })).toBe(
    'https://app.element.io/#/user/@nadia:example.net',
  );
});
