// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { mountPicker, type PickerFrame } from './frame';
import { openPicker } from './open';
import type { Said, Told } from './talk';

vi.mock('./frame', () => ({ mountPicker: vi.fn() }));

const told: Told[] = [];
const focus = vi.fn();
let say: (said: Said) => void;
let box: HTMLTextAreaElement;
let ending: AbortController;

beforeEach(() => {
  vi.useFakeTimers();
  told.length = 0;
  focus.mockClear();
  vi.mocked(mountPicker).mockImplementation((_token, heard): PickerFrame => {
    say = heard;
    return { focus, place: () => {}, tell: (one) => void told.push(one), isThere: () => true, remove: () => {} };
  });
  box = document.createElement('textarea');
  document.body.replaceChildren(box);
  box.focus();
  box.value = 'Dear you, /p';
  ending = new AbortController();
  const caret = () => ({ box, index: box.value.length, draft: box.value, point: null });
  openPicker('token', true, { composer: () => box, caret, isStillRight: () => true, signal: ending.signal });
});
afterEach(() => {
  ending.abort();
  vi.useRealTimers();
});

test('The frame takes the focus itself: until then keys find the composer, and what they wrote there goes along', () => {
  say({ say: 'ready' });
  expect(told).toEqual([{ tell: 'typed', query: 'p' }]);
  expect(focus).not.toHaveBeenCalled();
  box.value = 'Dear you, /pr';
  say({ say: 'focused' });
  expect(told.slice(1)).toEqual([{ tell: 'typed', query: 'pr' }]);
  vi.advanceTimersByTime(10_000);
  expect(focus).not.toHaveBeenCalled();
});

test('A frame that the page forbids to take the focus is given it', () => {
  say({ say: 'ready' });
  vi.advanceTimersByTime(200);
  expect(focus).toHaveBeenCalledTimes(1);
});

test('A picker that has ended meanwhile takes no focus from anybody', () => {
  say({ say: 'ready' });
  say({ say: 'close', typed: false });
  vi.advanceTimersByTime(10_000);
  expect(focus).not.toHaveBeenCalled();
});
