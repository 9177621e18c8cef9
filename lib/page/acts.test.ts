// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Act, Site } from '../sites/site';
import { followActs } from './acts';

/** A small app: posts with a like button (pressed or not), a share button without state, and a box with a button to send. */
const site = {
  id: 'small',
  account: () => 'me',
  act(target: Element): Act | null {
    const post = target.closest('article');
    if (!post) return null;
    const author: Act['author'] = { ids: [{ value: post.dataset['by']!, kind: 'permanent' }], name: 'Anna' };
    const common = { item: post.id, author, done: null, box: null };
    const like = target.closest('.like');
    if (like) return { ...common, kind: 'like', done: like.getAttribute('aria-pressed') === 'true' };
    if (target.closest('.share')) return { ...common, kind: 'repost' };
    return target.closest('.send, textarea') ? { ...common, kind: 'comment', box: post.querySelector('textarea') } : null;
  },
} as unknown as Site;

const post = (id: string, by = 'anna'): string => `<article id="${id}" data-by="${by}">
  <button class="like" aria-pressed="false"><i></i></button><button class="share"></button>
  <textarea></textarea><button class="send"></button>
</article>`;

let ending: AbortController;
let answers: unknown[];
let told: { kind: string; item: string; done: boolean; by: string }[];

beforeEach(() => {
  vi.useFakeTimers();
  told = [];
  answers = [];
  vi.stubGlobal('chrome', {
    runtime: {
      id: 'x',
      sendMessage: vi.fn(({ request }: { request: Act & { done: boolean } }) => {
        told.push({ kind: request.kind, item: request.item, done: request.done, by: request.author.ids[0].value });
        return Promise.resolve(answers.shift() ?? { ok: true, value: {} });
      }),
    },
  });
  document.body.innerHTML = post('1') + post('2', 'boris') + '<div id="menu"><button></button></div>';
  ending = new AbortController();
  followActs(site, ending.signal);
});
afterEach(() => {
  ending.abort();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const find = (selector: string): HTMLElement => document.querySelector(selector)!;
const box = (id = 1): HTMLTextAreaElement => document.querySelector(`article[id="${id}"] textarea`)!;
/** What a finger does, as the browser would say it. */
function does(type: 'click' | 'keydown' | 'pointerover', target: Element, more: object = {}): void {
  const event = new Event(type, { bubbles: true, composed: true });
  Object.defineProperties(event, Object.getOwnPropertyDescriptors({ isTrusted: true, ...more }));
  target.dispatchEvent(event);
}
const press = (selector: string, pressed: boolean): void => find(selector).setAttribute('aria-pressed', String(pressed));
const after = (ms: number): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);
const LIKE = '[id="1"] .like';
const like = { kind: 'like', item: '1', done: true, by: 'anna' };
const comment = { kind: 'comment', item: '1', done: true, by: 'anna' };

describe('a like whose state shows', () => {
  test('counts when it turns after a click, once, and is taken back when it turns back after another', async () => {
    does('click', find(`${LIKE} i`));
    await after(200);
    press(LIKE, true);
    await after(10_000);
    expect(told).toEqual([like]);
    does('click', find(LIKE));
    press(LIKE, false);
    await after(10_000);
    expect(told).toEqual([like, { ...like, done: false }]);
  });

  test('does not count without a click, nor when the page makes up the click', async () => {
    press(LIKE, true);
    await after(10_000);
    press(LIKE, false);
    find(LIKE).click();
    press(LIKE, true);
    await after(10_000);
    expect(told).toEqual([]);
  });

  test('does not count when the site refuses it, at once or later', async () => {
    does('click', find(LIKE));
    await after(100);
    press(LIKE, true);
    await after(400);
    press(LIKE, false);
    await after(10_000);
    expect(told).toEqual([]);
    does('click', find(LIKE));
    press(LIKE, true);
    await after(1_200);
    press(LIKE, false);
    await after(10_000);
    expect(told).toEqual([like, { ...like, done: false }]);
  });

  test('does not count when nothing turns, or too late', async () => {
    does('click', find(LIKE));
    await after(4_100);
    press(LIKE, true);
    await after(10_000);
    expect(told).toEqual([]);
  });

  test('counts when it turns slowly', async () => {
    does('click', find(LIKE));
    await after(2_500);
    press(LIKE, true);
    await after(10_000);
    expect(told).toEqual([like]);
  });

  test('done and taken back within a moment is told as not done', async () => {
    does('click', find(LIKE));
    press(LIKE, true);
    await after(200);
    does('click', find(LIKE));
    press(LIKE, false);
    await after(10_000);
    expect(told).toEqual([{ ...like, done: false }]);
  });

  test('counts when the app puts another button in its place, and another post in the place of that', async () => {
    does('click', find(`${LIKE} i`));
    const again = document.createElement('article');
    again.innerHTML = post('1').replace('"false"', '"true"');
    find('[id="1"]').replaceWith(again.firstElementChild!);
    await after(10_000);
    expect(told).toEqual([like]);
  });

  test('is not taken for one of another post that its button shows by now', async () => {
    does('click', find(LIKE));
    const [one, two] = document.querySelectorAll('article');
    one!.id = '7';
    one!.dataset['by'] = 'chen';
    two!.remove();
    press('[id="7"] .like', true);
    await after(10_000);
    expect(told).toEqual([]);
  });

  test('counts when chosen in a menu that opened at the button, by a click or by resting on it', async () => {
    does('click', find(LIKE));
    await after(5_000);
    does('click', find('#menu button'));
    press(LIKE, true);
    await after(5_000);
    does('pointerover', find('[id="2"] .like'));
    await after(5_000);
    does('click', find('#menu button'));
    press('[id="2"] .like', true);
    await after(5_000);
    expect(told).toEqual([like, { ...like, item: '2', by: 'boris' }]);
  });

  test('is not waited for for ever after the pointer rested on it', async () => {
    does('pointerover', find(LIKE));
    await after(20_100);
    does('click', find('#menu button'));
    press(LIKE, true);
    await after(5_000);
    expect(told).toEqual([]);
  });

  test('counts once by the keyboard, whose Enter makes a click', async () => {
    does('keydown', find(LIKE), { key: 'Enter' });
    does('click', find(LIKE));
    press(LIKE, true);
    await after(5_000);
    expect(told).toEqual([like]);
  });
});

test('where no state shows the click counts, and the second takes it back', async () => {
  const repost = { kind: 'repost', item: '1', done: true, by: 'anna' };
  does('pointerover', find('.share'));
  does('keydown', find('.share'), { key: 'Enter' });
  find('.share').click();
  await after(1);
  expect(told).toEqual([]);
  for (let i = 0; i < 3; i++) does('click', find('.share'));
  await after(1);
  expect(told).toEqual([repost, { ...repost, done: false }, repost]);
});

describe('a comment', () => {
  test('counts when its box empties after the button to send, or after Enter', async () => {
    box().value = 'Well done';
    does('click', find('.send'));
    await after(2_000);
    expect(told).toEqual([]);
    box().value = '';
    await after(3_000);
    expect(told).toEqual([comment]);
    box(2).value = 'Well done';
    does('keydown', box(2), { key: 'Enter' });
    box(2).value = '';
    await after(3_000);
    expect(told).toEqual([comment, { ...comment, item: '2', by: 'boris' }]);
  });

  test('does not count when the box keeps its words, was empty before, or is emptied without sending', async () => {
    does('click', find('.send'));
    box().value = 'a';
    does('click', box());
    does('keydown', box(), { key: 'b' });
    box().value = '';
    await after(6_000);
    box().value = 'Kept';
    does('click', find('.send'));
    await after(6_000);
    box().value = '';
    await after(6_000);
    expect(told).toEqual([]);
  });

  test('does not count when a new line is begun and everything deleted', async () => {
    box().value = 'a';
    does('keydown', box(), { key: 'Enter' });
    await after(400);
    does('keydown', box(), { key: 'Backspace' });
    box().value = '';
    await after(6_000);
    expect(told).toEqual([]);
  });

  test('counts when its box goes with the sending, but not after a mere Enter', async () => {
    for (const [by, count] of [
      [{ key: 'Enter' }, 0],
      [{ key: 'Enter', ctrlKey: true }, 1],
    ] as const) {
      document.body.innerHTML = post('1');
      box().value = 'Well done';
      does('keydown', box(), by);
      await after(100);
      find('article').remove();
      await after(6_000);
      expect(told).toHaveLength(count);
    }
    document.body.innerHTML = post('2');
    box(2).value = 'Well done';
    does('click', find('.send'));
    box(2).remove();
    await after(6_000);
    expect(told).toHaveLength(2);
  });
});

describe('the background', () => {
  test('hears of an act and of its taking back in this order, also when it was away', async () => {
    answers = [{ ok: false, code: 'failed' }];
    does('click', find('.share'));
    does('click', find('.share'));
    await after(5_000);
    expect(told.map(({ done }) => done)).toEqual([true, true, false]);
  });

  test('hears nothing after the end', async () => {
    does('click', find(LIKE));
    ending.abort();
    press(LIKE, true);
    does('click', find('.share'));
    await after(5_000);
    expect(told).toEqual([]);
  });
});
