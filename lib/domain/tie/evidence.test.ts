import { describe, expect, test } from 'vitest';
import { contact, deal, evidence, identity, mark, message, on } from '../../../tests/support/evidence';
import { asOf, bondsIn } from './evidence';

const at = (day: number): number => Date.parse(`${on(day)}T12:00:00Z`);

describe('the evidence of an earlier day', () => {
  test('holds the marks of that day itself, and those after it taken back', () => {
    const marks = [mark('type', '', 'major', 10), mark('bonds', 'benefit', 'affection benefit', 12), mark('stage', 'lead', 'quoted', 14)];
    const given = evidence([], {
      contact: contact({ type: 'major', bonds: ['affection', 'benefit'], stage: 'quoted', stageSince: on(14) }),
      marks: [...marks, mark('stage', '', 'lead', 3)],
    });
    const then = (day: number) => asOf(given, on(day)).contact;
    expect([then(9).type, then(10).type]).toEqual([null, 'major']);
    expect([then(11).bonds, then(12).bonds]).toEqual([['benefit'], ['affection', 'benefit']]);
    expect(then(13)).toMatchObject({ stage: 'lead', stageSince: on(3) });
    expect(then(14)).toMatchObject({ stage: 'quoted', stageSince: on(14) });
    expect(then(2)).toMatchObject({ stage: null, stageSince: null });
  });

  test('counts what was dated until then, and what was never dated', () => {
    const given = evidence(
      [
        { day: 1, out: 2 },
        { day: 20, in: 3 },
      ],
      { identities: [identity({ in: 8, out: 2 })] },
    );
    expect(asOf(given, on(10)).identities).toMatchObject([{ in: 5, out: 2 }]);
    expect(asOf(given, on(20)).identities).toMatchObject([{ in: 8, out: 2 }]);
  });

  test('has an account before it was added only where its history was read', () => {
    const late = { createdAt: at(30) };
    const read = evidence([{ day: 5, in: 2 }], { identities: [identity({ ...late, in: 9 })] });
    expect(asOf(read, on(10)).identities).toMatchObject([{ in: 2, out: 0 }]);
    expect(asOf(read, on(4)).identities).toEqual([]);
    expect(asOf(read, on(30)).identities).toMatchObject([{ in: 9 }]);
  });

  test('has a deal that was closed later still open, and none that was begun later', () => {
    const given = evidence([], {
      deals: [deal('a', { openedOn: on(2), closedOn: on(9) }), deal('b', { openedOn: on(8), closedOn: on(9) })],
    });
    expect(asOf(given, on(5)).deals).toMatchObject([{ id: 'a', status: 'open', closedOn: null }]);
    expect(asOf(given, on(9)).deals).toMatchObject([{ status: 'won' }, { status: 'won' }]);
  });

  test('knows undated messages from the day they were seen', () => {
    const given = evidence([], { interactions: [message('in', null, { seenAt: at(9) })] });
    expect(asOf(given, on(8)).interactions).toEqual([]);
    expect(asOf(given, on(9)).interactions).toHaveLength(1);
  });
});

test('Bonds are read from a mark in their own order, unknown words left out', () => {
  expect(bondsIn('affection kinship loyalty')).toEqual(['kinship', 'affection']);
  expect(bondsIn('')).toEqual([]);
});
