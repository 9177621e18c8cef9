import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tell } from '@/lib/words/said';
import { speak } from '@/lib/words/words';
import { defaultCare, type Care } from '../care';
import { addDays, type Day } from '../day';
import { said } from '../said';
import type { CompactDate, Standing } from '../tie/standing';
import { agendaOf } from './agenda-of';
import type { Line, Reason } from './line';
import type { TieToday } from './tie-today';

const MONDAY = '2026-03-02';
const care: Care = { ...defaultCare, cadences: { tags: {}, types: {}, tiers: {} } };
const tie = (more: Partial<TieToday> = {}): TieToday => ({
  type: 'customer',
  tier: 'sticky',
  act: said('agenda_act_answer'),
  cooling: null,
  ...more,
});

function standing(more: Partial<Standing> = {}): Standing {
  return {
    contactId: 'c1',
    kind: 'person',
    tags: [],
    identities: 1,
    since: '2025-01-01',
    in: 9,
    out: 9,
    pulse: null,
    pace: null,
    rhythm: null,
    lastIn: null,
    lastOut: null,
    undatedIn: null,
    undatedOut: null,
    lastWatched: null,
    lastTouch: '2026-02-20',
    thread: { lastDay: '2026-02-20', owed: null, unanswered: 0, lastTry: null },
    replies: { mine: null, theirs: null },
    bonds: [],
    type: null,
    facts: {},
    referrals: 0,
    nps: null,
    purchases: null,
    openDeals: 0,
    openSums: {},
    lostDeals: 0,
    checks: [],
    cadence: null,
    quietUntil: null,
    stage: null,
    stageSince: null,
    followUps: [],
    keyDates: [],
    handled: [],
    ...more,
  };
}
const insurance: CompactDate = {
  id: 'd1',
  kind: 'expiry',
  label: '车险',
  calendar: 'solar',
  year: null,
  month: 3,
  leapMonth: false,
  day: 9,
  everyMonths: 12,
  leads: [30, 7, 1],
  inferred: false,
  createdAt: 0,
};
const birthday: CompactDate = { ...insurance, id: 'd2', kind: 'birthday', label: '', year: 1990 };
const owedSince = (day: Day): Standing['thread'] => ({
  lastDay: day,
  owed: { at: `${day}T10:00:00.000Z`, day },
  unanswered: 0,
  lastTry: null,
});
const tried = (unanswered: number, lastTry: Day): Standing['thread'] => ({ lastDay: lastTry, owed: null, unanswered, lastTry });
const lineOn = (today: Day, more: Partial<Standing>, tied: Partial<TieToday> = {}, cared: Partial<Care> = {}): Line | null =>
  agendaOf(standing(more), tie(tied), { ...care, ...cared }, today);
const keysOn = (today: Day, more: Partial<Standing>, tied: Partial<TieToday> = {}, cared: Partial<Care> = {}): string[] => {
  const line = lineOn(today, more, tied, cared);
  return line ? [line, ...line.also].map(({ key }) => key) : [];
};
const words = (line: Reason | null, language: 'en' | 'zh_CN', today = MONDAY): string => {
  speak(language, '');
  return line ? tell(line.why, today) : '';
};

describe('why now, in both languages', () => {
  test.each<[string, Partial<Standing>, string, string]>([
    ['a promise', { followUps: [{ id: 'f', due: MONDAY, reason: '报价 $1' }] }, 'Planned for today: 报价 $1', '计划今天：报价 $1'],
    [
      'a promise without words',
      { followUps: [{ id: 'f', due: MONDAY, reason: ' ' }] },
      'You planned to get in touch today',
      '你计划今天联系',
    ],
    [
      'an old promise',
      { followUps: [{ id: 'f', due: '2026-02-27', reason: 'call' }] },
      'Planned for Fri, Feb 27: call',
      '原定2月27日周五：call',
    ],
    ['a date ahead', { keyDates: [insurance] }, '车险 runs out: Mon, Mar 9, in 7 days', '车险到期：3月9日周一，还有 7 天'],
    ['a birthday today', { keyDates: [{ ...birthday, day: 2 }] }, 'Birthday, turns 36: today', '生日，满 36 岁：就是今天'],
    [
      'a birthday missed',
      { keyDates: [{ ...birthday, day: 1 }] },
      'Birthday, turns 36: was on Sun, Mar 1',
      '生日，满 36 岁：3月1日周日已经过了',
    ],
    [
      'a date supposed',
      { keyDates: [{ ...insurance, kind: 'custom', label: '买车', inferred: true }] },
      '买车: probably around Mon, Mar 9, in 7 days',
      '买车：大概在3月9日周一前后，还有 7 天',
    ],
    ['an answer owed', { thread: owedSince('2026-02-25') }, 'Wrote 3 working days ago, not answered yet', '3 个工作日前发来消息，还没回'],
    [
      'an answer owed since one day',
      { thread: owedSince('2026-02-27') },
      'Wrote 1 working day ago, not answered yet',
      '1 个工作日前发来消息，还没回',
    ],
    ['an answer owed since today', { thread: owedSince(MONDAY) }, 'Wrote today, not answered yet', '今天发来消息，还没回'],
    [
      'a check after a sale',
      { checks: [{ deal: 'x', item: '净水器', won: '2026-02-16' }] },
      'Bought on Mon, Feb 16, not asked yet how it goes: 净水器',
      '2月16日周一买了“净水器”，还没问过用得怎么样',
    ],
    [
      'a lead that stays',
      { stage: 'lead', stageSince: '2026-02-20' },
      'For 10 days in “new lead”, planned were 7 at most',
      '在“新线索”停了 10 天，原定最多 7 天',
    ],
    ['a cadence passed', { cadence: 7 }, 'Not in touch for 10 days, wanted every 7', '10 天没联系了，原想每 7 天联系一次'],
    [
      'a cadence without any talk',
      { cadence: 7, lastTouch: null, since: '2026-02-20' },
      'Known for 10 days, no talk seen yet; wanted every 7',
      '认识 10 天，还没看到聊过；原想每 7 天联系一次',
    ],
  ])('%s', (_, more, en, zh) => {
    const line = lineOn(MONDAY, more);
    expect([words(line, 'en'), words(line, 'zh_CN')]).toEqual([en, zh]);
  });

  test('a cooling tie says what the tie says', () => {
    const line = lineOn(MONDAY, {}, { cooling: said('agenda_act_answer') });
    expect(line).toMatchObject({ kind: 'cooling', why: { word: 'agenda_act_answer' } });
    expect(lineOn(MONDAY, {}, { cooling: said('agenda_act_answer'), tier: 'shallow' })).toBeNull();
  });
});

