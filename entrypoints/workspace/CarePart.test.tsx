// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import 'temporal-polyfill/global';
import { afterEach, expect, it, vi } from 'vitest';
import { defaultCare } from '../../lib/domain/care';
import { CarePart } from './CarePart';
import { answerWith, asked } from './stand-in';

vi.mock('webextension-polyfill', async () => ({ default: (await import('./stand-in')).browser }));
afterEach(cleanup);

const open = async (care = defaultCare, set: () => Record<string, never> | Promise<never> = () => ({})) => {
  answerWith({ 'care.get': () => ({ care }), 'care.set': set });
  render(<CarePart />);
  await screen.findByLabelText('Relationship first');
};
const given = () => asked.filter(({ name }) => name === 'care.set').map(({ request }) => (request as { care: unknown }).care);
const write = (label: string, value: string) => {
  fireEvent.input(screen.getByLabelText(label), { target: { value } });
  fireEvent.blur(screen.getByLabelText(label));
};

it('changes what comes first, at once', async () => {
  await open();
  fireEvent.click(screen.getByLabelText('Sale first'));
  await waitFor(() => expect(given()).toEqual([{ path: 'convert' }]));
});

it('changes the tier whose field was left, and no other', async () => {
  await open();
  write('deep', '60');
  await waitFor(() => expect(given()).toEqual([{ cadences: { ...defaultCare.cadences, tiers: { sticky: 30, deep: 60, iron: 30 } } }]));
  write('sticky', '');
  await waitFor(() => expect(given()[1]).toEqual({ cadences: { ...defaultCare.cadences, tiers: { deep: 45, iron: 30 } } }));
});

it('says between which numbers a setting lies, and keeps the wrong one from being stored', async () => {
  await open();
  write('Half-life in days', '2');
  expect(await screen.findByText('Write a whole number from 3 to 365.')).toBeTruthy();
  write('People a day', '12');
  await waitFor(() => expect(given()).toEqual([{ budget: 12 }]));
});

it('leaves one day of work', async () => {
  await open({ ...defaultCare, restDays: [1, 2, 3, 4, 6, 7] });
  expect(screen.getByLabelText<HTMLInputElement>('Fri').disabled).toBe(true);
  fireEvent.click(screen.getByLabelText('Sat'));
  await waitFor(() => expect(given()).toEqual([{ restDays: [1, 2, 3, 4, 7] }]));
});

it('shows what is stored again when a change was not taken, and says so', async () => {
  await open(defaultCare, () => Promise.reject(new Error('no')));
  write('People a day', '12');
  expect(await screen.findByText(/That did not work/)).toBeTruthy();
  expect(screen.getByLabelText<HTMLInputElement>('People a day').value).toBe('10');
});
