// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import 'temporal-polyfill/global';
import { useState } from 'preact/hooks';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ContactRow } from '../../lib/messages/protocol';
import { ContactsPage } from './ContactsPage';
import { answerWith, asked, change } from './stand-in';

vi.mock('webextension-polyfill', async () => ({ default: (await import('./stand-in')).browser }));
afterEach(cleanup);

const row = (name: string, more: Partial<ContactRow> = {}): ContactRow => ({
  id: name.toLowerCase().replace(/\W/g, '-'),
  kind: 'person',
  name,
  tags: [],
  sites: ['Chat'],
  approximate: false,
  in: 3,
  out: 4,
  last: '2026-01-05',
  due: null,
  ...more,
});

function Screen() {
  const [query, setQuery] = useState('');
  return <ContactsPage query={query} onQuery={setQuery} />;
}

describe('the list of contacts', () => {
  it('teaches how people get in while there is nobody', async () => {
    answerWith({ 'contact.list': () => ({ contacts: [], next: null, total: 0 }) });
    render(<Screen />);
    expect(await screen.findByText(/Remember this person/)).toBeTruthy();
    expect(screen.queryByRole('searchbox')).toBeNull();
  });

  it('shows what is known, and a dash for what was not seen', async () => {
    const unseen = row('Group', { kind: 'group', in: 0, out: 0, last: null });
    answerWith({ 'contact.list': () => ({ contacts: [row('Anna', { tags: ['boutique'] }), unseen], next: null, total: 2 }) });
    render(<Screen />);
    const anna = (await screen.findByRole('link', { name: 'Anna' })).closest('tr')!;
    expect(within(anna).getByText('boutique')).toBeTruthy();
    expect(within(anna).getByText('4')).toBeTruthy();
    const group = screen.getByRole('link', { name: 'Group' }).closest('tr')!;
    expect(within(group).queryByText('0')).toBeNull();
    expect(within(group).getAllByText('not seen')).toHaveLength(3);
  });

  it('drops the answer to an older search', async () => {
    let late: (() => void) | undefined;
    answerWith({
      'contact.list': ({ query }) => {
        const answer = { contacts: [row(query || 'Everybody')], next: null, total: 1 };
        return query === 'a' ? new Promise((resolve) => (late = () => resolve(answer))) : answer;
      },
    });
    render(<Screen />);
    const field = await screen.findByRole('searchbox');
    fireEvent.input(field, { target: { value: 'a' } });
    await waitFor(() => expect(late).toBeTruthy());
    fireEvent.input(field, { target: { value: 'ab' } });
    await screen.findByRole('link', { name: 'ab' });
    late!();
    await new Promise((resolve) => setTimeout(resolve));
    expect(screen.queryByRole('link', { name: 'a' })).toBeNull();
    expect(screen.getByRole('link', { name: 'ab' })).toBeTruthy();
  });

  it('loads more by cursor, and reads all shown pages again after a change', async () => {
    answerWith({
      'contact.list': ({ cursor }) =>
        cursor === null ? { contacts: [row('Anna')], next: 'second', total: 2 } : { contacts: [row('Bruno')], next: null, total: 2 },
    });
    render(<Screen />);
    fireEvent.click(await screen.findByRole('button', { name: 'Show more' }));
    await screen.findByRole('link', { name: 'Bruno' });
    expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull();
    const before = asked.length;
    change('contacts');
    await waitFor(() => expect(asked).toHaveLength(before + 2));
    expect(screen.getAllByRole('link')).toHaveLength(2);
  });

  it('is walked with the arrow keys', async () => {
    answerWith({ 'contact.list': () => ({ contacts: [row('Anna'), row('Bruno')], next: null, total: 2 }) });
    render(<Screen />);
    const anna = await screen.findByRole('link', { name: 'Anna' });
    const field = screen.getByRole('searchbox');
    field.focus();
    fireEvent.keyDown(field, { key: 'ArrowDown' });
    expect(document.activeElement).toBe(anna);
    fireEvent.keyDown(anna, { key: 'ArrowUp' });
    expect(document.activeElement).toBe(field);
    expect(anna.getAttribute('href')).toBe('#/contacts/anna');
  });
});
