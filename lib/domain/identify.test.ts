import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { identify, type Candidate } from './identify';

const named = (identityId: string, overlap: number): Candidate => ({ identityId, isNamed: true, overlap });
const other = (identityId: string, overlap: number): Candidate => ({ identityId, isNamed: false, overlap });

describe('who somebody is on a site that shows only names', () => {
  test.each<[string, Candidate[], ReturnType<typeof identify>]>([
    ['nobody remembered is a stranger', [], { is: 'stranger' }],
    ['other names do not matter', [other('1', 0)], { is: 'stranger' }],
    ['a message seen before proves the person', [named('1', 2)], { is: 'known', identityId: '1' }],
    ['a rename is followed by the messages', [other('1', 1)], { is: 'known', identityId: '1' }],
    ['of two Annas the one with known messages is meant', [named('1', 0), named('2', 3)], { is: 'known', identityId: '2' }],
    ['messages of one under the name of another are a question', [named('1', 0), other('2', 1)], { is: 'ask', identityIds: ['2', '1'] }],
    ['the name alone is a question', [named('1', 0)], { is: 'ask', identityIds: ['1'] }],
    ['two Annas without messages are a question', [named('1', 0), named('2', 0)], { is: 'ask', identityIds: ['1', '2'] }],
    [
      'messages of two people under the name of a third are a question about all three',
      [other('1', 1), other('2', 1), named('3', 0)],
      { is: 'ask', identityIds: ['1', '2', '3'] },
    ],
  ])('%s', (_, candidates, verdict) => {
    expect(identify(candidates)).toEqual(verdict);
  });

  test('nobody is ever taken for known without a message seen before', () => {
    const candidate = fc.record({ identityId: fc.uuid(), isNamed: fc.boolean(), overlap: fc.nat(2) });
    fc.assert(
      fc.property(fc.array(candidate), (candidates) => {
        const verdict = identify(candidates);
        if (verdict.is === 'known') expect(candidates.find((one) => one.identityId === verdict.identityId)!.overlap).toBeGreaterThan(0);
        if (verdict.is === 'stranger') expect(candidates.every((one) => one.overlap === 0 && !one.isNamed)).toBe(true);
      }),
    );
  });
});
