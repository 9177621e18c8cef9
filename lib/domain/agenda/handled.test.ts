import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../day';
import { handledSchema, type Handled } from '../tie-records';
import { handle, isAway, lastDone, snoozeUntil, SNOOZES, type Act } from './handled';

const TODAY = '2026-01-30'; // a Friday
const NOW = 1_769_760_000_000;
const birthday = { key: 'date:d1:2026-02-03/7', kind: 'date', ref: 'd1', contactId: 'c1' } as const;
const promise = { key: 'follow-up:f1:2026-01-30', kind: 'follow-up', ref: 'f1', contactId: 'c1' } as const;
const row = (more: Partial<Handled> = {}): Handled => ({
  id: birthday.key,
  contactId: 'c1',
  status: 'open',
  until: null,
  pinned: false,
  reason: '',
  on: '2026-01-20',
  createdAt: 5,
  updatedAt: 5,
  ...more,
});

describe('a snooze', () => {
  test.each([
    ['tomorrow', '2026-01-30', '2026-01-31'],
    ['next-week', '2026-01-30', '2026-02-02'],
    ['next-week', '2026-02-02', '2026-02-09'],
    ['2-weeks', '2026-01-30', '2026-02-13'],
    ['1-month', '2026-01-30', '2026-02-28'],
    ['3-months', '2026-11-30', '2027-02-28'],
  ] as const)('“%s” on %s waits until %s', (snooze, today, until) => expect(snoozeUntil(snooze, today)).toBe(until));

  test('always lies ahead', () => {
    const day = fc.integer({ min: 0, max: 40_000 }).map((n) => addDays('1970-01-01', n));
    fc.assert(fc.property(fc.constantFrom(...SNOOZES), day, (snooze, today) => void expect(snoozeUntil(snooze, today) > today).toBe(true)));
  });
});

describe('a line without a record of its own', () => {
  const changed = (act: Act, old: Handled | null = null): Handled => handle({ line: birthday, row: old }, act, TODAY, NOW).handled!;

  test('is done under its own key', () => {
    expect(handle({ line: birthday, row: null }, { how: 'done' }, TODAY, NOW)).toEqual({
      followUp: null,
      handled: row({ status: 'done', on: TODAY, createdAt: NOW, updatedAt: NOW }),
    });
  });

  test('is skipped with the reason', () => {
    expect(changed({ how: 'skip', reason: ' told by phone ' })).toMatchObject({ status: 'skipped', reason: 'told by phone' });
    expect(changed({ how: 'skip', reason: 'x'.repeat(900) }).reason).toHaveLength(200);
  });

  test('waits until a day ahead; a day that is past means tomorrow', () => {
    expect(changed({ how: 'snooze', until: '2026-02-09' })).toMatchObject({ status: 'open', until: '2026-02-09' });
    expect(changed({ how: 'snooze', until: TODAY })).toMatchObject({ until: '2026-01-31' });
  });

  test('keeps its pin until it is done, skipped or snoozed', () => {
    const pinned = changed({ how: 'pin', pinned: true });
    expect(pinned).toMatchObject({ status: 'open', pinned: true });
    expect(changed({ how: 'reopen' }, pinned).pinned).toBe(true);
    for (const act of [{ how: 'done' }, { how: 'skip', reason: '' }, { how: 'snooze', until: '2026-02-09' }] as const) {
      expect(changed(act, pinned).pinned).toBe(false);
    }
    expect(changed({ how: 'pin', pinned: false }, pinned).pinned).toBe(false);
  });

  test('is open again as before', () => {
    expect(changed({ how: 'reopen' }, row({ status: 'skipped', reason: 'no' }))).toMatchObject({ status: 'open', reason: '', until: null });
  });
});

describe('a follow-up', () => {
  const acted = (act: Act, old: Handled | null = null) => handle({ line: promise, row: old }, act, TODAY, NOW);

  test.each<[string, Act, object]>([
    ['is done in its own row', { how: 'done' }, { status: 'done' }],
    ['is skipped in its own row', { how: 'skip', reason: '' }, { status: 'skipped' }],
    ['is snoozed by another due day', { how: 'snooze', until: '2026-02-09' }, { due: '2026-02-09' }],
    ['is opened again in its own row', { how: 'reopen' }, { status: 'open' }],
  ])('%s, and nowhere else', (_, act, fields) => {
    expect(acted(act)).toEqual({ handled: null, followUp: { id: 'f1', fields } });
  });

  test('is pinned in a row of its line', () => {
    expect(acted({ how: 'pin', pinned: true })).toMatchObject({ followUp: null, handled: { id: promise.key, pinned: true } });
  });

  test('keeps the reason for which it was skipped, and the line’s row never says what the follow-up’s says', () => {
    const { handled } = acted({ how: 'skip', reason: 'bought elsewhere' });
    expect(handled).toMatchObject({ reason: 'bought elsewhere', status: 'open', until: null });
    expect(acted({ how: 'done' }, row({ id: promise.key, pinned: true })).handled).toMatchObject({ status: 'open', pinned: false });
  });
});

describe('a row', () => {
  test.each<[string, Partial<Handled> | undefined, boolean]>([
    ['that is not there keeps nothing away', undefined, false],
    ['that is open keeps nothing away', {}, false],
    ['that is done keeps the line away', { status: 'done' }, true],
    ['that is skipped keeps the line away', { status: 'skipped' }, true],
    ['that waits for a later day keeps the line away', { until: '2026-01-31' }, true],
    ['that waits for today lets the line come', { until: TODAY }, false],
  ])('%s', (_, more, away) => expect(isAway(more && row(more), TODAY)).toBe(away));

  test('that was done was being in touch; one that was skipped was not', () => {
    expect(
      lastDone([
        row({ status: 'skipped', on: '2026-01-29' }),
        row({ status: 'done', on: '2026-01-10' }),
        row({ status: 'done', on: '2026-01-12' }),
      ]),
    ).toBe('2026-01-12');
    expect(lastDone([])).toBeNull();
  });
});

test('whatever is done to a line, what is to be stored can be stored', () => {
  const day = fc.integer({ min: 20_000, max: 24_000 }).map((n) => addDays('1970-01-01', n));
  const act: fc.Arbitrary<Act> = fc.oneof(
    fc.constant<Act>({ how: 'done' }),
    fc.record({ how: fc.constant('snooze' as const), until: day }),
    fc.record({ how: fc.constant('skip' as const), reason: fc.string({ maxLength: 400 }) }),
    fc.record({ how: fc.constant('pin' as const), pinned: fc.boolean() }),
    fc.constant<Act>({ how: 'reopen' }),
  );
  fc.assert(
    fc.property(fc.constantFrom(birthday, promise), fc.array(fc.tuple(act, day), { minLength: 1, maxLength: 6 }), (line, acts) => {
      let kept: Handled | null = null;
      for (const [one, today] of acts) kept = handle({ line, row: kept }, one, today, NOW).handled ?? kept;
      if (kept) expect(handledSchema.parse(kept)).toEqual(kept);
    }),
  );
});