describe('a line comes', () => {
  test.each<[string, Day, Partial<Standing>, string[]]>([
    ['not before a promise is due', '2026-03-01', { followUps: [{ id: 'f', due: MONDAY, reason: '' }] }, []],
    ['on the due day, Sundays too', '2026-03-08', { followUps: [{ id: 'f', due: '2026-03-08', reason: '' }] }, ['follow-up:f:2026-03-08']],
    ['not before the furthest lead', '2026-02-06', { keyDates: [insurance] }, []],
    ['from the furthest lead on', '2026-02-07', { keyDates: [insurance] }, ['date:d1:2026-03-09/30']],
    ['as another one from the next lead on', '2026-03-02', { keyDates: [insurance] }, ['date:d1:2026-03-09/7']],
    ['as another one on the day itself', '2026-03-09', { keyDates: [insurance] }, ['date:d1:2026-03-09/0']],
    ['three days late still', '2026-03-12', { keyDates: [insurance] }, ['date:d1:2026-03-09/0']],
    ['not four days late', '2026-03-13', { keyDates: [insurance] }, []],
    ['not late when there was a talk since', '2026-03-12', { keyDates: [insurance], lastTouch: '2026-03-09' }, []],
    ['for an answer owed up to twenty working days', '2026-03-30', { thread: owedSince(MONDAY) }, [`owed:c1:${MONDAY}T10:00:00.000Z`]],
    ['for no answer after that', '2026-03-31', { thread: owedSince(MONDAY) }, []],
    ['for no answer that may have been given unseen', '2026-03-04', { thread: owedSince(MONDAY), undatedOut: '2026-03-03' }, []],
    ['for no cadence before it has passed', '2026-02-26', { cadence: 7 }, []],
    ['on the day a cadence passes', '2026-02-27', { cadence: 7 }, ['touch:c1:2026-02-20.1']],
    ['for a second period anew', '2026-03-06', { cadence: 7 }, ['touch:c1:2026-02-20.2']],
    [
      'for a cadence that a telephone call began anew: not',
      '2026-02-27',
      { cadence: 7, handled: [row('touch:x', 'done', '2026-02-25')] },
      [],
    ],
    ['for no group by its cadence', '2026-03-06', { cadence: 7, kind: 'group' }, []],
    ['for no lead within its days', '2026-02-27', { stage: 'lead', stageSince: '2026-02-20' }, []],
    ['for no check before its day', '2026-02-27', { checks: [{ deal: 'x', item: '', won: '2026-02-16' }] }, []],
  ])('%s', (_, today, more, keys) => expect(keysOn(today, more)).toEqual(keys));
});

function row(id: string, status: 'open' | 'done' | 'skipped', on: Day, more: Partial<Standing['handled'][number]> = {}) {
  return { id, status, until: null, pinned: false, on, ...more };
}

