// @vitest-environment happy-dom
import 'temporal-polyfill/global';
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { PanelView, Person, TieView } from '../../lib/messages/protocol';
import type { Act } from './act';
import { Panel } from './Panel';

const none = { in: 0, out: 0, watched: 0 };
const anna: Person = {
  id: 'c1',
  kind: 'person',
  name: 'Anna Berg',
  since: 0,
  tags: ['regular'],
  notes: [
    { id: 'n1', contactId: 'c1', text: 'Likes the celadon set', pinned: false, hiddenAt: null, createdAt: 1, updatedAt: 1 },
    { id: 'n2', contactId: 'c1', text: 'Hidden earlier', pinned: false, hiddenAt: 5, createdAt: 2, updatedAt: 5 },
  ],
  followUp: null,
  counts: {
    week: { in: 0, out: 0, watched: 0 },
    approximate: false,
    month: { in: 3, out: 5, watched: 9 },
    in: 3,
    out: 5,
    acts: 0,
    lastIn: '2026-03-01',
    lastOut: null,
    watchedSince: 0,
    weeks: Array.from({ length: 12 }, () => ({ in: 0, out: 0, watched: false })),
  },
  identities: [],
};
const view: PanelView = {
  site: { id: 'demo', name: 'Demo' },
  reading: { state: 'reading', missing: [], since: 0 },
  paused: false,
  open: true,
  settling: false,
  ref: 'r1',
  conversation: { kind: 'person', name: 'Anna Berg', account: null, weak: false },
  never: false,
  which: null,
  person: anna,
  draft: '',
  again: false,
  due: false,
  knots: 0,
};
const reply = {
  id: 't1',
  title: 'Thanks',
  body: 'Thank you, {{name}}',
  text: 'Thank you, Anna',
  parts: [{ text: 'Thank you, Anna' }],
  blanks: [],
  problem: null,
};

let answers: Record<string, unknown>;
const acts = vi.fn((name: string, _intention: unknown) =>
  name === 'tie.get' && !answers[name] ? Promise.reject(new Error('gone')) : Promise.resolve(answers[name] ?? { undo: null }),
);
const act = acts as unknown as Act;
const show = (change: Partial<PanelView> = {}, more: Partial<Parameters<typeof Panel>[0]> = {}) =>
  render(<Panel view={{ ...view, ...change }} today="2026-03-03" zone="UTC" blurred={false} act={act} {...more} />);

beforeEach(() => {
  vi.useFakeTimers();
  acts.mockClear();
  answers = {
    'reply.offer': { replies: [reply], total: 1, suggested: 0, heard: false },
    'reply.insert': { outcome: 'inserted', text: 'Thank you, Anna', heard: false },
    'note.hide': { undo: 'u1' },
    'life.get': { deals: [], facts: [], keyDates: [], referredBy: null, brought: [] },
    'field.values': { values: [] },
  };
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});
const settle = () => vi.advanceTimersByTimeAsync(0);

