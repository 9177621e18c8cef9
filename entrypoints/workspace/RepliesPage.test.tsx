// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import 'temporal-polyfill/global';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { blankReply } from '../../lib/domain/blank-reply';
import { defaultReplyChoices, type Reply, type Shelf } from '../../lib/domain/reply-records';
import { sumOutcomes } from '../../lib/domain/reply-tally';
import type { ReplyWithStats } from '../../lib/messages/protocol';
import { RepliesPage } from './RepliesPage';
import { answerWith, asked, change, type Answers } from './stand-in';

vi.mock('webextension-polyfill', async () => ({ default: (await import('./stand-in')).browser }));

const NOW = Date.parse('2026-03-02T12:00:00Z');
const DAY = 24 * 3_600_000;
const done = vi.fn();
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOW });
  done.mockClear();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const reply = (title: string, more: Partial<Reply> = {}): ReplyWithStats => {
  const one = { ...blankReply(title, title, NOW), id: title.toLowerCase(), ...more };
  return { ...one, ...sumOutcomes(one.outcomes) };
};
const nine = () => 'Ant Bee Cat Dog Eel Fox Gnu Hen Ibex'.split(' ').map((title) => reply(title));

async function open(replies: ReplyWithStats[], shelf: Partial<Shelf> = {}, answers: Answers = {}): Promise<void> {
  answerWith({
    'reply.list': () => ({ replies: replies.map((one) => ({ ...one })) }),
    'reply.choices': () => ({ choices: { ...defaultReplyChoices, shelf: { ...defaultReplyChoices.shelf, ...shelf } } }),
    'reply.choose': () => ({}),
    'reply.arrange': () => ({ undo: 'u1', freed: [] }),
    'folder.rename': () => ({ undo: 'u2' }),
    'example.list': () => ({ examples: [] }),
    ...answers,
  });
  render(<RepliesPage drafts={{}} onDrafts={() => undefined} onDone={done} />);
  await waitFor(() => expect(document.querySelector('.shelf')).toBeTruthy());
}
const titles = () => [...document.querySelectorAll('.shelf .ws-title')].map(({ textContent }) => textContent);
const sent = (name: string) => asked.filter((one) => one.name === name).map(({ request }) => request);
const box = (title: string) => screen.getByRole<HTMLInputElement>('checkbox', { name: `Choose ${title}` });
const pick = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } });

describe('a line of the list', () => {
  it('says how often, when last, and answered how often with its interval; a few are said to be few', async () => {
    const outcomes = (n: number, answered: number) => ({ deep: { sent: n, answered, edited: 0 } });
    await open([
      reply('Ant', { uses: 40, lastUsedAt: NOW - DAY, outcomes: outcomes(40, 20) }),
      reply('Bee', { uses: 2, lastUsedAt: NOW, outcomes: outcomes(2, 2) }),
      reply('Cat'),
    ]);
    const [ant, bee, cat] = [...document.querySelectorAll('.ws-fate')].map((one) => one.textContent);
    expect(ant).toMatch(/^used 40 times, last yesterday · answered 20 of 40, likely \d\d–\d\d%$/);
    expect(bee).toMatch(/^used 2 times, last today · answered 2 of 2, likely \d\d–\d\d%, few so far$/);
    expect(cat).toBe('never used');
    expect(document.body.textContent).not.toMatch(/(^|[^–\d])\d+%/);
  });

  it('of a reply like another says so, and leads to both texts with their differences marked', async () => {
    const body = 'We deliver on Monday between nine and twelve, if that suits you well.';
    await open([...nine(), reply('Jay', { body }), reply('Kiwi', { body: body.replace('Monday', 'Friday') })]);
    fireEvent.click(await screen.findByRole('button', { name: 'Compare “Jay” with “Kiwi”' }));
    const marks = [...document.querySelectorAll('.compare-text mark')].map(({ textContent }) => textContent);
    expect(marks).toEqual(['Monday', 'Friday']);
    expect(screen.getByText('Only in this one: Friday')).toBeTruthy();
    expect(document.activeElement?.textContent).toBe('Nearly the same');
    fireEvent.click(screen.getByRole('button', { name: 'Keep this one, archive the other: Kiwi' }));
    await waitFor(() => expect(done).toHaveBeenCalledWith('One reply is archived.', 'u1'));
    expect(sent('reply.arrange')).toEqual([{ replies: ['jay'], change: { archived: true } }]);
  });
});

