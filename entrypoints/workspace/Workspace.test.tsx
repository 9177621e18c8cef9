// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import 'temporal-polyfill/global';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Person, ShownSettings } from '../../lib/messages/protocol';
import { answerWith, asked, type Answers } from './stand-in';
import { Workspace } from './Workspace';

vi.mock('webextension-polyfill', async () => ({ default: (await import('./stand-in')).browser }));

const nothing = { in: 0, out: 0, watched: 0 };
const anna: Person = {
  id: 'anna',
  kind: 'person',
  name: 'Anna',
  since: 1_767_000_000_000,
  tags: [],
  notes: [
    {
      id: 'n1',
      contactId: 'anna',
      text: 'Likes celadon',
      pinned: false,
      hiddenAt: null,
      createdAt: 1_767_000_000_000,
      updatedAt: 1_767_000_000_000,
    },
  ],
  followUp: null,
  counts: {
    approximate: false,
    week: nothing,
    month: nothing,
    in: 0,
    out: 0,
    acts: 0,
    lastIn: null,
    lastOut: null,
    watchedSince: null,
    weeks: [],
  },
  identities: [{ id: 'i1', site: 'x', siteName: 'Chat', name: 'Anna', account: '', weak: false, link: 'javascript:alert(1)' }],
};
const answers: Answers = {
  'book.rows': () => ({
    rows: [
      {
        ...{ id: 'anna', kind: 'person', name: 'Anna', tags: [], sites: [], approximate: false, in: 0, out: 0, last: null, due: null },
        ...{
          date: null,
          added: 0,
          stage: null,
          type: null,
          tier: null,
          trend: null,
          strength: null,
          score: null,
          source: '',
          nurture: null,
        },
      },
    ],
    total: 1,
    everybody: 1,
    complete: true,
  }),
  'contact.get': ({ contact }) => ({ person: contact === 'anna' ? anna : null, draft: '' }),
  'contact.delete': () => ({ undo: 'u1' }),
  'note.delete': () => ({ undo: 'u2' }),
  'person.rename': () => ({ undo: 'u3' }),
  'undo.run': () => ({}),
  'reply.list': () => ({ replies: [] }),
  'settings.set': () => ({}),
};
const settings: ShownSettings = { language: 'en', theme: 'auto', paused: false, blurred: false };
const request = (name: string) => asked.find((one) => one.name === name)?.request;

function go(hash: string): void {
  location.hash = hash;
  window.dispatchEvent(new Event('hashchange'));
}

beforeEach(() => {
  answerWith(answers);
  location.hash = '';
});
afterEach(cleanup);

describe('the workspace', () => {
  it('moves the focus to the heading of the page it goes to', async () => {
    render(<Workspace settings={settings} />);
    const first = await screen.findByRole('heading', { name: 'People' });
    expect(document.activeElement).not.toBe(first);
    go('#/settings');
    const heading = await screen.findByRole('heading', { name: 'Settings' });
    await waitFor(() => expect(document.activeElement).toBe(heading));
    expect(screen.getByRole('link', { name: 'Settings' }).getAttribute('aria-current')).toBe('page');
  });

  it('keeps a half-written reply while another page is looked at', async () => {
    render(<Workspace settings={settings} />);
    go('#/replies');
    fireEvent.click(await screen.findByRole('button', { name: 'New reply' }));
    fireEvent.input(await screen.findByLabelText('Text'), { target: { value: 'Half a sen' } });
    go('#/settings');
    await screen.findByRole('heading', { name: 'Settings' });
    go('#/replies');
    expect((await screen.findByLabelText<HTMLTextAreaElement>('Text')).value).toBe('Half a sen');
  });

  it('says everywhere that recording is paused', async () => {
    render(<Workspace settings={{ ...settings, paused: true }} />);
    expect(await screen.findByText(/paused everywhere/)).toBeTruthy();
  });
});

describe('the page of a contact', () => {
  const open = async () => {
    render(<Workspace settings={settings} />);
    go('#/contacts/anna');
    await screen.findByRole('heading', { name: 'Anna' });
  };

  it('deletes the contact, goes back to the list, and offers the way back', async () => {
    await open();
    fireEvent.click(screen.getByRole('button', { name: 'Delete this person' }));
    await waitFor(() => expect(location.hash).toBe('#/contacts'));
    fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    expect(screen.getByText('Taking it back')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
    await waitFor(() => expect(request('undo.run')).toEqual({ undo: 'u1' }));
    await waitFor(() => expect(screen.queryByText('Taking it back')).toBeNull());
  });

  it('renames in place, about this contact', async () => {
    await open();
    fireEvent.click(screen.getByRole('button', { name: 'Rename' }));
    fireEvent.input(screen.getByLabelText('Name'), { target: { value: ' Anna B. ' } });
    fireEvent.submit(screen.getByLabelText('Name').closest('form')!);
    await waitFor(() => expect(request('person.rename')).toEqual({ name: 'Anna B.', subject: { contact: 'anna' } }));
  });

  it('deletes a note with a way back', async () => {
    await open();
    expect(screen.getByText('Likes celadon')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Delete' }));
    await waitFor(() => expect(request('note.delete')).toEqual({ note: 'n1' }));
    expect(await screen.findByText('The note is deleted.')).toBeTruthy();
  });

  it('makes no link of an address that is none of the web', async () => {
    await open();
    expect(screen.getByText('Chat')).toBeTruthy();
    expect(screen.queryByRole('link', { name: /Open/ })).toBeNull();
  });

  it('says so when the contact is gone', async () => {
    render(<Workspace settings={settings} />);
    go('#/contacts/nobody');
    expect(await screen.findByRole('heading', { name: /not here any more/ })).toBeTruthy();
  });
});
