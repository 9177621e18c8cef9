import { expect, test } from 'vitest';
import { folding, type Unfolded } from './fold';

const person = (row: number, more: Partial<Unfolded>): Unfolded => ({
  ...{
    row,
    name: 'Anna',
    phones: [],
    emails: [],
    tags: [],
    company: '',
    source: '',
    bonds: [],
    type: null,
    cadence: null,
    quietUntil: null,
  },
  ...{ ids: [], note: '', stage: '', dates: [], own: {}, addedOn: null },
  ...more,
});

test('A row said twice is one, a name alone joins nobody, a number of one’s own does', () => {
  const fold = folding(['phone', 'email']);
  const phones = ['+4915112348765'];
  expect(fold(person(2, { phones }))).toEqual({ twice: false, joins: null });
  expect(fold(person(3, { phones }))).toEqual({ twice: true });
  expect(fold(person(4, {}))).toEqual({ twice: false, joins: null });
  expect(fold(person(5, { company: 'Oak' }))).toEqual({ twice: false, joins: null });
  // Place 3: the row that was there twice has none.
  expect(fold(person(6, { phones, emails: ['Anna@oak.de'] }))).toEqual({ twice: false, joins: 0 });
  // By way of another row; the first one is named, never one who joins somebody.
  expect(fold(person(7, { emails: ['anna@oak.de'], note: 'x' }))).toEqual({ twice: false, joins: 0 });
});

test('A hotline and a mailbox of many join nobody, and what is no key joins nobody', () => {
  const fold = folding(['phone', 'email']);
  const shared = { phones: ['+864001234567'], emails: ['info@oak.de'], ids: [{ site: 'linkedin', value: 'anna', link: null }] };
  expect([fold(person(2, shared)), fold(person(3, { ...shared, name: 'Ben' }))]).toEqual([
    { twice: false, joins: null },
    { twice: false, joins: null },
  ]);
});
