// @vitest-environment happy-dom
import 'temporal-polyfill/global';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Answer, Person } from '../../lib/messages/protocol';
import { speak } from '../../lib/words/words';
import type { Act, Try } from './act';
import { LaterFields } from './LaterFields';

const TODAY = '2026-03-03';
const field = (id: string, name: string, kind: 'text' | 'number' | 'date' | 'yesno' | 'choice') => ({
  ...{ id, name, kind, was: [], place: 0, removedAt: null },
  options: kind === 'choice' ? [{ id: 'e', name: 'Electric', removed: false }] : [],
});
let values: Answer<'field.values'>['values'];
let fails: boolean;
const act = (() => Promise.resolve({ values })) as unknown as Act;
const attempts = vi.fn((_: string, { field: id, value }: { field: string; value: string }, _words?: string) => {
  if (fails) return Promise.resolve(null);
  values = values.map((one) => (one.field.id === id ? { ...one, value } : one));
  return Promise.resolve({ undo: 'u1' });
});
const anna = { id: 'c1', kind: 'person' } as unknown as Person;
const show = () => render(<LaterFields person={anna} today={TODAY} act={act} attempt={attempts as unknown as Try} />);
const button = (name: string) => screen.findByRole('button', { name });

beforeEach(() => {
  attempts.mockClear();
  fails = false;
  values = [
    { field: field('car', 'Car', 'text'), value: 'Polo' },
    { field: field('drive', 'Test drive', 'date'), value: '2026-03-11' },
    { field: field('seats', 'Seats', 'number'), value: '' },
    { field: field('fuel', 'Fuel', 'choice'), value: '' },
  ];
});
afterEach(() => {
  cleanup();
  speak('en', 'en');
});

test('says what is known, and changes it in place; the focus comes back', async () => {
  show();
  expect(await screen.findByRole('button', { name: /^Test drive .*11.*Change$/ })).toBeTruthy();
  fireEvent.click(await button('Car Polo. Change'));
  const box = screen.getByRole<HTMLInputElement>('textbox', { name: 'Car' });
  expect(document.activeElement).toBe(box);
  fireEvent.input(box, { target: { value: ' Tayron ' } });
  fireEvent.keyDown(box, { key: 'Enter' });
  const changed = await button('Car Tayron. Change');
  expect(attempts.mock.calls).toEqual([['field.say', { field: 'car', value: 'Tayron' }, 'Car kept.']]);
  await waitFor(() => expect(document.activeElement).toBe(changed));
});

test('Escape gives up and keeps the panel open; a number that is none is said to be none', async () => {
  show();
  const closes = vi.fn();
  document.addEventListener('keydown', closes);
  fireEvent.click(await button('Add Seats'));
  const box = screen.getByRole('textbox', { name: 'Seats' });
  fireEvent.input(box, { target: { value: 'many' } });
  fireEvent.blur(box);
  expect(screen.getByRole('alert').textContent).toBe('Write a number, such as 12 or 3.5.');
  fireEvent.keyDown(box, { key: 'Escape' });
  document.removeEventListener('keydown', closes);
  expect(closes).not.toHaveBeenCalled();
  expect(await button('Add Seats')).toBeTruthy();
  expect(attempts).not.toHaveBeenCalled();
});

test('a choice is kept at once, and stays open when it was not taken', async () => {
  show();
  fails = true;
  fireEvent.click(await button('Add Fuel'));
  const box = screen.getByRole('combobox', { name: 'Fuel' });
  fireEvent.change(box, { target: { value: 'e' } });
  await waitFor(() => expect(attempts).toHaveBeenCalledTimes(1));
  expect(screen.getByRole('combobox', { name: 'Fuel' })).toBeTruthy();
  fails = false;
  fireEvent.change(box, { target: { value: 'e' } });
  expect(await button('Fuel Electric. Change')).toBeTruthy();
});

test('without fields there is nothing', async () => {
  values = [];
  const { container } = show();
  await new Promise((later) => setTimeout(later, 20));
  expect(container.textContent).toBe('');
});
