// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import { ReplyExamples } from './ReplyExamples';
import { answerWith, asked } from './stand-in';

vi.mock('webextension-polyfill', async () => ({ default: (await import('./stand-in')).browser }));
afterEach(cleanup);

it('shows the messages that were kept, and forgets one on a click, with the way back', async () => {
  answerWith({
    'example.list': () => ({ examples: [{ id: 'e1', text: 'When is it delivered?' }] }),
    'example.drop': () => ({ undo: 'u1' }),
  });
  const onDone = vi.fn();
  render(<ReplyExamples reply="r1" onDone={onDone} />);
  fireEvent.click(await screen.findByRole('button', { name: 'Forget: When is it delivered?' }));
  await waitFor(() => expect(onDone).toHaveBeenCalledWith('Forgotten.', 'u1'));
  expect(asked.find(({ name }) => name === 'example.drop')!.request).toEqual({ example: 'e1' });
});

it('is not there where nothing was kept', async () => {
  answerWith({ 'example.list': () => ({ examples: [] }) });
  const { container } = render(<ReplyExamples reply="r1" onDone={() => undefined} />);
  await waitFor(() => expect(asked.some(({ name }) => name === 'example.list')).toBe(true));
  expect(container.textContent).toBe('');
});
