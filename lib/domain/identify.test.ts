import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { identify, type Candidate } from './identify';

const person = (identityId: string, name: string, overlap: number): Candidate => ({ identityId, name, overlap });

describe('who somebody is on a site that shows only names', () => {
  test.each<[string, string, Candidate[], ReturnType<typeof identify>]>([
    ['nobody remembered is a stranger', 'Anna', [], { is: 'stranger' }],
    ['other names do not matter', 'Anna', [person('1', 'Bert', 0)], { is: 'stranger' }],
    ['a message seen before proves the person', 'Anna', [person('1', 'Anna', 2)], { is: 'known', identityId: '1' }],
    ['a rename is followed by the messages', 'Anna Smith', [person('1', 'Anna', 1)], { is: 'known', identityId: '1' }],
    ['of two Annas the one with known messages is meant', 'Anna', [person('1', 'Anna', 0), person('2', 'Anna', 3)], { is: 'known', identityId: '2' }],
    ['messages outweigh a name', 'Anna', [person('1', 'Anna', 0), person('2', 'Bert', 1)], { is: 'known', identityId: '2' }],
    ['the name alone is a question', 'Anna', [person('1', 'Anna', 0)], { is: 'ask', identityIds: ['1'] }],
    ['two Annas without messages are a question', 'Anna', [person('1', 'Anna', 0), person('2', 'Anna', 0)], { is: 'ask', identityIds: ['1', '2'] }],
    ['messages of two people are a question about those two', 'Anna', [person('1', 'Bert', 1), person('2', 'Cora', 1), person('3', 'Anna', 0)], { is: 'ask', identityIds: ['1', '2'] }],
  ])('%s', (_, name, candidates, verdict) => {
    expect(identify(name, candidates)).toEqual(verdict);
  });

  test('nobody is ever taken for known without a message seen before', () => {
    const candidate = fc.record({ identityId: fc.uuid(), name: fc.constantFrom('Anna', 'Bert'), overlap: fc.nat(2) });
    fc.assert(
      fc.property(fc.constantFrom('Anna', 'Bert', 'Cora'), fc.array(candidate), (name, candidates) => {
        const verdict = identify(name, candidates);
        if (verdict.is === 'known') expect(candidates.find((one) => one.identityId === verdict.identityId)!.overlap).toBeGreaterThan(0);
        if (verdict.is === 'stranger') expect(candidates.every((one) => one.overlap === 0 && one.name !== name)).toBe(true);
      }),
    );
  });
});
