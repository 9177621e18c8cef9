// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { followSlash } from './key';

let box: HTMLTextAreaElement;
let ending: AbortController;
const asked = vi.fn();

/** As the browser tells it: trusted, before the character stands there. */
function fire(type: 'beforeinput' | 'compositionend', data: string | null, more: Record<string, unknown> = {}): void {
  const event = new Event(type, { bubbles: true });
  for (const [name, value] of Object.entries({ data, isTrusted: true, isComposing: false, ...more }))
    Object.defineProperty(event, name, { value });
  box.dispatchEvent(event);
}

/** A composition of this, which ends as that; browsers do not vouch for its end. */
function compose(shown: string, ended = shown): void {
  fire('beforeinput', shown, { isComposing: true });
  fire('compositionend', ended, { isTrusted: false });
}

/** Puts a text into the box, the caret at the bar. */
function put(text: string): void {
  const at = text.indexOf('|');
  box.value = text.replace('|', '');
  box.setSelectionRange(at, at);
}

beforeEach(() => {
  asked.mockClear();
  box = document.createElement('textarea');
  document.body.replaceChildren(box);
  box.focus();
  ending = new AbortController();
  followSlash(() => box, ending.signal, asked);
});
afterEach(() => ending.abort());

describe('the mark', () => {
  test.each(['|', 'Dear you, |', 'Dear you,\n|', 'Dear you, | see below', '\u3000|'])(
    'asks for replies at %j, each of its three shapes',
    (text) => {
      for (const mark of ['/', '／', '、']) {
        put(text);
        fire('beforeinput', mark);
      }
      expect(asked).toHaveBeenCalledTimes(3);
    },
  );

  test.each(['https:|', 'https:/|', 'and|', '苹果|', '1|', '(|'])('does not within a word or an address: %j', (text) => {
    put(text);
    for (const mark of ['/', '／', '、']) fire('beforeinput', mark);
    expect(asked).not.toHaveBeenCalled();
  });

  test('does not with anything more than itself, or with something else', () => {
    put('|');
    for (const data of ['//', '/a', 'a/', 'a', ' ', '', null, '\\', '。']) fire('beforeinput', data);
    expect(asked).not.toHaveBeenCalled();
  });

  test('does not inside a composition, nor when a composition ends with a plain one', () => {
    put('|');
    fire('beforeinput', '/', { isComposing: true });
    put('/|');
    compose('/');
    put('你、|');
    compose('你、');
    compose('、', '你、');
    expect(asked).not.toHaveBeenCalled();
  });

  test('does when the composition was its key and nothing else', () => {
    put('、|');
    compose('、');
    put('您好 ／|');
    compose('／');
    expect(asked).toHaveBeenCalledTimes(2);
    put('苹果、|');
    compose('、');
    expect(asked).toHaveBeenCalledTimes(2);
    // Made up by the page: nothing was composed.
    put('、|');
    fire('compositionend', '、', { isTrusted: false });
    expect(asked).toHaveBeenCalledTimes(2);
  });

  test('does not when the page makes it up, when the focus is elsewhere, or when we have left', () => {
    put('|');
    fire('beforeinput', '/', { isTrusted: false });
    box.blur();
    fire('beforeinput', '/');
    box.focus();
    ending.abort();
    fire('beforeinput', '/');
    expect(asked).not.toHaveBeenCalled();
  });
});
