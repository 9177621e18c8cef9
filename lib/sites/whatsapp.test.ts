// @vitest-environment happy-dom
// The cases that no fixture shows: older pages, namesakes, contradictions.
import { beforeEach, describe, expect, test } from 'vitest';
import { whatsapp } from './whatsapp';

const page = { document, url: new URL('https://web.whatsapp.com/') };

interface Row {
  id?: string;
  label?: string;
  sender?: string;
  icon?: string;
  legacy?: string;
  tail?: string;
}

function make(tag: string, attributes: Record<string, string>, ...children: Element[]): HTMLElement {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** A page with one open chat. */
function openChat(name: string, rows: Row[], box = `Type a message to ${name}`): void {
  const list = make('div', { 'data-testid': 'conversation-panel-messages' });
  for (const { id = '3EB0FF', label, sender, icon, legacy, tail } of rows) {
    const bubble = make('div', { 'data-testid': 'msg-container', class: legacy ?? '' });
    if (sender) bubble.append(make('div', { 'data-pre-plain-text': `[10:42, 14/9/2026] ${sender}: ` }));
    if (icon) bubble.append(make('span', { 'data-icon': icon }));
    if (tail) bubble.append(make('span', { 'data-icon': `tail-${tail}` }));
    const row = make('div', { 'data-id': id }, bubble);
    if (label) row.prepend(make('span', { 'aria-label': label }));
    list.append(make('div', { role: 'row' }, row));
  }
  const title = make('span', { dir: 'auto', title: name });
  title.textContent = name;
  const footer = make('footer', {}, make('div', { contenteditable: 'true', role: 'textbox', 'data-tab': '10', 'aria-label': box }));
  document.body.replaceChildren(make('div', { id: 'main' }, make('header', {}, title), list, footer));
}

const directions = () =>
  [...(whatsapp.list(page)?.querySelectorAll(whatsapp.rows) ?? [])].map((row) => whatsapp.message(row, page)?.direction ?? null);

beforeEach(() => {
  // Built into every browser, but not into the test environment.
  document.head.innerHTML = '<style>[dir="rtl"] { direction: rtl }</style>';
  document.documentElement.lang = 'en';
  document.documentElement.dir = 'ltr';
});

describe('Who wrote a message on WhatsApp', () => {
  test('is not mistaken when the contact has the same name as the user', () => {
    openChat('Anna', [
      { label: 'Anna:', sender: 'Anna' },
      { label: 'You:', sender: 'Anna' },
    ]);
    expect(directions()).toEqual(['in', 'out']);
  });

  test('is not mistaken when the contact is called like the word for "you" of some language', () => {
    openChat('Ty', [{ label: 'Ty:', sender: 'Ty' }, { label: 'Ty:' }, { label: 'You:', sender: 'Mei' }]);
    expect(directions()).toEqual(['in', 'in', 'out']);
    document.documentElement.lang = 'pl';
    openChat('Ola', [{ label: 'Ty:', sender: 'Mei' }]);
    expect(directions()).toEqual(['out']);
  });

  test('stays unknown when the word is in no list, and when signals contradict each other', () => {
    openChat('Anna', [{ label: 'Jy:', sender: 'Mei' }, { label: 'Anna:', sender: 'Anna', icon: 'wds-ic-read' }, {}]);
    expect(directions()).toEqual(['unknown', 'unknown', 'unknown']);
  });

  test('is told by the status icon in any language, and by the classes and ids of older pages', () => {
    openChat('Anna', [
      { label: 'Jy:', sender: 'Mei', icon: 'msg-dblcheck' },
      { legacy: 'message-in' },
      { id: 'true_49@c.us_3EB001' },
      { id: 'false_49@c.us_3EB002' },
    ]);
    expect(directions()).toEqual(['out', 'in', 'out', 'in']);
  });

  test('is told by the tail last of all, which names the side on the screen', () => {
    openChat('Anna', [{ tail: 'in' }]);
    expect(directions()).toEqual(['in']);
    document.documentElement.dir = 'rtl';
    expect(directions()).toEqual(['out']);
  });
});

describe('A conversation on WhatsApp', () => {
  test('has the number as a permanent id when the title is one, and a link', () => {
    openChat('\u202a+00 11 2233-4455\u202c', []);
    const conversation = whatsapp.conversation(page)!;
    expect(conversation.ids[0]).toEqual({ value: 'tel:+001122334455', kind: 'permanent' });
    expect(whatsapp.link(page, conversation)).toBe('https://web.whatsapp.com/send?phone=001122334455');
  });

  test('has the id of an older page first, once a row shows that the list belongs to the header', () => {
    openChat('Anna', [{ id: 'false_0011@c.us_3EB001', sender: 'Boris' }]);
    expect(whatsapp.conversation(page)!.ids).toEqual([{ value: 'Anna', kind: 'weak' }]);
    openChat('Anna', [{ id: 'false_0011@c.us_3EB001', sender: 'Anna' }]);
    expect(whatsapp.conversation(page)!.ids[0]).toEqual({ value: '0011@c.us', kind: 'permanent' });
  });

  test('never takes a hidden number for a phone number', () => {
    openChat('Anna', [{ id: 'false_0011@lid_3EB001', sender: 'Anna' }]);
    const conversation = whatsapp.conversation(page)!;
    expect(conversation.ids[0]).toEqual({ value: '0011@lid', kind: 'permanent' });
    expect(whatsapp.link(page, conversation)).toBeNull();
  });

  test('is a group by the id of an older page, whose message id is not the member at its end', () => {
    openChat('Club', [{ id: 'false_12@g.us_3EB001_0011@c.us', sender: 'Ben', label: 'Ben:' }], 'Tik n boodskap');
    expect(whatsapp.conversation(page)).toMatchObject({ kind: 'group', ids: [{ value: '12@g.us' }, { value: 'Club' }] });
    expect(whatsapp.message(document.querySelector('[data-id]')!, page)?.key).toBe('3EB001');
  });

  test('is a person when only the name has the word group in it', () => {
    openChat('Acme Group', []);
    expect(whatsapp.conversation(page)!.kind).toBe('person');
  });

  test('is none on a page that looks different', () => {
    document.body.replaceChildren(make('div', { id: 'main' }));
    expect(whatsapp.conversation(page)).toBeNull();
    expect(whatsapp.composer(page)).toBeNull();
    document.body.replaceChildren();
    expect(whatsapp.list(page)).toBeNull();
  });
});
