// @vitest-environment happy-dom
import 'temporal-polyfill/global';
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { TodayLineView } from '../../lib/messages/protocol';
import { Popup } from './Popup';
import type { Ended } from './TodayLine';

const today = '2026-03-03';
const promise = (id: string, name: string, reason: string, due: string): TodayLineView => ({
  key: `follow-up:${id}:`,
  kind: 'follow-up',
  ref: id,
  contact: `c${id}`,
  name,
  sites: ['Demo'],
  why: { word: 'agenda_planned_on_for', args: [{ day: due }, reason] },
  act: { word: 'agenda_act_answer', args: [] },
  pinned: false,
  asked: true,
  also: [],
});
const lines = [promise('1', 'Jonas', 'Contract signed?', '2026-03-02'), promise('2', 'Mei', 'Send the price', today)];
const acts = { open: vi.fn(), reply: vi.fn(), done: vi.fn(), skip: vi.fn(), snooze: vi.fn(), pin: vi.fn() };
const onAll = vi.fn();
interface Shown {
  lines?: TodayLineView[];
  ended?: Map<string, Ended>;
  anybody?: boolean;
  later?: number;
  waiting?: number;
  complete?: boolean;
}
const show = (change: Shown = {}) =>
  render(
    <Popup
      strip={null}
      notice={null}
      today={today}
      lines={change.lines ?? lines}
      ended={change.ended ?? new Map()}
      waiting={change.waiting ?? 0}
      later={change.later ?? 0}
      anybody={change.anybody ?? true}
      complete={change.complete ?? true}
      acts={acts}
      onAll={onAll}
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
  expect(line('Jonas').textContent).toContain('Mar 2');
});

test('is done with keys alone: arrows between lines, E done, S skip, H a day for later', () => {
  show();
  line('Jonas').focus();
  fireEvent.keyDown(line('Jonas'), { key: 'ArrowDown' });
  expect(document.activeElement).toBe(line('Mei'));
  fireEvent.keyDown(line('Mei'), { key: 'h' });
  fireEvent.click(screen.getByRole('menuitem', { name: 'In 2 weeks' }));
  expect(acts.snooze).toHaveBeenCalledWith(lines[1], '2026-03-17');
  fireEvent.keyDown(line('Jonas'), { key: 'e' });
  expect(acts.done).toHaveBeenCalledWith(lines[0]);
  fireEvent.keyDown(line('Mei'), { key: 's' });
  expect(acts.skip).toHaveBeenCalledWith(lines[1], '');
  fireEvent.keyDown(line('Mei'), { key: 'p' });
  expect(acts.pin).toHaveBeenCalledWith(lines[1], true);
  fireEvent.click(line('Mei'));
  expect(acts.open).toHaveBeenCalledWith(lines[1]);
});

test('what is done stays as a thin line without buttons', () => {
  show({ ended: new Map([['follow-up:1:', { how: 'done' }]]) });
  expect(screen.queryByRole('button', { name: /Jonas/ })).toBeNull();
  expect(screen.getByText('Jonas')).toBeTruthy();
  expect(screen.getByText('1 person would be glad to hear from you.')).toBeTruthy();
});

test('teaches while there is nobody, and is quiet when nothing is due', () => {
  show({ lines: [], anybody: false });
  expect(screen.getAllByRole('listitem')).toHaveLength(3);
  cleanup();
  show({ lines: [], later: 1 });
  expect(screen.getByText('Nobody is waiting for you today.')).toBeTruthy();
  expect(screen.queryByRole('listitem')).toBeNull();
});

test('asks why afterwards, so that skipping is one key', () => {
  show({ ended: new Map([['follow-up:1:', { how: 'skipped' }]]) });
  fireEvent.click(screen.getByRole('button', { name: 'Say why' }));
  const field = screen.getByRole('textbox', { name: 'Why not now?' });
  fireEvent.input(field, { target: { value: 'is travelling' } });
  fireEvent.keyDown(field, { key: 'Enter' });
  expect(acts.skip).toHaveBeenCalledWith(lines[0], 'is travelling');
});

test('says what else there is with a person, and that the rest can wait', () => {
  const [first] = lines;
  const why = { word: 'agenda_owed_today', args: [] };
  show({ lines: [{ ...first!, pinned: true, also: [{ key: 'owed:c1:', kind: 'owed', ref: 'c1', why }] }], waiting: 3 });
  expect(line('Jonas').textContent).toContain('Wrote today, not answered yet');
  expect(line('Jonas').textContent).toContain('Pinned');
  fireEvent.click(screen.getByRole('button', { name: '3 more would be glad, but can wait' }));
  expect(onAll).toHaveBeenCalled();
});

test('does not say that nobody waits while it is still looking', () => {
  show({ lines: [], complete: false });
  expect(screen.queryByText('Nobody is waiting for you today.')).toBeNull();
  expect(screen.getByRole('status').textContent).toContain('Looking through your people');
});

test('a reply that fits is one click or R away, with its reason; where none fits that is said', async () => {
  const reply = {
    id: 'r',
    title: 'Good wishes',
    shortcut: '',
    body: '',
    text: 'Happy birthday, Jonas!',
    parts: [],
    blanks: [],
    problem: null,
    why: null,
  };
  acts.reply.mockResolvedValueOnce(reply).mockResolvedValueOnce(null);
  show();
  fireEvent.click(screen.getByRole('button', { name: 'A reply for Jonas' }));
  expect(await screen.findByText('Happy birthday, Jonas!')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Open the chat' }));
  expect(acts.open).toHaveBeenCalledWith(lines[0]);
  fireEvent.keyDown(line('Mei'), { key: 'r' });
  expect(await screen.findByText(/No reply of yours fits/)).toBeTruthy();
});