describe('the list', () => {
  it('is ordered and filtered, and says where nothing fits', async () => {
    const all = nine();
    Object.assign(all[4]!, { uses: 5, lastUsedAt: NOW, tags: ['vip'] });
    all[5]!.archivedAt = NOW;
    await open(all);
    expect(titles()[0]).toBe('Eel');
    expect(titles()).not.toContain('Fox');
    pick('Order', 'name');
    await waitFor(() => expect(titles()[0]).toBe('Ant'));
    expect(sent('reply.choose')).toEqual([{ choices: { shelf: { order: 'name', byFolder: true, shut: [] } } }]);
    pick('Tags', 'vip');
    await waitFor(() => expect(titles()).toEqual(['Eel']));
    expect(screen.getByText('1 of 9')).toBeTruthy();
    pick('Show', 'archived');
    expect(await screen.findByText('Nothing here fits these choices.')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Show all' }));
    pick('Show', 'archived');
    await waitFor(() => expect(titles()).toEqual(['Fox']));
    pick('Show', 'twins');
    expect(await screen.findByText('No two replies are nearly the same.')).toBeTruthy();
  });

  it('stands in folders that are shut and renamed, and shut stays shut', async () => {
    await open([...nine(), reply('Jay', { folder: 'Birds' }), reply('Kiwi', { folder: 'Birds' })], { shut: ['Birds'] });
    expect(titles()).not.toContain('Jay');
    fireEvent.click(screen.getByRole('button', { name: /^Birds\s*2$/ }));
    await waitFor(() => expect(titles()).toContain('Jay'));
    expect(sent('reply.choose')).toEqual([{ choices: { shelf: { order: 'used', byFolder: true, shut: [] } } }]);
    fireEvent.click(screen.getByRole('button', { name: 'Rename the folder Birds' }));
    const field = screen.getByLabelText('Name of the folder');
    fireEvent.input(field, { target: { value: ' Fowl ' } });
    fireEvent.submit(field.closest('form')!);
    await waitFor(() => expect(done).toHaveBeenCalledWith('The folder is “Fowl” now.', 'u2'));
    expect(sent('folder.rename')).toEqual([{ from: 'Birds', to: 'Fowl' }]);
  });

  it('is one stop for Tab, walked by arrows', async () => {
    await open(nine());
    const stops = () =>
      [...document.querySelectorAll<HTMLElement>('.shelf [tabindex="0"]')].map((one) => one.closest('li')!.dataset['row']);
    expect(stops()).toEqual(['ant', 'ant']);
    const search = screen.getByRole('searchbox');
    fireEvent.keyDown(search, { key: 'ArrowDown' });
    const focused = () => document.activeElement!.matches('.shelf-open') && document.activeElement!.closest('li')!.dataset['row'];
    await waitFor(() => expect(focused()).toBe('ant'));
    fireEvent.keyDown(document.activeElement!, { key: 'End' });
    expect(focused()).toBe('ibex');
    await waitFor(() => expect(stops()).toEqual(['ibex', 'ibex']));
  });
});

describe('several replies', () => {
  it('are chosen with Shift by keys and clicks, all with Ctrl+A, none with Escape', async () => {
    await open(nine());
    fireEvent.click(box('Bee'));
    fireEvent.click(box('Dog'), { shiftKey: true });
    expect(await screen.findByText('3 replies chosen')).toBeTruthy();
    box('Dog').focus();
    fireEvent.keyDown(box('Dog'), { key: 'ArrowDown', shiftKey: true });
    expect(await screen.findByText('4 replies chosen')).toBeTruthy();
    expect(document.activeElement).toBe(box('Eel'));
    fireEvent.keyDown(box('Eel'), { key: 'a', ctrlKey: true });
    expect(await screen.findByText('9 replies chosen')).toBeTruthy();
    fireEvent.keyDown(box('Eel'), { key: 'Escape' });
    await waitFor(() => expect(box('Ant').checked).toBe(false));
  });

  it('are moved, tagged and archived together, and nothing happens to one that is not in sight', async () => {
    const all = nine();
    await open(all);
    for (const title of ['Ant', 'Bee', 'Cat']) fireEvent.click(box(title));
    all[0]!.archivedAt = NOW;
    change('replies');
    await waitFor(() => expect(titles()).not.toContain('Ant'));
    const write = (label: string, value: string) => {
      fireEvent.input(screen.getByLabelText(label), { target: { value } });
      fireEvent.submit(screen.getByLabelText(label).closest('form')!);
    };
    write('Put into a folder', ' Insects ');
    await waitFor(() => expect(done).toHaveBeenCalledWith('2 replies are in “Insects” now.', 'u1'));
    write('Add a tag', 'small');
    fireEvent.click(within(screen.getByRole('region', { name: '2 replies chosen' })).getByRole('button', { name: 'Archive' }));
    await waitFor(() => expect(sent('reply.arrange')).toHaveLength(3));
    expect(sent('reply.arrange')).toEqual([
      { replies: ['bee', 'cat'], change: { folder: 'Insects' } },
      { replies: ['bee', 'cat'], change: { addTags: ['small'] } },
      { replies: ['bee', 'cat'], change: { archived: true } },
    ]);
  });

  it('that nobody used for half a year are archived but for those that are unticked', async () => {
    const old = { createdAt: NOW - 200 * DAY, wordedAt: NOW - 200 * DAY };
    await open([
      ...nine(),
      reply('Old', old),
      reply('Older', { ...old, lastUsedAt: NOW - 190 * DAY, uses: 1 }),
      reply('Used', { ...old, lastUsedAt: NOW }),
    ]);
    fireEvent.click(screen.getByRole('button', { name: '2 were not used for half a year' }));
    fireEvent.click(await screen.findByRole('checkbox', { name: /^Older/ }));
    fireEvent.click(screen.getByRole('button', { name: 'Archive one reply' }));
    await waitFor(() => expect(sent('reply.arrange')).toEqual([{ replies: ['old'], change: { archived: true } }]));
  });
});

describe('the open reply', () => {
  it('shows its outcomes by tier, each with its interval', async () => {
    await open([
      reply('Ant', {
        uses: 30,
        lastUsedAt: NOW,
        outcomes: { deep: { sent: 20, answered: 15, edited: 1 }, unknown: { sent: 3, answered: 0, edited: 0 } },
      }),
    ]);
    fireEvent.click(screen.getByRole('button', { name: /Ant/ }));
    const lines = within(await screen.findByRole('region', { name: 'What became of it' }))
      .getAllByRole('row')
      .map((row) => [...row.children].map(({ textContent }) => textContent.replace(/\d+–\d+%/, '#')).join(' | '));
    expect(lines.slice(1)).toEqual(['deep | 20 | 15 | #', 'not known yet | 3 | 0 | # few so far', 'all | 23 | 15 | #']);
  });

  it('that is archived says so and comes back, with a word about a shortcut that another has now', async () => {
    await open([...nine(), reply('Jay', { archivedAt: NOW - DAY })], {}, { 'reply.arrange': () => ({ undo: 'u1', freed: ['jay'] }) });
    pick('Show', 'archived');
    fireEvent.click(await screen.findByRole('button', { name: /Jay/ }));
    expect(await screen.findByText('Archived yesterday: offered nowhere.')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Bring back' }));
    await waitFor(() => expect(done).toHaveBeenCalledWith('One reply is back. Another reply has /jay now.', 'u1'));
  });
});
