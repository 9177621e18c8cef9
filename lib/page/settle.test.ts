import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { makeSettler, type Settler, type Verdict } from './settle';

let settler: Settler;
let now: number;
beforeEach(() => {
  settler = makeSettler();
  now = 0;
});

/** Looks `after` ms later: who the header says it is, and which message keys are on the screen. */
const look = (after: number, identity: string | null, keys = '', weak = false): Verdict => {
  now += after;
  return settler.judge({ identity, keys: new Set(keys), weak }, now);
};
const agrees = (identity: string | null, keys = '', weak = false): boolean => settler.agrees({ identity, keys: new Set(keys), weak });

/** Opens a conversation as it comes at the start, and waits until it is believed. */
const open = (identity: string | null, keys = '', weak = false): void => {
  look(0, identity, keys, weak);
  expect(look(120, identity, keys, weak)).toBe('open');
};

describe('where keys are made from words', () => {
  beforeEach(() => {
    settler = makeSettler(true);
  });

  test('one word in common does not make the messages those of the chat before', () => {
    open('A', 'habc');
    look(10, 'B', 'hxyz');
    expect(look(120, 'B', 'hxyz')).toBe('open');
  });

  test('half of them in common does', () => {
    open('A', 'habc');
    look(10, 'B', 'haxy');
    expect(look(120, 'B', 'haxy')).toBe('wait');
    expect(look(10, 'B', 'hxyz')).toBe('open');
    open('C', '');
    expect(look(0, 'C', 'h')).toBe('same');
  });

  test('a chat goes on while messages come and go', () => {
    open('A', 'abc');
    expect(look(10, 'A', 'abcd')).toBe('same');
    expect(agrees('A', 'bcde')).toBe(true);
  });
});

describe('opening a conversation', () => {
  test('takes a header that has stood for a moment', () => {
    expect(look(0, 'A', 'ab')).toBe('wait');
    expect(look(119, 'A', 'ab')).toBe('wait');
    expect(look(1, 'A', 'ab')).toBe('open');
    expect(look(100, 'A', 'ab')).toBe('same');
  });

  test('starts the moment again when the header flickers', () => {
    look(0, 'A');
    look(100, 'B');
    expect(look(100, 'A')).toBe('wait');
    expect(look(120, 'A')).toBe('open');
  });

  test('when the header changes before the messages, waits until they have changed too', () => {
    open('A', 'abc');
    expect(look(10, 'B', 'abc')).toBe('wait');
    expect(look(500, 'B', 'abc')).toBe('wait');
    expect(look(10, 'B', 'xyz')).toBe('open');
  });

  test('when the messages change before the header, believes nothing in between', () => {
    open('A', 'abc');
    expect(look(10, 'A', 'xyz')).toBe('wait');
    expect(agrees('A', 'xyz')).toBe(false);
    expect(look(10, 'B', 'xyz')).toBe('wait');
    expect(look(120, 'B', 'xyz')).toBe('open');
    expect(agrees('B', 'xyz')).toBe(true);
  });

  test('to none, and to an empty one, needs no messages', () => {
    open('A', 'abc');
    look(10, null, 'abc');
    expect(look(120, null, 'abc')).toBe('open');
    look(10, 'B');
    expect(look(120, 'B')).toBe('open');
    expect(look(10, 'B')).toBe('same');
  });

  test('past another one, does not take the messages of that one, which still stand', () => {
    open('A', 'abc');
    look(10, 'B', 'abc');
    look(300, 'B', 'lmn');
    expect(look(50, 'C', 'lmn')).toBe('wait');
    expect(look(300, 'C', 'lmn')).toBe('wait');
    expect(look(50, 'C', 'xyz')).toBe('open');
  });

  test('past another one that no look saw, waits for its messages to go where the site shows only names', () => {
    open('A', 'abc', true);
    expect(look(50, 'C', 'lmn', true)).toBe('wait');
    expect(look(300, 'C', 'lmn', true)).toBe('wait');
    expect(look(50, 'C', 'xyz', true)).toBe('open');
  });

  test('back within the moment changes nothing', () => {
    open('A', 'abc');
    expect(look(10, 'B', 'abc')).toBe('wait');
    expect(look(50, 'A', 'abc')).toBe('same');
  });
});

