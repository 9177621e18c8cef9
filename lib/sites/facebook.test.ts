// @vitest-environment happy-dom
// Sides of bubbles, and what no fixture can show: signs that contradict each other, and pages on their way from one person to the next.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { facebook } from './facebook';

const FIXTURES = join(import.meta.dirname, '../../tests/sites/fixtures');

let page: { document: Document; url: URL };
function show(file: string, address: string): void {
  const parsed = new DOMParser().parseFromString(readFileSync(join(FIXTURES, file), 'utf8'), 'text/html');
  document.documentElement.lang = parsed.documentElement.lang;
  document.body.replaceChildren(...parsed.body.childNodes);
  page = { document, url: new URL(address, 'https://www.facebook.com') };
}
const at = (selector: string): HTMLElement => document.querySelector(selector)!;
const row = (key: string): HTMLElement => at(`[data-message-id="${key}"]`);
const directionOf = (key: string): string | undefined => facebook.message(row(key), page)?.direction;

/** Calls the message and its bubble by another name, as the site does in English. */
function relabel(key: string, sender: string): void {
  row(key).setAttribute('aria-label', `At 10:00, ${sender}: hello`);
  row(key).querySelector('[aria-label]')!.setAttribute('aria-label', `Enter, Message sent 10:00 by ${sender}: hello`);
}

/** Lays out the list, 600 pixels wide, with this bubble, 200 wide, at `left`. */
function place(key: string, left: number): void {
  vi.spyOn(at('[role="log"]'), 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 0, 600, 400));
  const words = [...row(key).querySelectorAll('[dir="auto"]')].at(-1)!;
  vi.spyOn(words, 'getBoundingClientRect').mockReturnValue(new DOMRect(left, 0, 200, 40));
}

describe('A message in Messenger', () => {
  beforeEach(() => show('facebook.chat.html', '/messages/t/70011/'));

  test('whose side and label agree goes that way', () => {
    place('mid.$cAAA01', 20);
    expect(directionOf('mid.$cAAA01')).toBe('in');
    place('mid.$cAAA02', 380);
    expect(directionOf('mid.$cAAA02')).toBe('out');
  });

  test('whose side and label contradict each other is nobody’s', () => {
    place('mid.$cAAA01', 380);
    expect(directionOf('mid.$cAAA01')).toBe('unknown');
    place('mid.$cAAA02', 20);
    expect(directionOf('mid.$cAAA02')).toBe('unknown');
  });

  test('without a label goes the way of its side', () => {
    for (const element of [row('mid.$cAAA01'), ...row('mid.$cAAA01').querySelectorAll('[aria-label]')])
      element.removeAttribute('aria-label');
    expect(directionOf('mid.$cAAA01')).toBe('unknown');
    place('mid.$cAAA01', 20);
    expect(directionOf('mid.$cAAA01')).toBe('in');
    place('mid.$cAAA01', 380);
    expect(directionOf('mid.$cAAA01')).toBe('out');
  });

  test('answers another one: the side is that of its own words, not of the quote', () => {
    vi.spyOn(row('mid.$cAAA05').querySelector('[dir="auto"]')!, 'getBoundingClientRect').mockReturnValue(new DOMRect(380, 0, 200, 40));
    place('mid.$cAAA05', 20);
    expect(directionOf('mid.$cAAA05')).toBe('in');
    expect(facebook.text(row('mid.$cAAA05'))).toBe('Yes, You: be on time');
  });

  test('is not the user’s because somebody calls themselves so', () => {
    relabel('mid.$cAAA01', 'You, Rosa');
    expect(directionOf('mid.$cAAA01')).toBe('unknown');
    relabel('mid.$cAAA01', 'Yours Truly');
    expect(directionOf('mid.$cAAA01')).toBe('in');
  });

  test('in a chat with somebody whose name has a colon is nobody’s', () => {
    at('[role="log"]').setAttribute('aria-label', 'Messages in conversation with Rosa: You');
    expect([directionOf('mid.$cAAA01'), directionOf('mid.$cAAA02')]).toEqual(['unknown', 'unknown']);
  });

  test('has no key before the site has given it one, and none while its row is emptied for another', () => {
    expect(facebook.key(row('pending_7'))).toBeNull();
    row('pending_7').setAttribute('data-message-id', 'mid.$cAAA07');
    expect(facebook.key(row('mid.$cAAA07'))).toBe('mid.$cAAA07');
    row('mid.$cAAA07').closest('[data-virtualized]')!.setAttribute('data-virtualized', 'true');
    expect(facebook.key(row('mid.$cAAA07'))).toBeNull();
  });
});

describe('A chat in Messenger', () => {
  test('about something on offer is with one person; without the offer a title like that may be a group’s, and is nobody’s', () => {
    show('facebook.offer.html', '/messages/t/9902/');
    expect(facebook.conversation(page)).toMatchObject({ kind: 'person', name: 'Ana Prado' });
    at('[href*="/marketplace/item/"]').remove();
    expect(facebook.conversation(page)).toBeNull();
    page.url = new URL('https://www.facebook.com/marketplace/t/9902/');
    expect(facebook.conversation(page)).toMatchObject({ kind: 'person', name: 'Ana Prado' });
  });

  test('is known by its number alone while the row of that number bears another name', () => {
    show('facebook.chat.html', '/messages/t/70011/');
    expect(facebook.conversation(page)?.ids).toHaveLength(2);
    page.url = new URL('https://www.facebook.com/messages/t/70012/');
    expect(facebook.conversation(page)?.ids).toEqual([{ value: '70012', kind: 'permanent' }]);
  });

  test('is none where people are looked at: other pages and the list of chats', () => {
    show('facebook.chat.html', '/messages/t/70011/');
    for (const path of ['/messages/', '/messages/new', '/marketplace/', '/', '/rosa.lindqvist', '/groups/t/1']) {
      page.url = new URL(path, 'https://www.facebook.com');
      expect([facebook.conversation(page), facebook.list(page), facebook.composer(page)], path).toEqual([null, null, null]);
    }
  });
});

describe('A profile on Facebook', () => {
  const idsAt = (path: string) => {
    page.url = new URL(path, 'https://www.facebook.com');
    return facebook.profile!(page)?.ids;
  };

  test.each([
    ['/profile.php?id=70011', '70011'],
    ['/profile.php?sk=about&id=70011', '70011'],
    ['/people/Rosa-Lindqvist/70011/', '70011'],
    ['/70011', '70011'],
  ])('%s is that of a number', (path, value) => {
    show('facebook.profile.html', path);
    expect(idsAt(path)).toEqual([{ value, kind: 'permanent' }]);
  });

  test.each(['/photo/?fbid=70011', '/photo.php?fbid=70011', '/watch/?v=70011', '/profile.php', '/groups/70011/posts/1/'])(
    '%s is nobody’s',
    (path) => {
      show('facebook.profile.html', path);
      expect(idsAt(path)).toBeUndefined();
    },
  );

  test('of one’s own is nobody else’s', () => {
    show('facebook.profile.html', '/profile.php?id=70011');
    expect(idsAt('/profile.php?id=61001')).toBeUndefined();
  });

  test('needs what only profiles have: a page of the same shape is none', () => {
    show('facebook.profile.html', '/profile.php?id=70011');
    at('[data-pagelet="ProfileTabs"]').remove();
    at('[data-imgperflogname]').remove();
    expect(facebook.profile!(page)).toBeNull();
  });
});
