// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import { AskPassphrase } from './AskPassphrase';
import { NewPassphrase } from './NewPassphrase';

vi.mock('webextension-polyfill', () => ({ default: {} }));
afterEach(cleanup);

/** As a password manager does it: every field is filled and the form handed in at once, before anything is drawn anew. */
function handIn(...words: string[]): void {
  const form = document.querySelector('form')!;
  for (const [i, field] of [...form.querySelectorAll('input')].entries()) {
    field.value = words[i]!;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }
  form.requestSubmit();
}

it('takes a new passphrase that is filled into both fields at once', () => {
  const onGiven = vi.fn();
  render(<NewPassphrase act="Save" onGiven={onGiven} onLeave={vi.fn()} />);
  handIn('correct horse battery', 'correct horse battery');
  expect(onGiven.mock.calls).toEqual([['correct horse battery']]);
});

it('says what is wrong with a new passphrase, and keeps what was typed', async () => {
  const onGiven = vi.fn();
  render(<NewPassphrase act="Save" onGiven={onGiven} onLeave={vi.fn()} />);
  handIn('short', 'short');
  expect((await screen.findByText(/at least \d+ characters/i)).getAttribute('role')).toBe('alert');
  handIn('correct horse battery', 'correct house battery');
  await screen.findByText(/not the same|differ/i);
  expect(onGiven).not.toHaveBeenCalled();
  expect(document.querySelector('input')!.value).toBe('correct horse battery');
});

it('opens with a passphrase that is filled in and handed in at once, and not with none', () => {
  const onGiven = vi.fn();
  render(<AskPassphrase isWrong={false} onGiven={onGiven} onLeave={vi.fn()} />);
  handIn('');
  expect(onGiven).not.toHaveBeenCalled();
  handIn('correct horse battery');
  expect(onGiven.mock.calls).toEqual([['correct horse battery']]);
});
