// @vitest-environment happy-dom
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { contentKey } from './content-key';
import type { Page } from './site';
import type { TaughtSpec } from '../domain/taught-site';
import { leftShare, makeTaught, momentIn } from './taught';

const SPEC: TaughtSpec = {
  version: 1,
  id: 'taught-00000001',
  name: 'Shop',
  origin: 'https://shop.example',
  surface: 'overlay',
  app: ['#app'],
  title: ['h1', 'header b'],
  list: ['[role="log"]'],
  row: ['.m', 'li'],
  said: ['p'],
  direction: { by: 'mark', where: 'row', out: ['.out'], in: ['.in'], otherwise: 'unknown' },
  key: { at: [], attribute: 'data-id', digits: false },
  keysUniqueIn: 'conversation',
  unsettled: ['[class*="sending" i]'],
  time: { at: ['time'], attribute: 'datetime' },
  composer: ['footer textarea'],
  identity: { by: 'name' },
};
const PAGE = `<div id="app"><header><h1>Anna ‮Weber</h1></header><div role="log">
  <div class="m in" data-id="1"><p>Hi</p><time datetime="2026-11-07T02:51:00Z"></time></div>
  <div class="m out" data-id="2"><p>Hello</p></div>
  <div class="m out" data-id="3"><p>Later</p><i class="isSending"></i></div>
  <div class="m" data-id="4"><p>Anna joined</p></div>
  <div class="m in"><p>No id</p></div></div><footer><textarea></textarea></footer></div>`;

const at = (url = 'https://shop.example/'): Page => ({ document, url: new URL(url) });
function read(change: Partial<TaughtSpec> = {}, url?: string) {
  const site = makeTaught({ ...SPEC, ...change });
  const page = at(url);
  const conversation = site.conversation(page);
  const rows = [...(site.list(page)?.querySelectorAll(site.rows) ?? [])];
  return { site, page, conversation, messages: rows.map((row) => site.message(row, page)) };
}

beforeEach(() => void (document.body.innerHTML = PAGE));

