// @vitest-environment happy-dom
import 'temporal-polyfill/global';
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { protocol, type Person } from '../../lib/messages/protocol';
import type { KeyDate } from '../../lib/domain/tie-records';
import { speak } from '../../lib/words/words';
import type { Act, Try } from './act';
import { DatesAndFacts } from './DatesAndFacts';

const TODAY = '2026-03-03';
const LINE = 'Daughter turns 3 next Friday, car insurance ends in December, likes camping, worries about school';
const anna = { id: 'c1', kind: 'person', tags: ['regular'] } as unknown as Person;

let saved: KeyDate[];
const act = ((name: string) =>
  name === 'life.get'
    ? Promise.resolve({ deals: [], facts: [], keyDates: saved, referredBy: null, brought: [] })
    : Promise.reject(new Error('gone'))) as unknown as Act;
let fails: string[];
/** Refuses what the background would refuse, and what `fails` names. */
const attempts = vi.fn((name: keyof typeof protocol, intention: object, _words?: string) =>
  Promise.resolve(protocol[name].request.safeParse({ subject: {}, ...intention }).success && !fails.includes(name) ? { undo: 'u1' } : null),
);
const attempt = attempts as unknown as Try;
const show = (person: Person | null = anna) => render(<DatesAndFacts person={person} today={TODAY} act={act} attempt={attempt} />);

const line = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Something you learned about them' });
const found = () => screen.findByRole('list', { name: 'Found in this line' });
const box = (name: RegExp) => screen.getByRole<HTMLInputElement>('checkbox', { name });
const type = async (text: string) => {
  fireEvent.focus(line());
  fireEvent.input(line(), { target: { value: text } });
  return found();
};
const keep = () => fireEvent.click(screen.getByRole('button', { name: 'Keep these' }));
const asked = (name: string) => attempts.mock.calls.filter((call) => call[0] === name).map((call) => call[1] as Record<string, unknown>);
const ids = (ask: Record<string, unknown> | undefined) =>
  [...(ask!['facts'] as { id: string }[]), ...(ask!['keyDates'] as { id: string }[])].map(({ id }) => id);

beforeEach(() => {
  saved = [];
  fails = [];
  attempts.mockClear();
});
afterEach(() => {
  cleanup();
  speak('en', 'en');
});

describe('a line about somebody', () => {
  test('is offered as dates, facts and tags, each to be confirmed, and nothing is kept by itself', async () => {
    show();
    const rows = within(await type(LINE)).getAllByRole('checkbox');
    expect(rows).toHaveLength(4);
    expect(rows.every((row) => (row as HTMLInputElement).checked)).toBe(true);
    expect(box(/^Daughter, turns 3 March 13, 2023 · every year · in 10 days$/)).toBeTruthy();
    // The month was said, the day was not.
    expect(box(/^car insurance runs out around December 1, 2026 · in 273 days$/)).toBeTruthy();
    expect(box(/^worries about school Told a worry$/)).toBeTruthy();
    expect(box(/^camping Tag$/)).toBeTruthy();
    expect(screen.getByRole('status').textContent).toBe('4 things found. Enter keeps them.');
    expect(attempts).not.toHaveBeenCalled();
  });

  test('is kept as confirmed: the rest is left out', async () => {
    show();
    await type(LINE);
    fireEvent.click(box(/^car insurance/));
    keep();
    await waitFor(() => expect(line().value).toBe(''));
    expect(asked('tags.set')).toEqual([{ tags: ['regular', 'camping'] }]);
    const [life] = asked('life.save');
    expect(life).toMatchObject({
      deals: [],
      facts: [{ kind: 'worry', text: 'worries about school', on: TODAY, score: null, other: null }],
      keyDates: [{ kind: 'child-birth', label: 'Daughter', year: 2023, month: 3, day: 13, everyMonths: 12, leads: [30, 7, 1] }],
    });
    expect(life!['keyDates']).toHaveLength(1);
    // The toast with the way back belongs to the dates and facts.
    expect(attempts).toHaveBeenLastCalledWith('life.save', expect.anything(), 'Dates and facts kept.');
    expect(screen.queryByRole('list', { name: 'Found in this line' })).toBeNull();
  });

  test('with tags alone asks for nothing else', async () => {
    show(null);
    await type('likes camping');
    keep();
    await waitFor(() => expect(line().value).toBe(''));
    expect(attempts.mock.calls).toEqual([['tags.set', { tags: ['camping'] }, 'Tags kept.']]);
  });

  test('does not offer a tag that is there', async () => {
    show({ ...anna, tags: ['camping'] });
    await type('likes camping and tea');
    expect(screen.getAllByRole('checkbox')).toHaveLength(1);
    expect(box(/^tea Tag$/)).toBeTruthy();
  });

  test('stays when it could not be kept, and keeps its ids, so that asking again saves it once', async () => {
    show();
    await type(LINE);
    fails = ['life.save'];
    keep();
    await waitFor(() => expect(asked('life.save')).toHaveLength(1));
    await Promise.resolve();
    expect(line().value).toBe(LINE);
    fails = [];
    // More was said in the meantime: what was there before is still the same.
    await type(`${LINE}, wants a new car`);
    keep();
    await waitFor(() => expect(line().value).toBe(''));
    const [first, second] = asked('life.save');
    expect(ids(first)).toHaveLength(3);
    expect(ids(second)).toHaveLength(4);
    expect(ids(second)).toEqual(expect.arrayContaining(ids(first)));
  });

  test('said again another day is another record', async () => {
    show();
    for (const times of [1, 2]) {
      await type('worries about school');
      keep();
      await waitFor(() => expect(asked('life.save')).toHaveLength(times));
      await waitFor(() => expect(line().value).toBe(''));
    }
    const [first, second] = asked('life.save');
    expect(ids(first)).not.toEqual(ids(second));
  });

  test('is kept by Enter, and only once however often it is pressed; an Enter that ends a Chinese input keeps nothing', async () => {
    show();
    await type(LINE);
    fireEvent.keyDown(line(), { key: 'Enter', isComposing: true });
    fireEvent.keyDown(line(), { key: 'Enter', keyCode: 229 });
    expect(attempts).not.toHaveBeenCalled();
    fireEvent.keyDown(line(), { key: 'Enter' });
    fireEvent.keyDown(line(), { key: 'Enter' });
    await waitFor(() => expect(line().value).toBe(''));
    expect(asked('life.save')).toHaveLength(1);
  });

  test('is cleared by Escape, with what was left out of it', async () => {
    show();
    await type(LINE);
    fireEvent.click(box(/^Daughter/));
    fireEvent.keyDown(line(), { key: 'Escape' });
    expect(line().value).toBe('');
    await type(LINE);
    expect(box(/^Daughter/).checked).toBe(true);
    expect(attempts).not.toHaveBeenCalled();
  });

  test('in which nothing is found says so', async () => {
    show();
    fireEvent.focus(line());
    fireEvent.input(line(), { target: { value: 'nice talk' } });
    await screen.findByText(/^Nothing found yet/);
    fireEvent.keyDown(line(), { key: 'Enter' });
    expect(attempts).not.toHaveBeenCalled();
  });

  test('of nothing but clauses asks for no more than the background takes', async () => {
    show();
    await type(Array.from({ length: 60 }, (_, n) => `need ${n}`).join(','));
    keep();
    await waitFor(() => expect(line().value).toBe(''));
    expect(asked('life.save')[0]!['facts']).toHaveLength(20);
  });

  test('is read in Chinese', async () => {
    speak('zh_CN', 'zh-CN');
    show();
    const chinese = screen.getByRole('textbox', { name: '刚了解到的情况' });
    fireEvent.focus(chinese);
    fireEvent.input(chinese, { target: { value: '女儿下周五三岁，车险12月到期，喜欢露营' } });
    await screen.findByRole('list', { name: '从这句话里找到的' });
    expect(box(/^女儿，满 3 岁 2023年3月13日 · 每年 · 还有 10 天$/)).toBeTruthy();
    expect(box(/^车险到期 大约 2026年12月1日/)).toBeTruthy();
    expect(box(/^露营 标签$/)).toBeTruthy();
  });
});

