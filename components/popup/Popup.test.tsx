// @vitest-environment happy-dom
import 'temporal-polyfill/global';
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { TodayItem } from '../../lib/messages/protocol';
import { Popup } from './Popup';
import type { Ended } from './TodayLine';

const today = '2026-03-03';
const item = (id: string, name: string, reason: string, due: string, late: number): TodayItem => ({
  followUp: { id, contactId: `c${id}`, due, reason, status: 'open', createdAt: 0, updatedAt: 0 },
  contact: `c${id}`,
  name,
  sites: ['Demo'],
  late,
});
const items = [item('1', 'Jonas', 'Contract signed?', '2026-03-02', 1), item('2', 'Mei', 'Send the price', today, 0)];
const acts = { open: vi.fn(), end: vi.fn(), snooze: vi.fn() };
const show = (change: { items?: TodayItem[]; ended?: Map<string, Ended>; contacts?: number; later?: number } = {}) =>
  render(
    <Popup
      strip={null}
      notice={null}
      today={today}
      items={change.items ?? items}
      ended={change.ended ?? new Map()}
      later={change.later ?? 0}
      contacts={change.contacts ?? 2}
      acts={acts}
      onWorkspace={() => {}}
    />,
  );
const line = (name: string) => screen.getByRole('button', { name: new RegExp(`^${name}`) });

beforeEach(() => vi.clearAllMocks());
afterEach(cleanup);

test('reads like a page of a diary: day, how many, each with why and since when', () => {
  show();
  expect(screen.getByRole('heading', { name: 'Tuesday, March 3' })).toBeTruthy();
  expect(screen.getByText('2 people would be glad to hear from you.')).toBeTruthy();
  expect(line('Jonas').textContent).toContain('Contract signed?');
  expect(line('Jonas').textContent).toContain('since yesterday');
});

test('is done with keys alone: arrows between lines, E done, S skip, H a day for later', () => {
  show();
  line('Jonas').focus();
  fireEvent.keyDown(line('Jonas'), { key: 'ArrowDown' });
  expect(document.activeElement).toBe(line('Mei'));
  fireEvent.keyDown(line('Mei'), { key: 'h' });
  fireEvent.click(screen.getByRole('menuitem', { name: 'In 2 weeks' }));
  expect(acts.snooze).toHaveBeenCalledWith(items[1], '2026-03-17');
  fireEvent.keyDown(line('Jonas'), { key: 'e' });
  expect(acts.end).toHaveBeenCalledWith(items[0], 'done');
  fireEvent.keyDown(line('Mei'), { key: 's' });
  expect(acts.end).toHaveBeenCalledWith(items[1], 'skipped');
  fireEvent.click(line('Mei'));
  expect(acts.open).toHaveBeenCalledWith(items[1]);
});

test('what is done stays as a thin line without buttons', () => {
  show({ ended: new Map([['1', { how: 'done' }]]) });
  expect(screen.queryByRole('button', { name: /Jonas/ })).toBeNull();
  expect(screen.getByText('Jonas')).toBeTruthy();
  expect(screen.getByText('1 person would be glad to hear from you.')).toBeTruthy();
});

test('teaches while there is nobody, and is quiet when nothing is due', () => {
  show({ items: [], contacts: 0 });
  expect(screen.getAllByRole('listitem')).toHaveLength(3);
  cleanup();
  show({ items: [], contacts: 5, later: 1 });
  expect(screen.getByText('Nobody is waiting for you today.')).toBeTruthy();
  expect(screen.queryByRole('listitem')).toBeNull();
});
