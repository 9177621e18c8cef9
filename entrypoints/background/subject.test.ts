import { expect, test, vi } from 'vitest';
import { placeOf } from './subject';
import type { Seen } from './tabs';

vi.mock('webextension-polyfill', () => import('../../tests/support/browser'));

const seen: Seen = {
  account: '',
  conversation: { kind: 'person', ids: [{ value: 'Li', kind: 'weak' }], name: 'Li' },
  never: false,
  link: null,
  hashes: ['h1', 'h2'],
};

test('messages prove who somebody is, except on sites where they have no ids', async () => {
  expect((await placeOf('whatsapp', seen))!.hashes).toEqual(['h1', 'h2']);
  expect((await placeOf('bilibili', seen))!.hashes).toEqual([]);
});

test('a conversation that is not kept is no place', async () => {
  expect(await placeOf('whatsapp', { ...seen, conversation: null })).toBeNull();
});
