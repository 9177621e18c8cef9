// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import 'temporal-polyfill/global';
import { useState } from 'preact/hooks';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { blankContact } from '../../lib/domain/blank-contact';
import { defaultCare } from '../../lib/domain/care';
import type { LeavingPerson } from '../../lib/domain/import/leaving';
import type { BookRow, Request } from '../../lib/messages/protocol';
import { ContactsPage, firstQuery } from './ContactsPage';
import { answerWith, asked, change } from './stand-in';

vi.mock('webextension-polyfill', async () => ({ default: (await import('./stand-in')).browser }));
afterEach(cleanup);

const row = (name: string, more: Partial<BookRow> = {}): BookRow => ({
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
  date: null,
  added: 0,
  stage: null,
  type: 'visitor',
  tier: 'sticky',
  trend: 'steady',
  strength: 5,
  score: null,
  source: '',
  nurture: null,
  ...more,
});

/** The whole list, of which a stretch is given. */
const give = (rows: readonly BookRow[], everybody = rows.length) => ({
  'book.rows': ({ from, many }: { from: number; many: number }) => ({
    rows: rows.slice(from, from + many),
    total: rows.length,
    everybody,
    complete: true,
  }),
});

/** Somebody of whom nothing but the name is known, on the way into a file. */
const leaving = (id: string): LeavingPerson => ({
  contact: { ...blankContact('person', id.toUpperCase(), 0), id },
  ...{ ids: [], links: [], in: 0, out: 0, lastIn: null, lastOut: null, note: '', dates: [], next: null },
});

const onDone = vi.fn();
function Screen() {
  const [query, setQuery] = useState(firstQuery);
  return <ContactsPage query={query} onQuery={setQuery} onDone={onDone} />;
}
const questions = () => asked.filter(({ name }) => name === 'book.rows').map(({ request }) => request as Request<'book.rows'>);