describe('A taught site', () => {
  test('reads name, messages, words and composer', () => {
    const { site, page, conversation, messages } = read();
    expect(conversation).toEqual({ kind: 'person', ids: [{ value: 'Anna Weber', kind: 'weak' }], name: 'Anna Weber' });
    expect(messages).toEqual([
      { key: '1', direction: 'in', at: '2026-11-07T02:51:00.000Z' },
      { key: '2', direction: 'out', at: null },
      null,
      { key: '4', direction: 'unknown', at: null },
      null,
    ]);
    expect(site.composer(page)?.localName).toBe('textarea');
    expect(site.text(document.querySelector('.m')!)).toBe('Hi');
    expect(site.link(page, conversation!)).toBeNull();
  });

  test('reads nobody while two names stand where one did', () => {
    document.querySelector('header')!.insertAdjacentHTML('beforeend', '<h1>Ben</h1>');
    expect(read().conversation).toBeNull();
  });

  test('falls back to the next selector', () => {
    document.querySelector('header')!.innerHTML = '<b>Anna</b>';
    document.querySelector('[role=log]')!.innerHTML = '<li class="in" data-id="7"><p>x</p></li>';
    const { conversation, messages } = read();
    expect(conversation?.name).toBe('Anna');
    expect(messages).toEqual([{ key: '7', direction: 'in', at: null }]);
  });

  test('writes only into boxes made for writing', () => {
    document.querySelector('footer')!.innerHTML = '<button>Send</button><input type="password">';
    for (const composer of ['footer button', 'footer input']) expect(read({ composer: [composer] }).site.composer(at())).toBeNull();
  });

  test('takes the id out of the address, and nobody from an address of another form', () => {
    const change = { identity: { by: 'address', in: 'path', before: '/chat/', after: '/talk' } } as const;
    const { site, page, conversation } = read(change, 'https://shop.example/chat/4711/talk?token=secret#x');
    expect(conversation?.ids).toEqual([{ value: '4711', kind: 'permanent' }]);
    expect(site.link(page, conversation!)).toBe('https://shop.example/chat/4711/talk');
    for (const url of [
      'https://shop.example/',
      'https://shop.example/chat//talk',
      'https://shop.example/chat/1/2/talk',
      'https://shop.example/chat/talk',
    ])
      expect(read(change, url).conversation, url).toBeNull();
  });

  test('takes the id out of an attribute, and nobody while it is empty', () => {
    const identity: TaughtSpec['identity'] = { by: 'attribute', at: ['header'], attribute: 'data-peer' };
    expect(read({ identity }).conversation).toBeNull();
    document.querySelector('header')!.dataset['peer'] = 'p9';
    expect(read({ identity }).conversation?.ids).toEqual([{ value: 'p9', kind: 'permanent' }]);
  });

  test('makes keys from content where there are no ids, and none of what has no side', () => {
    const { site, messages } = read({ key: null });
    expect(site.approximate).toBe(true);
    const keyOf = (row: number, side: string): string | null => contentKey(side, document.querySelectorAll('.m p')[row]!);
    const keys = [keyOf(0, 'in'), keyOf(1, 'out'), undefined, undefined, keyOf(4, 'in')];
    expect(messages.map((message) => message?.key)).toEqual(keys);
    expect(keys.join()).not.toMatch(/hello/i);
  });

  test('passes over ids of another form than all had', () => {
    document.querySelector('.in')!.setAttribute('data-id', '1.5');
    expect(read({ key: { at: [], attribute: 'data-id', digits: true } }).messages.map((message) => message?.key)).toEqual([
      undefined,
      '2',
      undefined,
      '4',
      undefined,
    ]);
  });

  test('tells sides by where the words stand', () => {
    const box = (left: number, width: number): DOMRect => ({ left, width }) as DOMRect;
    document.querySelector('[role=log]')!.getBoundingClientRect = () => box(100, 600);
    const places = [box(110, 200), box(480, 200), box(300, 200), box(100, 590), box(0, 0)];
    const range = vi.spyOn(Range.prototype, 'getBoundingClientRect').mockImplementation(function (this: Range) {
      const row = (this.startContainer as Element).closest('.m')!;
      return places[[...row.parentElement!.children].indexOf(row)]!;
    });
    const rows = [...document.querySelectorAll('.m')];
    expect(rows.map((row) => leftShare(row.querySelector('p')!, document.querySelector('[role=log]')!)?.toFixed(2))).toEqual([
      '0.03',
      '0.95',
      '0.50',
      undefined,
      undefined,
    ]);
    expect(read({ direction: { by: 'side', own: 'right' }, unsettled: [] }).messages.map((message) => message?.direction)).toEqual([
      'in',
      'out',
      'unknown',
      'unknown',
      undefined,
    ]);
    range.mockRestore();
  });

  test('never throws on a page that shows nothing of it, and reads nothing there', () => {
    document.body.innerHTML = '<p>Another page</p>';
    const { site, page, conversation, messages } = read();
    expect([conversation, messages, site.list(page), site.composer(page), site.roots!(page)]).toEqual([null, [], null, null, []]);
    expect(site.key(document.createElement('div'))).toBeNull();
  });
});

describe('The instant in an attribute', () => {
  test.each([
    ['2026-11-07T02:51:00.000Z', '2026-11-07T02:51:00.000Z'],
    ['2026-11-07', '2026-11-07'],
    ['1795080600', '2026-11-19T09:30:00.000Z'],
    ['1795080600.000100', '2026-11-19T09:30:00.000Z'],
    ['1795080600000', '2026-11-19T09:30:00.000Z'],
    ['1795080600000000', '2026-11-19T09:30:00.000Z'],
    ['5345600000000001', null],
    ['4711', null],
    ['10:42', null],
    ['yesterday', null],
    ['', null],
    [null, null],
  ])('%s is %s', (text, moment) => expect(momentIn(text)).toBe(moment));
});
