import { describe, expect, test } from 'vitest';
import { said } from '../said';
import type { CompactDate } from '../tie/standing';
import { languageOf, occasionsOf } from './scene';

describe('the language of a message', () => {
  test.each([
    ['How much is it?', 'en'],
    ['多少钱', 'zh'],
    ['iPhone 15 Pro Max 多少钱一台', 'zh'],
    ['好的', 'zh'],
    ['ok', 'en'],
    ['please write to 王小明 about the order that came yesterday', 'en'],
    ['12345 😀', null],
    ['', null],
    ['Wie geht es dir', 'en'],
  ])('%j', (message, language) => {
    expect(languageOf(message)).toBe(language);
  });
});

describe('the occasions of a line of Today', () => {
  const why = said('agenda_owed_today');
  const reason = (kind: 'date' | 'follow-up' | 'owed' | 'after-use' | 'stage' | 'touch' | 'cooling', ref = 'c') =>
    ({ key: kind, kind, ref, why, act: why, band: 1, score: 1 }) as const;
  const date: CompactDate = {
    id: 'd',
    kind: 'child-exam',
    label: '',
    calendar: 'solar',
    year: null,
    month: 6,
    leapMonth: false,
    day: 7,
    everyMonths: 12,
    leads: [7],
    inferred: false,
    createdAt: 0,
  };

  test('are all its reasons, in their order, a key date by its kind', () => {
    const line = { ...reason('date', 'd'), contactId: 'c', also: [reason('follow-up'), reason('owed'), reason('touch'), reason('stage')] };
    expect(occasionsOf(line, [date]).map(({ kind }) => kind)).toEqual(['child-exam', 'promise', 'owed', 'cooling']);
  });

  test('are none where there is no line, or its date is gone', () => {
    expect(occasionsOf(null, [date])).toEqual([]);
    expect(occasionsOf({ ...reason('date', 'gone'), also: [] }, [date])).toEqual([]);
  });
});