describe('the same header', () => {
  test('goes on while messages come, go, and fill an empty list', () => {
    open('A');
    expect(look(10, 'A', 'a')).toBe('same');
    expect(look(10, 'A', 'ab')).toBe('same');
    expect(look(10, 'A', 'bcd')).toBe('same');
    expect(look(10, 'A', '')).toBe('same');
    expect(look(10, 'A', 'de')).toBe('same');
  });

  test('a second person of the same name is another conversation, where the site shows only names', () => {
    open('Anna', 'abc', true);
    expect(look(10, 'Anna', 'xyz', true)).toBe('wait');
    expect(look(399, 'Anna', 'xyz', true)).toBe('wait');
    expect(look(1, 'Anna', 'xyz', true)).toBe('open');
  });

  test('and stays one when the strange messages were only a flicker', () => {
    open('Anna', 'abc', true);
    expect(look(10, 'Anna', 'xyz', true)).toBe('wait');
    expect(look(300, 'Anna', 'cd', true)).toBe('same');
    expect(look(300, 'Anna', 'xyz', true)).toBe('wait');
    expect(look(300, 'Anna', 'xyz', true)).toBe('wait');
  });

  test('a jump far back in the history of a permanent id stays the same conversation', () => {
    open('A', 'abc');
    expect(look(10, 'A', 'xyz')).toBe('wait');
    expect(look(400, 'A', 'xyz')).toBe('same');
    expect(agrees('A', 'xyz')).toBe(true);
  });

  test('an empty list between two people of one name does not hide the change', () => {
    open('Anna', 'abc', true);
    expect(look(10, 'Anna', '', true)).toBe('same');
    expect(look(10, 'Anna', 'xyz', true)).toBe('wait');
    expect(look(400, 'Anna', 'xyz', true)).toBe('open');
  });
});

describe('a rename in place', () => {
  test('is believed once the old messages have stood under the new name for three seconds', () => {
    open('Anna', 'abc', true);
    expect(look(10, 'Anna S.', 'abc', true)).toBe('wait');
    expect(look(2_999, 'Anna S.', 'abcd', true)).toBe('wait');
    expect(look(1, 'Anna S.', 'abcd', true)).toBe('open');
  });
});

describe('on the way through several chats of people known by name only', () => {
  test('the list of one passed by is not taken for the next one’s, whatever the name that was open', () => {
    open('Anna', 'abc', true);
    // Boris was clicked, and the other Anna right after him: his list arrives under her name.
    expect(look(10, 'Boris', 'abc', true)).toBe('wait');
    expect(look(50, 'Anna', 'xyz', true)).toBe('wait');
    expect(look(450, 'Anna', 'xyz', true)).toBe('wait');
    expect(look(200, 'Anna', 'def', true)).toBe('wait');
    expect(look(900, 'Anna', 'def', true)).toBe('open');
  });

  test('it is the same when a third name stands at the end', () => {
    open('Carla', 'abc', true);
    look(10, 'Boris', 'abc', true);
    expect(look(50, 'Anna', 'xyz', true)).toBe('wait');
    expect(look(600, 'Anna', 'xyz', true)).toBe('wait');
    expect(look(100, 'Anna', 'def', true)).toBe('wait');
    expect(look(1_000, 'Anna', 'def', true)).toBe('open');
  });
});

describe('right before writing', () => {
  test('agrees only with the conversation that is open and settled', () => {
    expect(agrees('A', 'abc')).toBe(false);
    look(0, 'A', 'abc');
    expect(agrees('A', 'abc')).toBe(false);
    look(120, 'A', 'abc');
    expect(agrees('A', 'cd')).toBe(true);
    expect(agrees('A', '')).toBe(true);
    expect(agrees('A', 'xyz')).toBe(false);
    expect(agrees('B', 'abc')).toBe(false);
    expect(agrees(null, 'abc')).toBe(false);
  });

  test('never agrees with another header or with strange messages, whatever was seen before', () => {
    const sight = fc.record({
      after: fc.constantFrom(0, 50, 130, 450, 3_100),
      identity: fc.constantFrom('A', 'B', null),
      keys: fc.constantFrom('', 'ab', 'bc', 'xy'),
    });
    fc.assert(
      fc.property(fc.array(sight), sight, fc.boolean(), (sights, last, weak) => {
        settler = makeSettler();
        let opened: string | null | undefined;
        for (const { after, identity, keys } of sights) if (look(after, identity, keys, weak) === 'open') opened = identity;
        if (agrees(last.identity, last.keys, weak)) expect(last.identity).toBe(opened);
      }),
      { numRuns: 1000 },
    );
  });
});
