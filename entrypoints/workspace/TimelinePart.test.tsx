// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import 'temporal-polyfill/global';
import { afterEach, expect, it, vi } from 'vitest';
import type { Request, TimelineLine } from '../../lib/messages/protocol';
import { answerWith, asked, change } from './stand-in';
import { TimelinePart } from './TimelinePart';

vi.mock('webextension-polyfill', async () => ({ default: (await import('./stand-in')).browser }));
afterEach(cleanup);

const clock = { today: '2026-03-02', zone: 'UTC' };
const line = (n: number, more: Partial<TimelineLine> = {}): TimelineLine => ({
  ...{ key: `note:n${n}`, kind: 'note', day: `2026-0${n < 40 ? 2 : 1}-14`, at: 1000 - n, more: `note ${n}` },
  ...{ what: { word: 'timeline_note', args: [] }, place: { on: 'note', id: `n${n}` } },
  ...more,
});
const lines = (many: number) => Array.from({ length: many }, (_, n) => line(n));
/** A background with these lines; its cursor is a place in the list. */
const answering = (all: () => TimelineLine[]) =>
  answerWith({
    'timeline.get': ({ cursor, limit }) => {
      const from = Number(cursor ?? 0);
      return { items: all().slice(from, from + limit), next: from + limit < all().length ? String(from + limit) : null };
    },
  });
const requests = () => asked.map(({ request }) => request as Request<'timeline.get'>);
const opened = vi.fn();
const open = () => render(<TimelinePart contact="anna" clock={clock} onNote={opened} />);
const shown = () => screen.queryAllByRole('listitem').length;

it('shows a page by month, and the next one with the focus on the first line that is new', async () => {
  answering(() => lines(60));
  open();
  await waitFor(() => expect(shown()).toBe(40));
  expect(screen.getAllByRole('heading', { level: 3 }).map((one) => one.textContent)).toEqual(['February 2026']);
  fireEvent.click(screen.getByRole('button', { name: 'Show more' }));
  await waitFor(() => expect(shown()).toBe(60));
  expect(screen.getAllByRole('heading', { level: 3 }).map((one) => one.textContent)).toEqual(['February 2026', 'January 2026']);
  await waitFor(() => expect(document.activeElement).toBe(screen.getAllByRole('listitem')[40]));
  expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull();
  expect(within(screen.getAllByRole('listitem')[40]!).getByText('note 40')).toBeTruthy();
});

it('reads what is shown again when something changed, however many pages that is', async () => {
  let all = lines(130);
  answering(() => all);
  open();
  await waitFor(() => expect(shown()).toBe(40));
  for (const many of [80, 120]) {
    fireEvent.click(screen.getByRole('button', { name: 'Show more' }));
    await waitFor(() => expect(shown()).toBe(many));
  }
  all = [line(900), ...all];
  change('tabs');
  change('notes');
  change('contacts');
  expect(await screen.findByText('note 900')).toBeTruthy();
  expect(shown()).toBe(120);
  // Two changes at once are read once, in parts that the background takes.
  expect(requests().map(({ limit }) => limit)).toEqual([40, 40, 40, 100, 20]);
});

it('is narrowed down to one kind, and says so when there is nothing', async () => {
  answerWith({ 'timeline.get': ({ kind }) => ({ items: kind === null ? lines(1) : [], next: null }) });
  open();
  await waitFor(() => expect(shown()).toBe(1));
  fireEvent.input(screen.getByRole('combobox', { name: 'Show' }), { target: { value: 'deal' } });
  expect(await screen.findByText('Nothing of this kind yet.')).toBeTruthy();
  expect(requests()[1]).toEqual({ contact: 'anna', kind: 'deal', cursor: null, limit: 40 });
});

it('teaches what will stand there while there is nothing', async () => {
  answering(() => []);
  open();
  expect(await screen.findByText(/^Nothing yet\. Notes, messages by day/)).toBeTruthy();
});

it('leads to a note, to a record of the page and to a person', async () => {
  const deal = { what: { word: 'timeline_deal_won', args: [] }, place: { on: 'record' as const, id: 'd1' } };
  const ben = { what: { word: 'life_fact_brought', args: ['Ben'] }, place: { on: 'contact' as const, id: 'ben' } };
  answering(() => [line(1), line(2, deal), line(3, ben)]);
  document.body.insertAdjacentHTML('beforeend', '<button data-edit="d1">Change</button>');
  open();
  fireEvent.click(await screen.findByRole('button', { name: 'Note' }));
  expect(opened).toHaveBeenCalledWith('n1');
  fireEvent.click(screen.getByRole('button', { name: 'Deal won' }));
  expect((document.activeElement as HTMLElement).dataset['edit']).toBe('d1');
  expect(screen.getByRole('link', { name: 'Brought Ben' }).getAttribute('href')).toBe('#/contacts/ben');
});

it('writes the amount of a deal as the language does, beside what was sold', async () => {
  answering(() => [
    line(1, { kind: 'deal', more: 'Chairs', price: { amount: '12000.50', currency: 'EUR' } }),
    line(2, { kind: 'deal', more: '', price: { amount: '900', currency: null } }),
  ]);
  open();
  expect(await screen.findByText('Chairs · 12,000.50 EUR')).toBeTruthy();
  expect(screen.getByText('900')).toBeTruthy();
});