describe('before anybody is remembered', () => {
  test('the panel says that nothing is recorded, and remembers on a click', () => {
    show({ person: null });
    expect(screen.getByText(/Nothing is recorded about this person/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Remember this person' }));
    expect(acts).toHaveBeenCalledWith('person.remember', {});
  });

  test('with two people of one name it asks which, and shows nothing of either', () => {
    show({ person: null, which: [{ identity: 'i1', name: 'Anna', since: 0, lastIn: null, lastOut: null }] });
    expect(screen.getByRole('heading', { name: 'Which Anna Berg is this?' })).toBeTruthy();
    expect(screen.queryByRole('textbox')).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Someone else' }));
    expect(acts).toHaveBeenCalledWith('person.which', { identity: null });
  });

  test('a person on the never list shows nothing but the way off it', () => {
    show({ never: true, person: null, conversation: null });
    expect(screen.queryByRole('textbox')).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Take off the list' }));
    expect(acts).toHaveBeenCalledWith('person.allow', {});
  });
});

describe('a remembered person', () => {
  test('what was not watched is unknown, never zero', () => {
    show();
    const row = screen.getByRole('row', { name: /^7 days/ });
    expect(row.textContent).toContain('–');
    expect(row.textContent).not.toMatch(/7 days0/);
    expect(screen.getByRole('img', { name: 'Last 30 days: you wrote 5, they wrote 3.' })).toBeTruthy();
  });

  test('hidden notes stay hidden; hiding one offers the way back', async () => {
    show();
    expect(screen.queryByText('Hidden earlier')).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Hide note' }));
    await settle();
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    expect(acts).toHaveBeenCalledWith('undo.run', { undo: 'u1' });
  });

  test('likes and comments are told apart from what was written', () => {
    show({ person: { ...anna, counts: { ...anna.counts, acts: 3 } } });
    expect(screen.getByText(/3 of yours were likes, comments or reposts/)).toBeTruthy();
    cleanup();
    show({ person: anna });
    expect(screen.queryByText(/of yours/)).toBeNull();
  });

  test('a group shows no counts', () => {
    show({ person: { ...anna, kind: 'group', counts: { ...anna.counts, week: none } } });
    expect(screen.queryByRole('table')).toBeNull();
  });
});

describe('what is typed', () => {
  const box = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'New note' });
  const type = (text: string) => fireEvent.input(box(), { target: { value: text } });

  test('is kept at a pause, and at once when the window loses the focus, which is said', async () => {
    show();
    type('Wants 40 sets');
    await vi.advanceTimersByTimeAsync(299);
    expect(acts).not.toHaveBeenCalledWith('draft.keep', expect.anything());
    await vi.advanceTimersByTimeAsync(1);
    expect(acts).toHaveBeenCalledWith('draft.keep', { text: 'Wants 40 sets' });
    type('Wants 40 sets, freight');
    fireEvent.blur(window);
    expect(acts).toHaveBeenLastCalledWith('draft.keep', { text: 'Wants 40 sets, freight' });
    await settle();
    expect(screen.getByText(/The page took the focus/)).toBeTruthy();
  });

  test('is never overwritten by a draft that arrives later', async () => {
    const { rerender } = show();
    type('newer');
    rerender(<Panel view={{ ...view, draft: 'older' }} today="2026-03-03" zone="UTC" blurred={false} act={act} />);
    await settle();
    expect(box().value).toBe('newer');
  });

  test('stays with its conversation: the next one has its own box', async () => {
    const { rerender } = show();
    type('about Anna');
    const next = vi.fn((name: string) =>
      name === 'tie.get' || name === 'life.get' || name === 'field.values'
        ? Promise.reject(new Error('gone'))
        : Promise.resolve({ replies: [], total: 0 }),
    ) as unknown as Act;
    rerender(<Panel view={{ ...view, ref: 'r2', draft: 'about Bo' }} today="2026-03-03" zone="UTC" blurred={false} act={next} />);
    await settle();
    expect(box().value).toBe('about Bo');
    expect(acts).toHaveBeenCalledWith('draft.keep', { text: 'about Anna' });
    expect(next).not.toHaveBeenCalledWith('draft.keep', expect.anything());
  });

  test('stays when a click elsewhere remembers the person', async () => {
    const { rerender } = show({ person: null });
    type('half a note');
    rerender(<Panel view={view} today="2026-03-03" zone="UTC" blurred={false} act={act} />);
    await settle();
    expect(box().value).toBe('half a note');
  });

  test('keeps its id when the answer was lost, so that a second click adds no second note', async () => {
    show();
    type('Once');
    answers['note.add'] = Promise.reject(Object.assign(new Error(), { code: 'failed' }));
    fireEvent.click(screen.getByRole('button', { name: 'Save note' }));
    await settle();
    expect(screen.getByText(/Try once more/)).toBeTruthy();
    expect(box().value).toBe('Once');
    answers['note.add'] = { undo: null };
    fireEvent.click(screen.getByRole('button', { name: 'Save note' }));
    await settle();
    const ids = acts.mock.calls.filter(([name]) => name === 'note.add').map(([, note]) => (note as { note: string }).note);
    expect(ids).toHaveLength(2);
    expect(ids[0]).toBe(ids[1]);
    expect(box().value).toBe('');
  });
});

