import { describe, expect, test } from 'vitest';
import { ANSWERED_WITHIN_MS, isAnswer, isSending, SENT_WITHIN_MS } from './credit';

const T = 1_800_000_000_000;

describe('an inserted reply', () => {
  const inserted = { insertedAt: T, sentAt: null, answeredAt: null };
  test.each([
    [0, true],
    [SENT_WITHIN_MS, true],
    [SENT_WITHIN_MS + 1, false],
    [-1_000, true],
    [-1_001, false],
  ])('is sent by a message %i ms later: %s', (after, sent) => expect(isSending(inserted, T + after)).toBe(sent));

  test('is sent once', () => expect(isSending({ ...inserted, sentAt: T + 1 }, T + 2)).toBe(false));
  test('is not answered before it was sent', () => expect(isAnswer(inserted, T + 5)).toBe(false));
});

describe('a sent reply', () => {
  const sent = { insertedAt: T, sentAt: T + 10, answeredAt: null };
  test.each([
    [9, false],
    [10, true],
    [10 + ANSWERED_WITHIN_MS, true],
    [11 + ANSWERED_WITHIN_MS, false],
  ])('is answered by a message %i ms after the insert: %s', (after, answered) => expect(isAnswer(sent, T + after)).toBe(answered));

  test('is answered once', () => expect(isAnswer({ ...sent, answeredAt: T + 20 }, T + 30)).toBe(false));
});
