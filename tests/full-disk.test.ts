// The disk is full at every single write of every message that changes something: what it did is there whole, or it says that it was not done.
import { afterEach, describe, expect, test, vi } from 'vitest';
import { fullFrom } from './support/full-disk';
import { kept, play, sameChance } from './support/play';
import { writes } from './support/every-write';

vi.mock('webextension-polyfill', () => import('./support/browser'));

afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

/** Of the chances of the write: the stage has used other ids. */
const WRITING = 2;

describe.each(Object.entries(writes))('%s', (_, cases) => {
  test.each(Object.entries(cases))('%s, or says that the disk is full', async (_name, one) => {
    const whole = await play(one);
    sameChance(WRITING);
    await whole.write();
    const done = await kept();

    // Nothing is set up anew after a refusal: whoever is told that the disk is full makes room and tries the same again.
    const { before, write } = await play(one);
    for (let at = 1; ; at += 1) {
      sameChance(WRITING);
      const said = await fullFrom(at, write);
      const now = await kept();
      if (said === 'ok') expect(now, `full at write ${at}, and said to be done`).toEqual(done);
      else {
        expect(said, `full at write ${at}`).toBe('full');
        expect(now, `full at write ${at}, and said to be not done`).toEqual(before);
      }
      // What is refused after that is worked out anew at any time.
      if (said === 'ok') break;
    }
  });
});
