import { expect, test } from 'vitest';
import { changedChoices, defaultTableChoices, MOST_VIEWS, tableChoicesSchema, type BookView } from './choices';
import { everybodyByName } from './first-query';

const view = (id: string, name = id): BookView => ({ id, name, query: everybodyByName, columns: ['tier'] });

test('a view takes the place of the one with its name, and goes when it is removed', () => {
  let choices = changedChoices(defaultTableChoices, { what: 'save', view: view('a', 'Hot ') });
  choices = changedChoices(choices, { what: 'save', view: view('b', 'Cold') });
  choices = changedChoices(choices, { what: 'save', view: view('c', 'Hot') });
  expect(choices.views.map(({ id, name }) => [id, name])).toEqual([
    ['b', 'Cold'],
    ['c', 'Hot'],
  ]);
  expect(changedChoices(choices, { what: 'remove', view: 'b' }).views.map(({ id }) => id)).toEqual(['c']);
  expect(changedChoices(choices, { what: 'columns', columns: [] })).toMatchObject({ columns: [], views: choices.views });
});

test('there are never more views than settings hold', () => {
  let choices = defaultTableChoices;
  for (let n = 0; n < MOST_VIEWS + 3; n++) choices = changedChoices(choices, { what: 'save', view: view(`v${n}`) });
  expect(tableChoicesSchema.safeParse(choices).success).toBe(true);
  expect(choices.views.at(-1)!.id).toBe(`v${MOST_VIEWS + 2}`);
});