describe('a page that cannot be read', () => {
  const nobody = { ref: null, conversation: null, person: null };
  const lost = { state: 'unrecognised', missing: [], since: Date.UTC(2026, 2, 3, 14, 5) } as const;

  test('is told with the time since when, and leads to where people can be looked up', () => {
    const onSidePanel = vi.fn();
    show({ ...nobody, reading: { ...lost, missing: [] } }, { onSidePanel });
    expect(screen.getByText(/^Demo not recognised since 0?2:05/)).toBeTruthy();
    expect(screen.queryByText('No chat is open')).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Open side panel' }));
    expect(onSidePanel).toHaveBeenCalledOnce();
  });

  test('at the side has the search itself', () => {
    show({ ...nobody, reading: { ...lost, missing: [] } }, { finder: <p>Find someone</p> });
    expect(screen.getByText('Find someone')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Open side panel' })).toBeNull();
  });

  test('says where they can be looked up also where the browser opens no side panel from a page', () => {
    show({ ...nobody, reading: { ...lost, missing: [] } });
    expect(screen.getByText(/in the popup of the Rapport icon you can look people up/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Open side panel' })).toBeNull();
  });

  test('in which the open chat cannot be found is not said to have none open', () => {
    show({ ...nobody, reading: { state: 'partly', missing: ['conversation'], since: 0 } }, { onSidePanel: vi.fn() });
    expect(screen.getByText(/the open chat cannot be found/)).toBeTruthy();
    expect(screen.queryByText('No chat is open')).toBeNull();
    expect(screen.getByRole('button', { name: 'Open side panel' })).toBeTruthy();
  });

  test('but for a part still shows the person, and names the part', () => {
    show({ reading: { state: 'partly', missing: ['account', 'composer'], since: 0 } });
    expect(screen.getByText(/Partly readable: the account and the message box cannot be found/)).toBeTruthy();
    expect(screen.getByRole('heading', { name: 'Anna Berg' })).toBeTruthy();
  });
});

describe('a reply', () => {
  const click = async () => {
    await settle();
    fireEvent.click(screen.getByRole('button', { name: /^Thanks/ }));
    await settle();
  };

  test('is inserted by one click, and the panel says for whom', async () => {
    show();
    await click();
    expect(acts).toHaveBeenCalledWith('reply.insert', { reply: 't1', filled: {} });
    expect(screen.getByText(/in the message box for Anna Berg/)).toBeTruthy();
  });

  test('that asks something opens a form, which goes in with the answers and leads back', async () => {
    const asks = {
      id: 't2',
      title: 'A visit',
      body: '',
      text: null,
      parts: [{ text: 'On ' }, { blank: 'day' }],
      blanks: [{ name: 'day', kind: 'ask' as const, default: '', choices: [] }],
      problem: null,
    };
    answers['reply.offer'] = { replies: [reply, asks], total: 2 };
    show();
    await settle();
    const visit = screen.getByRole('button', { name: 'A visit On day' });
    fireEvent.click(visit);
    const day = screen.getByLabelText<HTMLInputElement>('day');
    expect([visit.getAttribute('aria-expanded'), document.activeElement]).toEqual(['true', day]);
    fireEvent.input(day, { target: { value: 'Monday' } });
    fireEvent.keyDown(day, { key: 'Enter' });
    await settle();
    expect(acts).toHaveBeenCalledWith('reply.insert', { reply: 't2', filled: { day: 'Monday' } });
    expect(screen.queryByLabelText('day')).toBeNull();
    // The focus is in the page's message box by now: taking it back would end the rep's typing.
    expect(document.activeElement).not.toBe(visit);
    fireEvent.click(visit);
    fireEvent.keyDown(document.activeElement!, { key: 'Escape' });
    expect([screen.queryByLabelText('day'), document.activeElement]).toEqual([null, visit]);
  });

  test('for a conversation that is no longer open is refused in words, and not copied', async () => {
    const copied = vi.fn(() => true);
    document.execCommand = copied;
    answers['reply.insert'] = { outcome: 'moved', text: '' };
    show();
    await click();
    expect(screen.getByText(/This reply was for Anna Berg, so nothing was inserted/)).toBeTruthy();
    expect(copied).not.toHaveBeenCalled();
  });

  test('that did not arrive is copied instead', async () => {
    document.execCommand = vi.fn(() => true);
    answers['reply.insert'] = { outcome: 'not-arrived', text: 'Thank you, Anna' };
    show();
    await click();
    expect(screen.getByText(/Copied instead/)).toBeTruthy();
  });

  test('is not inserted by a click on a covered panel; the side panel is offered', async () => {
    const onSidePanel = vi.fn();
    show({}, { mayInsert: () => Promise.resolve(false), onSidePanel });
    await click();
    expect(acts).not.toHaveBeenCalledWith('reply.insert', expect.anything());
    fireEvent.click(screen.getByRole('button', { name: 'Open side panel' }));
    expect(onSidePanel).toHaveBeenCalledOnce();
  });
});

test('says how the tie stands and what to say now, each with its reason on demand', async () => {
  const words = (word: string, ...args: (string | number)[]) => ({ label: { word, args }, why: { word: 'tier_shallow_why', args: [] } });
  const tie: TieView = {
    existence: { ...words('tie_existence_live'), is: 'live', sure: true },
    direction: { ...words('tie_direction_both'), is: 'both' },
    strength: { ...words('tie_strength_strong'), value: 14 },
    reciprocity: null,
    replies: { mine: null, theirs: null },
    trend: { ...words('tie_trend_cooling'), is: 'cooling' },
    bonds: { marked: [], missing: null },
    type: {
      ...words('type_loyal'),
      is: 'loyal',
      derived: 'loyal',
      action: { word: 'type_loyal_action', args: [] },
      how: { word: 'type_loyal_how', args: [] },
    },
    tier: { ...words('tier_deep'), is: 'deep', step: 3, next: null },
    metrics: [
      { label: { word: 'metric_nps', args: [] }, missing: true, why: { word: 'metric_nps_missing', args: [] } },
      { label: { word: 'metric_repurchase', args: [] }, missing: false, why: { word: 'metric_repurchase_is_one', args: [] } },
    ],
    now: {
      recall: { word: 'say_promise', args: ['bring the fabric book', { day: '2026-03-05' }] },
      date: null,
      act: { word: 'say_answer', args: [] },
    },
    changes: [{ week: '2026-03-02', said: { word: 'tie_change_began', args: [] } }],
    own: {
      company: '',
      phones: [],
      emails: [],
      lostReason: '',
      source: '',
      nurture: null,
      type: null,
      cadence: null,
      quietUntil: null,
      stage: null,
      stageSince: null,
    },
    stages: [],
  };
  answers['tie.get'] = tie;
  show();
  await vi.waitFor(() => expect(screen.getByText(/bring the fabric book/)).toBeTruthy());
  expect(document.querySelectorAll('.tie .knot')).toHaveLength(3);
  expect(screen.getByRole('img', { name: /deep · / })).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Why?' }));
  expect(screen.getAllByText('Connected, not often in touch both ways and nothing bought yet.').length).toBeGreaterThan(2);
  expect(screen.getByText('Missing: ask how likely they would recommend you, 0 to 10.')).toBeTruthy();
  expect(screen.getByText('Bought on one day, not again yet.')).toBeTruthy();
  expect(screen.getByText('You: unknown · they: unknown')).toBeTruthy();
});
