// @vitest-environment happy-dom
// Sides of bubbles, and what no fixture can show: signs that contradict each other, and pages on their way from one person to the next.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { instagram } from './instagram';

const FIXTURES = join(import.meta.dirname, '../../tests/sites/fixtures');

let page: { document: Document; url: URL };
function show(file: string, address: string): void {
  const parsed = new DOMParser().parseFromString(readFileSync(join(FIXTURES, file), 'utf8'), 'text/html');
  document.title = parsed.title;
  document.body.replaceChildren(...parsed.body.childNodes);
  page = { document, url: new URL(address, 'https://www.instagram.com') };
}
const at = (selector: string): HTMLElement => document.querySelector(selector)!;
const rows = (): Element[] => [...instagram.list(page)!.querySelectorAll(instagram.rows)];
const rowOf = (words: string): Element => rows().find((row) => row.textContent.includes(words))!;
const directionOf = (words: string): string | undefined => instagram.message(rowOf(words), page)?.direction;

/** Lays out the list, 600 pixels wide, with the bubble of this row, 200 wide, at `left`. */
function place(words: string, left: number): void {
  vi.spyOn(instagram.list(page)!, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 0, 600, 400));
  const bubble = rowOf(words).querySelector('[role="presentation"]')!;
  vi.spyOn(bubble, 'getBoundingClientRect').mockReturnValue(new DOMRect(left, 0, 200, 40));
}

describe('A direct message on Instagram', () => {
  beforeEach(() => show('instagram.chat.html', '/direct/t/110024/'));

  test('goes the way of its side', () => {
    expect(directionOf('walnut table')).toBe('unknown');
    place('walnut table', 20);
    expect(directionOf('walnut table')).toBe('in');
    place('walnut table', 380);
    expect(directionOf('walnut table')).toBe('out');
  });

  test('whose side and picture or label contradict each other is nobody’s', () => {
    place('my mother', 380);
    expect(directionOf('my mother')).toBe('unknown');
    place('my mother', 20);
    expect(directionOf('my mother')).toBe('in');
    place('asked for Friday', 380);
    expect(directionOf('asked for Friday')).toBe('unknown');
  });

  test('that passes on a profile is not by its owner, whatever the bubble shows', () => {
    expect(directionOf('Is this you?')).toBe('out');
    for (const label of rowOf('Is this you?').querySelectorAll('svg')) label.remove();
    expect(directionOf('Is this you?')).toBe('unknown');
  });

  test('of somebody else in a chat with one person belongs to another chat, on whatever side', () => {
    const link = rowOf('my mother').querySelector('a')!;
    link.setAttribute('href', '/jorge.prado/');
    place('my mother', 20);
    expect(directionOf('my mother')).toBe('unknown');
  });

  test('gets no direction from a picture while nobody knows whose mailbox it is', () => {
    document.querySelector('script')!.remove();
    expect(instagram.account(page)).toBeNull();
    expect(directionOf('my mother')).toBe('unknown');
  });

  test('keeps its key when pictures and buttons come and go, and has another on the other side', () => {
    const row = rowOf('my mother');
    place('my mother', 20);
    const key = instagram.key(row);
    row.querySelector('a')!.remove();
    expect(instagram.key(row)).toBe(key);
    place('my mother', 380);
    expect(instagram.key(row)).not.toBe(key);
  });

  test('that answers another gives its own words', () => {
    expect(instagram.text(rowOf('See you Friday'))).toBe('See you Friday');
  });
});

describe('A chat on Instagram', () => {
  test('is with a person by the link in its heading, wherever in it that stands', () => {
    show('instagram.chat.html', '/direct/t/110024/');
    const back = Object.assign(document.createElement('a'), { href: '/direct/inbox/' });
    at('[data-pagelet="IGDInboxHeaderOffMsys"]').prepend(back);
    expect(instagram.conversation(page)).toMatchObject({ kind: 'person', name: 'Anna K' });
    at('h2').remove();
    expect(instagram.conversation(page)).toMatchObject({ kind: 'person', name: '@anna.k' });
  });

  test('is not with somebody to whom another link over it leads', () => {
    show('instagram.group.html', '/direct/t/990001/');
    at('h2').after(Object.assign(document.createElement('a'), { href: '/bo.reed/', textContent: 'Bo' }));
    expect(instagram.conversation(page)).toMatchObject({ kind: 'group', ids: [{ value: '990001' }] });
  });

  test('without that link is a group only where several people show', () => {
    show('instagram.group.html', '/direct/t/990001/');
    expect(instagram.conversation(page)?.kind).toBe('group');
    rowOf('Me, too').remove();
    expect(instagram.conversation(page)).toBeNull();
  });

  test('is none in the inbox, or beside a post', () => {
    show('instagram.chat.html', '/direct/inbox/');
    expect([instagram.conversation(page), instagram.list(page), instagram.composer(page)]).toEqual([null, null, null]);
  });

  test('and the profile of the same person have one handle, in small letters', () => {
    show('instagram.chat.html', '/direct/t/110024/');
    const chat = instagram.conversation(page)!.ids[1];
    show('instagram.profile.html', '/Anna.K/');
    expect(instagram.profile!(page)?.ids).toEqual([chat]);
  });
});

describe('Whose mailbox it is', () => {
  const write = (json: string): void => {
    show('instagram.chat.html', '/direct/t/110024/');
    document.querySelector('script')!.textContent = json;
  };

  test('stands in the viewer’s own data, in either order', () => {
    write('["PolarisViewer",[],{"id":"7","data":{"id":"7","username":"mei.oak"}},61],["Other",[],{"username":"bo.reed"},3]');
    expect(instagram.account(page)).toBe('mei.oak');
  });

  test('is not the name of the next one in the script', () => {
    write('["PolarisViewer",[],{"data":null,"id":null},61],["Other",[],{"username":"bo.reed"},3]');
    expect(instagram.account(page)).toBeNull();
  });
});

test('One’s own profile on Instagram is nobody else’s', () => {
  show('instagram.profile.html', '/anna.k/');
  expect(instagram.profile!(page)).not.toBeNull();
  document.querySelector('script')!.textContent = '["PolarisViewer",[],{"data":{"username":"anna.k"}},61]';
  document.body.append(document.querySelector('script')!.cloneNode(true));
  document.querySelector('script')!.remove();
  expect(instagram.profile!(page)).toBeNull();
});
