import { describe, expect, test } from 'vitest';
import { on } from '../../../tests/support/evidence';
import { said } from '../said';
import { sayNow, type Occasions } from './say-now';

const type = { action: said('type_customer_action'), how: said('type_customer_how') };
const silence = { lastDay: null, owed: null, unanswered: 0, lastTry: null };
const quiet: Occasions['standing'] = { thread: silence, undatedOut: null, followUps: [] };
const now = (more: Partial<Occasions>, day = 10) => sayNow({ standing: quiet, note: null, date: null, type, ...more }, on(day));
const thread = { ...silence, owed: { at: `${on(9)}T08:00:00.000Z`, day: on(9) } };
const followUps = [
  { id: 'b', due: on(20), reason: 'ask about the move' },
  { id: 'a', due: on(12), reason: 'send the photos' },
  { id: 'c', due: on(1), reason: ' ' },
];
const note = { text: '\n  Likes hiking\nand tea', on: on(3) };

describe('what to say now', () => {
  test.each<[string, Partial<Occasions>, ReturnType<typeof said> | null]>([
    ['begins with their open question', { standing: { ...quiet, thread, followUps }, note }, said('say_owed', { day: on(9) })],
    ['else with the next promise', { standing: { ...quiet, followUps }, note }, said('say_promise', 'send the photos', { day: on(12) })],
    [
      'else with the first line of the last note',
      { note, standing: { ...quiet, followUps: [followUps[2]!] } },
      said('say_note', 'Likes hiking', { day: on(3) }),
    ],
    ['else with nothing', { note: { text: ' \n ', on: on(3) } }, null],
  ])('%s', (_, given, recall) => expect(now(given).recall).toEqual(recall));

  test('names a date of the next thirty days, none that has passed', () => {
    const date = (day: number) => now({ date: { on: on(day), what: 'birthday' } }).date;
    expect(date(10)).toEqual(said('say_date', 'birthday', { day: on(10) }));
    expect(date(40)).not.toBeNull();
    expect(date(41)).toBeNull();
    expect(date(9)).toBeNull();
  });

  test('ends with the action of the type, or with the answer that is owed', () => {
    expect(now({}).act).toEqual(said('say_act', type.action, type.how));
    expect(now({ standing: { ...quiet, thread } }).act).toEqual(said('say_answer'));
  });

  test('cuts a long note between characters', () => {
    const { recall } = now({ note: { text: '🦊'.repeat(90), on: on(3) } });
    expect(recall?.args[0]).toBe('🦊'.repeat(79) + '…');
  });

  test('claims no open question when undated messages may have answered it, or when it is a month old', () => {
    expect(now({ standing: { ...quiet, thread, undatedOut: on(10) } }).recall).toBeNull();
    expect(now({ standing: { ...quiet, thread, undatedOut: on(9) } }).recall?.word).toBe('say_owed');
    expect(now({ standing: { ...quiet, thread } }, 37).recall?.word).toBe('say_owed');
    expect(now({ standing: { ...quiet, thread } }, 38).recall).toBeNull();
  });
});
