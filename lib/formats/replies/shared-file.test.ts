import fc from 'fast-check';
import { expect, test } from 'vitest';
import { OCCASIONS } from '../../domain/reply-records';
import { CUSTOMER_TYPES, TIERS } from '../../domain/kinds';
import type { Portable } from '../../domain/portable-reply';
import { readReplies } from './index';
import { writeJson, writeTable } from './shared-file';

const NAMES: Record<string, string> = { lead: 'new lead', s1: 'Sample, sent', s2: '已报价' };
const words = (maxLength: number) =>
  fc.string({ unit: fc.constantFrom('a', 'B', '价', '=', '+', '"', "'", ',', ';', ' ', '{', '😀', '\\'), maxLength });
const some = <T>(of: readonly T[]) => fc.subarray([...of]);
const portable: fc.Arbitrary<Portable> = fc.record({
  title: words(30),
  body: fc.tuple(words(20), fc.constantFrom('x', '-1', '@x', '{{name}}', '\n', '\n\n=2\n'), words(20)).map((parts) => `${parts.join('')}.`),
  shortcut: words(12),
  language: fc.constantFrom('en' as const, 'zh' as const, null),
  folder: words(20),
  tags: fc.uniqueArray(words(12), { maxLength: 4 }),
  fits: fc.record({ types: some(CUSTOMER_TYPES), tiers: some(TIERS), stages: some(Object.keys(NAMES)), occasions: some(OCCASIONS) }),
  sells: fc.boolean(),
});

test('What is shared comes back the same, from JSON and from CSV, with the names of stages', () => {
  fc.assert(
    fc.property(fc.array(portable, { minLength: 1, maxLength: 4 }), (replies) => {
      const named = replies.map((reply) => ({ ...reply, fits: { ...reply.fits, stages: reply.fits.stages.map((id) => NAMES[id]!) } }));
      for (const text of [writeJson(replies, (id) => NAMES[id]!), writeTable(replies, (id) => NAMES[id]!)]) {
        const read = readReplies(new TextEncoder().encode(text), 'replies').read;
        expect(read).toMatchObject({ ok: true, found: { program: 'rapport', rejected: [], replies: named } });
      }
    }),
    { seed: 11, numRuns: 400 },
  );
});

test('Nothing but the template is in the file', () => {
  const reply = {
    ...{ title: 'T', body: 'B', shortcut: '', language: null, folder: '', tags: [], sells: false },
    ...{ fits: { types: [], tiers: [], stages: [], occasions: [] }, uses: 7, id: 'secret-id', lastUsedAt: 123456789 },
  };
  const json = writeJson([reply], String);
  expect(Object.keys((JSON.parse(json) as { replies: object[] }).replies[0]!)).toEqual(
    'title body shortcut language folder tags fits sells'.split(' '),
  );
});

test('What somebody wrote into such a file and is no reply is rejected', () => {
  const good = { title: 'T', body: 'B' };
  const file = {
    format: 'rapport-replies',
    version: 1,
    replies: [good, { title: 'Empty', body: ' ' }, { title: 'Odd', body: 'B', tags: 'x' }, 7, null, { ...good, body: 'x'.repeat(10_001) }],
  };
  const read = readReplies(new TextEncoder().encode(JSON.stringify(file)), 'a.json').read;
  expect(read).toMatchObject({
    found: {
      replies: [{ title: 'T', body: 'B', shortcut: '', sells: false }],
      rejected: [{ title: 'Empty', why: 'empty' }, { title: 'Odd', why: 'wrong' }, { why: 'empty' }, { why: 'empty' }, { why: 'wrong' }],
    },
  });
});
