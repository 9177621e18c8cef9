// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { CopyReport } from './CopyReport';

const writeText = vi.fn((_text: string) => Promise.resolve());
const make = vi.fn(() => Promise.resolve('{"tree":{}}'));
const offer = () => screen.getByRole('button', { name: 'Copy a report' });

beforeEach(() => {
  vi.clearAllMocks();
  Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true });
});
afterEach(cleanup);

test('a report is made only when it is asked for, shown whole with what it is, and copied by a second click', async () => {
  render(<CopyReport make={make} />);
  expect(make).not.toHaveBeenCalled();
  fireEvent.click(offer());
  expect(await screen.findByLabelText<HTMLTextAreaElement>('The report')).toMatchObject({ value: '{"tree":{}}', readOnly: true });
  expect(screen.getByText(/Every text, name, number, id and address is replaced/)).toBeTruthy();
  expect(writeText).not.toHaveBeenCalled();
  fireEvent.click(screen.getByRole('button', { name: 'Copy' }));
  expect(writeText).toHaveBeenCalledWith('{"tree":{}}');
  await waitFor(() => expect(screen.getByText('Copied.')).toBeTruthy());
});

test('closed again it is forgotten, and made anew the next time', async () => {
  render(<CopyReport make={make} />);
  fireEvent.click(offer());
  await screen.findByLabelText('The report');
  fireEvent.click(offer());
  expect(screen.queryByLabelText('The report')).toBeNull();
  expect(offer().getAttribute('aria-expanded')).toBe('false');
  fireEvent.click(offer());
  await waitFor(() => expect(make).toHaveBeenCalledTimes(2));
});

test('a page that does not answer is told, and a clipboard that refuses leaves the text to copy by hand', async () => {
  make.mockRejectedValueOnce(new Error('no page'));
  render(<CopyReport make={make} of="Teahouse" />);
  const button = screen.getByRole('button', { name: 'Copy a report about Teahouse' });
  fireEvent.click(button);
  expect(await screen.findByText(/The page does not answer/)).toBeTruthy();
  fireEvent.click(button);
  fireEvent.click(button);
  const text = await screen.findByLabelText('The report');
  writeText.mockRejectedValueOnce(new Error('denied'));
  fireEvent.click(screen.getByRole('button', { name: 'Copy' }));
  await waitFor(() => expect(document.activeElement).toBe(text));
});