describe('the list of contacts', () => {
  it('teaches how people get in while there is nobody', async () => {
    answerWith(give([]));
    render(<Screen />);
    expect(await screen.findByText(/Remember this person/)).toBeTruthy();
    expect(screen.queryByRole('searchbox')).toBeNull();
  });

  it('shows what is known, and a dash for what was not seen', async () => {
    const unseen = row('Group', { kind: 'group', in: 0, out: 0, last: null });
    answerWith(give([row('Anna', { tags: ['boutique'], trend: 'cooling' }), unseen]));
    render(<Screen />);
    const anna = (await screen.findByRole('link', { name: 'Anna' })).closest('tr')!;
    expect(within(anna).getByText('boutique')).toBeTruthy();
    expect(within(anna).getByText('4')).toBeTruthy();
    expect(within(anna).getByText(/cooling/)).toBeTruthy();
    const group = screen.getByRole('link', { name: 'Group' }).closest('tr')!;
    expect(within(group).queryByText('0')).toBeNull();
    expect(within(group).getAllByText('not seen')).toHaveLength(3);
  });

  it('drops the answer to an older search', async () => {
    let late: (() => void) | undefined;
    answerWith({
      'book.rows': ({ query: { words } }) => {
        const answer = { rows: [row(words || 'Everybody')], total: 1, everybody: 1, complete: true };
        return words === 'a' ? new Promise((resolve) => (late = () => resolve(answer))) : answer;
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

  it('draws of a hundred thousand those in sight alone, says how many there are, and reads anew after a change', async () => {
    answerWith(give(Array.from({ length: 100_000 }, (_, n) => row(`Person ${n}`))));
    render(<Screen />);
    await screen.findByRole('link', { name: 'Person 0' });
    expect(document.querySelector('.ws-count')!.textContent).toMatch(/100,?000/);
    const grid = screen.getByRole('grid');
    expect(grid.getAttribute('aria-rowcount')).toBe('100001');
    const drawn = grid.querySelectorAll('[data-row]');
    expect(drawn.length).toBeLessThan(80);
    expect([...drawn].map((line) => line.getAttribute('aria-rowindex'))).toEqual([...drawn].map((_, n) => String(n + 2)));
    const before = questions().length;
    change('contacts');
    await waitFor(() => expect(questions().length).toBe(before + 1));
  });

  it('sorts by a click on a column, the other way by a second one, and says so', async () => {
    answerWith(give([row('Anna'), row('Bruno')]));
    render(<Screen />);
    fireEvent.click(await screen.findByRole('button', { name: 'Last message' }));
    await waitFor(() => expect(questions().at(-1)!.query).toMatchObject({ sort: 'last', down: true }));
    fireEvent.click(screen.getByRole('button', { name: /Last message/ }));
    await waitFor(() => expect(questions().at(-1)!.query).toMatchObject({ sort: 'last', down: false }));
    expect(screen.getByRole('columnheader', { name: /Last message/ }).getAttribute('aria-sort')).toBe('ascending');
  });

  it('asks for those who pass the filters, and says how to get everybody back when nobody does', async () => {
    answerWith({
      ...give([row('Anna')]),
      'book.rows': ({ query }) =>
        query.filter.cooling
          ? { rows: [], total: 0, everybody: 1, complete: true }
          : give([row('Anna')])['book.rows']({ from: 0, many: 9 }),
    });
    render(<Screen />);
    fireEvent.click(await screen.findByRole('button', { name: 'Filter' }));
    fireEvent.change(await screen.findByLabelText('Tier', { selector: 'select' }), { target: { value: 'deep' } });
    await waitFor(() => expect(questions().at(-1)!.query.filter).toMatchObject({ tiers: ['deep'] }));
    fireEvent.click(screen.getByLabelText('Cooling', { selector: 'input' }));
    expect(await screen.findByText('Nobody fits these filters.')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Show everybody' }));
    await screen.findByRole('link', { name: 'Anna' });
    expect(questions().at(-1)!.query).toEqual(firstQuery);
  });

  it('offers every tag there is, the most used ones first', async () => {
    const tags = Array.from({ length: 30 }, (_, n) => `tag ${(n * 7) % 30}`);
    answerWith({ ...give([row('Anna')]), 'book.tags': () => ({ tags }) });
    render(<Screen />);
    fireEvent.click(await screen.findByRole('button', { name: 'Filter' }));
    const choice = await screen.findByLabelText('Tag', { selector: 'select' });
    await waitFor(() =>
      expect(
        within(choice)
          .getAllByRole('group')
          .map(({ textContent }) => textContent),
      ).toEqual([tags.slice(0, 8).join(''), Array.from({ length: 30 }, (_, n) => `tag ${n}`).join('')]),
    );
    fireEvent.change(choice, { target: { value: 'tag 29' } });
    await waitFor(() => expect(questions().at(-1)!.query.filter.tags).toEqual(['tag 29']));
  });

  it('saves those who are chosen as a file, and all that fit but some', async () => {
    const people = Array.from({ length: 450 }, (_, n) => row(`P${n}`));
    answerWith({
      ...give(people),
      'book.ids': ({ from, many }) => ({ ids: people.slice(from, from + many).map(({ id }) => id) }),
      'field.list': () => ({ fields: [] }),
      'care.get': () => ({ care: defaultCare, inStage: {}, left: {} }),
      'contact.some': ({ contacts }) => ({ people: contacts.map((id) => leaving(id)) }),
    });
    const files: { name: string; blob: Blob }[] = [];
    vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => `blob:${files.push({ name: '', blob: blob as Blob })}`);
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      files.at(-1)!.name = this.download;
    });
    render(<Screen />);
    fireEvent.click(await screen.findByRole('checkbox', { name: 'Choose all' }));
    fireEvent.click(await screen.findByRole('checkbox', { name: 'Choose P1' }));
    await screen.findByText('449 chosen');
    fireEvent.click(await screen.findByRole('button', { name: 'Save as a table (CSV)' }));
    expect(await screen.findByText(/^Saved 449 contacts in rapport-contacts-.*csv$/)).toBeTruthy();
    const lines = (await files[0]!.blob.text()).trim().split('\r\n');
    expect([lines.length, files[0]!.name.endsWith('.csv')]).toEqual([450, true]);
    const some = asked.filter(({ name }) => name === 'contact.some').map(({ request }) => (request as Request<'contact.some'>).contacts);
    expect(some.map((ids) => ids.length)).toEqual([200, 200, 49]);
    expect(some.flat()).not.toContain(people[1]!.id);
    fireEvent.click(screen.getByRole('button', { name: 'Choose nobody' }));
    fireEvent.click(await screen.findByRole('checkbox', { name: 'Choose P1' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Save as cards (vCard)' }));
    expect(await screen.findByText(/^Saved 1 contact in rapport-contacts-.*vcf$/)).toBeTruthy();
    expect(await files[1]!.blob.text()).toContain('FN:P1');
    vi.restoreAllMocks();
  });

  it('keeps columns and views, and opens a view as it was saved', async () => {
    const view = { id: 'v1', name: 'Due soon', query: { ...firstQuery, filter: { ...firstQuery.filter, within: 7 } }, columns: ['stage'] };
    answerWith({
      ...give([row('Anna')]),
      'table.get': () => ({ choices: { columns: ['tier'], views: [view] } }),
      'table.set': () => ({ undo: 'u1' }),
    });
    render(<Screen />);
    fireEvent.click(await screen.findByRole('button', { name: 'Filter' }));
    await waitFor(() => expect(screen.getAllByRole('columnheader').map(({ textContent }) => textContent)).toEqual(['', 'Name ↑', 'Tier']));
    fireEvent.click(screen.getByRole('button', { name: 'Due soon' }));
    await waitFor(() => expect(questions().at(-1)!.query).toEqual(view.query));
    fireEvent.click(screen.getByLabelText('Stage', { selector: 'input' }));
    fireEvent.input(screen.getByLabelText('Name of this view'), { target: { value: 'Mine' } });
    fireEvent.click(screen.getByRole('button', { name: 'Save view' }));
    fireEvent.click(screen.getByRole('button', { name: 'Remove view Due soon' }));
    await waitFor(() => expect(onDone).toHaveBeenCalledWith('View “Due soon” removed', 'u1'));
    const changes = asked.filter(({ name }) => name === 'table.set').map(({ request }) => (request as Request<'table.set'>).change);
    expect(changes).toMatchObject([
      { what: 'columns', columns: ['stage'] },
      { what: 'columns', columns: ['tier', 'stage'] },
      { what: 'save', view: { name: 'Mine', query: view.query, columns: ['tier'] } },
      { what: 'remove', view: 'v1' },
    ]);
  });

  it('chooses lines by Space, Shift and the mouse, all that fit at once, and changes them in steps with one undo', async () => {
    const people = Array.from({ length: 250 }, (_, n) => row(`Person ${n}`));
    let [named, done]: [string[], number] = [[], 0];
    answerWith({
      ...give(people),
      'book.ids': ({ from, many }) => ({ ids: people.slice(from, from + many).map(({ id }) => id) }),
      'bulk.begin': () => ({ job: 'b1' }),
      'bulk.add': ({ contacts }) => ((named = contacts), {}),
      'bulk.step': () => ({ undo: 'u1', changed: (done += 83), done, of: 249 }),
      'bulk.drop': () => ({}),
    });
    render(<Screen />);
    const first = (await screen.findByRole('link', { name: 'Person 0' })).closest('tr')!;
    first.focus();
    fireEvent.keyDown(first, { key: ' ' });
    await screen.findByText('1 chosen');
    fireEvent.keyDown(first, { key: 'ArrowDown', shiftKey: true });
    await screen.findByText('2 chosen');
    fireEvent.click(screen.getByLabelText('Choose Person 4'), { shiftKey: true });
    await screen.findByText('5 chosen');
    fireEvent.click(screen.getByLabelText('Choose Person 3'));
    await screen.findByText('4 chosen');
    fireEvent.click(screen.getByLabelText('Choose all'));
    await screen.findByText('250 chosen');
    fireEvent.click(screen.getByLabelText('Choose Person 3'));
    await screen.findByText('249 chosen');
    fireEvent.input(screen.getByRole('combobox', { name: 'Tag' }), { target: { value: 'fair' } });
    fireEvent.click(screen.getByRole('button', { name: 'Add tag' }));
    await waitFor(() => expect(onDone).toHaveBeenCalledWith('249 people changed', 'u1'));
    expect([named.length, named.includes('person-3')]).toEqual([249, false]);
    await waitFor(() => expect(asked.at(-1)).toEqual({ name: 'bulk.drop', request: { job: 'b1' } }));
    const changes = asked.filter(({ name }) => name.startsWith('bulk.') && name !== 'bulk.list');
    expect(changes.map(({ name }) => name.slice(5))).toEqual(['begin', 'add', 'step', 'step', 'step', 'drop']);
    expect(changes[0]!.request).toEqual({ change: { what: 'tag', tag: 'fair' } });
  });

  it('is walked with the arrow keys, and Enter opens a line', async () => {
    answerWith(give([row('Anna'), row('Bruno')]));
    render(<Screen />);
    const anna = (await screen.findByRole('link', { name: 'Anna' })).closest('tr')!;
    const field = screen.getByRole('searchbox');
    field.focus();
    fireEvent.keyDown(field, { key: 'ArrowDown' });
    expect(document.activeElement).toBe(anna);
    fireEvent.keyDown(anna, { key: 'ArrowDown' });
    await waitFor(() => expect(document.activeElement?.textContent).toContain('Bruno'));
    fireEvent.keyDown(document.activeElement!, { key: 'Enter' });
    expect(location.hash).toBe('#/contacts/bruno');
    fireEvent.keyDown(document.activeElement!, { key: 'Home' });
    await waitFor(() => expect(document.activeElement).toBe(anna));
    fireEvent.keyDown(anna, { key: 'ArrowUp' });
    expect(document.activeElement).toBe(field);
  });
});
