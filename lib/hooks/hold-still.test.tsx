// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/preact';
import { options } from 'preact';
import { useState } from 'preact/hooks';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { holdStill } from './hold-still';

/** What comes in, as an answer of the background would. */
let comes: (line: string) => void;
function Screen() {
  const [line, setLine] = useState('');
  comes = setLine;
  return (
    <>
      <p>{line}</p>
      <button type="button">Tomorrow</button>
    </>
  );
}
const line = () => document.querySelector('p')!.textContent;
const drawn = () => new Promise((later) => setTimeout(later, 0));
const pointer = (type: string, at: { on?: string; x?: number } = {}) =>
  document
    .querySelector(at.on ?? 'button')!
    .dispatchEvent(new PointerEvent(type, { bubbles: true, clientX: at.x ?? 10, clientY: 10, pointerType: 'mouse' }));

const before = options.debounceRendering;
beforeEach(() => {
  holdStill();
  const ours = options.debounceRendering!;
  render(<Screen />);
  // The library of these tests puts its own there, which draws within its `act` alone.
  options.debounceRendering = ours;
});
afterEach(() => {
  pointer('pointercancel');
  cleanup();
  if (before) options.debounceRendering = before;
  else delete options.debounceRendering;
  vi.useRealTimers();
});

it('draws what comes in at once while nothing is pressed', async () => {
  comes('a tie');
  await drawn();
  expect(line()).toBe('a tie');
});

it('draws it after the click while a button is pressed', async () => {
  const clicked = vi.fn(() => line());
  document.querySelector('button')!.addEventListener('click', clicked);
  pointer('pointerdown');
  comes('a tie');
  comes('another tie');
  await drawn();
  expect(line()).toBe('');
  pointer('pointerup');
  document.querySelector('button')!.click();
  expect(clicked.mock.results[0]!.value).toBe('');
  await drawn();
  expect(line()).toBe('another tie');
});

it('draws at once what the click itself changes', async () => {
  const seen: (string | null)[] = [];
  document.querySelector('button')!.addEventListener('click', () => {
    comes('done');
    queueMicrotask(() => seen.push(line()));
  });
  pointer('pointerdown');
  pointer('pointerup');
  document.querySelector('button')!.click();
  await drawn();
  expect(seen).toEqual(['done']);
});

it('draws what came in when all have heard the click, not between them', async () => {
  const seen: (string | null)[] = [];
  pointer('pointerdown');
  comes('a tie');
  for (const listener of [document.querySelector('button')!, document.body])
    listener.addEventListener('click', () => seen.push(line()), { once: true });
  pointer('pointerup');
  document.querySelector('button')!.click();
  expect(seen).toEqual(['', '']);
  expect(line()).toBe('a tie');
});

it.each([
  ['who presses no button', () => pointer('pointerdown', { on: 'p' })],
  ['who drags', () => (pointer('pointerdown'), pointer('pointermove', { x: 40 }))],
  ['whose touch became a scroll', () => (pointer('pointerdown'), pointer('pointercancel'))],
  ['whose pointer was taken hold of', () => (pointer('pointerdown'), pointer('gotpointercapture'))],
])('does not wait for one %s', async (_, moves) => {
  moves();
  comes('a tie');
  await drawn();
  expect(line()).toBe('a tie');
});

it('waits no longer than three seconds', async () => {
  vi.useFakeTimers();
  pointer('pointerdown');
  comes('a tie');
  await vi.advanceTimersByTimeAsync(2_900);
  expect(line()).toBe('');
  await vi.advanceTimersByTimeAsync(200);
  expect(line()).toBe('a tie');
});