describe('what was done with a line', () => {
  const key = 'date:d1:2026-03-09/7';
  test('hides it, and only it: done of this year’s is not done of next year’s, of the day itself or of a later lead', () => {
    const handled = [row(key, 'done', MONDAY)];
    expect(keysOn(MONDAY, { keyDates: [insurance], handled })).toEqual([]);
    expect(keysOn('2026-03-06', { keyDates: [insurance], handled })).toEqual([]);
    expect(keysOn('2026-03-09', { keyDates: [insurance], handled })).toEqual(['date:d1:2026-03-09/0']);
    expect(keysOn('2027-03-02', { keyDates: [insurance], handled })).toEqual(['date:d1:2027-03-09/7']);
  });

  test('lets a snoozed one come back on its day', () => {
    const handled = [row(key, 'open', MONDAY, { until: '2026-03-05' })];
    expect(keysOn('2026-03-04', { keyDates: [insurance], handled })).toEqual([]);
    expect(keysOn('2026-03-05', { keyDates: [insurance], handled })).toEqual([key]);
  });

  test('puts a pinned one first, on days of rest and while the contact rests', () => {
    const touch = 'touch:c1:2026-02-20.1';
    const more = { cadence: 7, thread: tried(3, '2026-02-20'), followUps: [{ id: 'f', due: '2026-02-28', reason: '' }] };
    expect(keysOn('2026-02-28', more)).toEqual(['follow-up:f:2026-02-28']);
    const handled = [row(touch, 'open', MONDAY, { pinned: true })];
    expect(keysOn('2026-02-28', { ...more, handled })).toEqual([touch, 'follow-up:f:2026-02-28']);
  });

  test('a message after “done” is a new one, on the same day too', () => {
    const handled = [row(`owed:c1:${MONDAY}T09:00:00.000Z`, 'done', MONDAY)];
    expect(keysOn(MONDAY, { thread: owedSince(MONDAY), handled })).toEqual([`owed:c1:${MONDAY}T10:00:00.000Z`]);
  });
});

describe('the guard', () => {
  const all: Partial<Standing> = {
    cadence: 7,
    stage: 'lead',
    stageSince: '2026-01-01',
    checks: [{ deal: 'x', item: '', won: '2026-02-01' }],
    followUps: [{ id: 'f', due: '2026-02-20', reason: '' }],
    keyDates: [insurance],
  };
  const kinds = (today: Day, more: Partial<Standing>): string[] => keysOn(today, { ...all, ...more }).map((key) => key.split(':')[0]!);
  const score = (more: Partial<Standing>): number => lineOn(MONDAY, { ...all, ...more })!.score;

  test('halves after two unanswered attempts', () => {
    expect(score({ thread: tried(2, '2026-02-20') })).toBe(score({}) / 2);
    expect(kinds(MONDAY, { thread: tried(2, '2026-02-20') }).sort()).toEqual(['after-use', 'date', 'follow-up', 'stage', 'touch']);
  });

  test('lets the contact rest after three, but for what the rep asked for', () => {
    expect(kinds(MONDAY, { thread: tried(3, '2026-02-20') })).toEqual(['follow-up', 'date']);
    expect(kinds('2026-03-06', { thread: tried(3, '2026-02-20') }).sort()).toEqual(['after-use', 'date', 'follow-up', 'stage', 'touch']);
  });

  test('suggests nothing on days of rest, and what the rep asked for still', () => {
    expect(kinds('2026-03-07', {})).toEqual(['follow-up', 'date']);
  });

  test('says nothing at all in a quiet time, and everything after it', () => {
    expect(kinds(MONDAY, { quietUntil: MONDAY })).toEqual([]);
    expect(kinds('2026-03-03', { quietUntil: MONDAY })).toHaveLength(5);
  });
});

describe('one contact', () => {
  test('has one line: the strongest reason, the others after it', () => {
    const line = lineOn(MONDAY, { cadence: 7, thread: owedSince('2026-02-27'), followUps: [{ id: 'f', due: MONDAY, reason: '' }] })!;
    expect([line, ...line.also].map(({ kind }) => kind)).toEqual(['follow-up', 'owed', 'touch']);
  });

  test('who has nothing has no line', () => expect(lineOn(MONDAY, {})).toBeNull());
});

describe('order', () => {
  test('losing touch goes by ratio, not by days', () => {
    const weekly = lineOn(MONDAY, { cadence: 7, lastTouch: '2026-02-10' })!;
    const quarterly = lineOn(MONDAY, { cadence: 90, lastTouch: '2025-11-01' })!;
    expect(weekly.score).toBeGreaterThan(quarterly.score);
  });

  test('of any two overdue cadences the greater ratio is never the weaker one', () => {
    const pair = fc.tuple(fc.integer({ min: 1, max: 365 }), fc.integer({ min: 0, max: 700 }));
    fc.assert(
      fc.property(pair, pair, ([a, since], [b, later]) => {
        fc.pre(since >= a && later >= b);
        const first = lineOn(MONDAY, { cadence: a, lastTouch: addDays(MONDAY, -since) })!;
        const second = lineOn(MONDAY, { cadence: b, lastTouch: addDays(MONDAY, -later) })!;
        expect(Math.sign(first.score - second.score)).toBe(Math.sign(since * b - later * a));
      }),
    );
  });

  test('a promise overdue for longer goes before a younger one, and a birthday today before both', () => {
    const score = (more: Partial<Standing>): number => lineOn(MONDAY, more)!.score;
    const promise = (due: Day): number => score({ followUps: [{ id: 'f', due, reason: '' }] });
    expect(promise('2026-02-01')).toBeGreaterThan(promise('2026-03-01'));
    expect(score({ keyDates: [{ ...birthday, day: 2 }] })).toBeGreaterThan(promise('2025-01-01'));
  });
});
