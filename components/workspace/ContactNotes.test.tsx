// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import 'temporal-polyfill/global';
import { afterEach, expect, it, vi } from 'vitest';
import type { Note } from '../../lib/domain/records';
import { ContactNotes } from './ContactNotes';

vi.mock('webextension-polyfill', () => ({ default: {} }));
afterEach(cleanup);

const notes = (n: number): Note[] =>
  Array.from({ length: n }, (_, at) => ({
    id: `n${at}`,
    contactId: 'anna',
    text: `note ${at}`,
    pinned: false,
    hiddenAt: null,
    createdAt: 0,
    updatedAt: 0,
  }));
const open = (n: number) =>
  render(
    <ContactNotes
      notes={notes(n)}
      draft=""
      clock={{ today: '2026-03-02', zone: 'UTC' }}
      act={vi.fn(async () => ({ undo: null })) as never}
      attempt={vi.fn(async () => null) as never}
      wanted={null}
      onDelete={vi.fn()}
    />,
  );
const shown = () => screen.queryAllByText(/^note \d+$/).length;

it('shows the first of many notes, so that what follows them is near, and all on a click that keeps the focus', async () => {
  open(30);
  expect(shown()).toBe(8);
  fireEvent.click(screen.getByRole('button', { name: 'Show all 30 notes' }));
  await waitFor(() => expect(shown()).toBe(30));
  await waitFor(() => expect(document.activeElement?.closest('li')?.textContent).toContain('note 8'));
});

it('hides no single note behind a click', () => {
  open(9);
  expect(shown()).toBe(9);
  expect(screen.queryByRole('button', { name: /Show all/ })).toBeNull();
});