describe('the dates that come', () => {
  const date = (id: string, change: Partial<KeyDate>): KeyDate => ({
    id,
    contactId: 'c1',
    kind: 'birthday',
    label: '',
    calendar: 'solar',
    year: null,
    month: 4,
    leapMonth: false,
    day: 3,
    everyMonths: 12,
    leads: [30],
    inferred: false,
    createdAt: 0,
    updatedAt: 0,
    ...change,
  });
  const shown = async () => within(await screen.findByRole('list', { name: 'Coming dates' })).getAllByRole('listitem');

  test('are the next three, the nearest first; what is over is left out', async () => {
    saved = [
      date('k1', { year: 1990 }),
      date('k2', { kind: 'expiry', label: 'Lease', year: 2026, month: 3, day: 4, everyMonths: null, inferred: true }),
      date('k3', { kind: 'expiry', label: 'Old lease', year: 2025, month: 3, day: 4, everyMonths: null }),
      date('k4', { calendar: 'lunar', month: 2, day: 1, label: 'Grandmother' }),
      date('k5', { kind: 'custom', label: 'Fair', month: 12, day: 1 }),
    ];
    show();
    expect((await shown()).map((item) => item.textContent)).toEqual([
      'Lease runs out around Wed, Mar 4 · tomorrow',
      'Grandmother 二月初一 (lunar) · Thu, Mar 19 · in 16 days',
      'Birthday, turns 36 Fri, Apr 3 · in 31 days',
    ]);
  });

  test('are asked for again after something was kept, and when the person changed', async () => {
    const { rerender } = show();
    await type('birthday on April 3 1990');
    saved = [date('k1', {})];
    keep();
    expect(await shown()).toHaveLength(1);
    saved = [date('k1', {}), date('k2', { month: 5 })];
    rerender(<DatesAndFacts person={{ ...anna }} today={TODAY} act={act} attempt={attempt} />);
    await waitFor(async () => expect(await shown()).toHaveLength(2));
  });

  test('of one person are never shown for another', async () => {
    saved = [date('k1', {})];
    const { rerender } = show();
    await shown();
    const silent = (() => new Promise(() => undefined)) as unknown as Act;
    rerender(<DatesAndFacts person={{ ...anna, id: 'c2' }} today={TODAY} act={silent} attempt={attempt} />);
    expect(screen.queryByRole('list', { name: 'Coming dates' })).toBeNull();
  });
});
