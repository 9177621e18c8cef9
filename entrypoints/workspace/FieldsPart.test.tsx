// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import 'temporal-polyfill/global';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ownFieldSchema, type OwnField } from '../../lib/domain/own-field';
import { changedFields, type OwnFieldChange } from '../../lib/domain/own-field-change';
import { FieldsPart } from './FieldsPart';
import { answerWith, asked } from './stand-in';

vi.mock('webextension-polyfill', async () => ({ default: (await import('./stand-in')).browser }));
beforeEach(() => done.mockClear());
afterEach(cleanup);

const done = vi.fn();
const field = (id: string, name: string, place: number, more: Partial<OwnField> = {}) =>
  ownFieldSchema.parse({ id, name, place, kind: 'text', createdAt: 1, updatedAt: 1, ...more });
/** The part over fields that change as the background changes them. */
async function open(...first: OwnField[]): Promise<void> {
  let fields = first;
  answerWith({
    'field.list': () => ({ fields }),
    'field.save': (change) => {
      fields = changedFields(fields, change, 5);
      return { undo: 'u1' };
    },
  });
  render(<FieldsPart onDone={done} />);
  await screen.findByLabelText('New field');
}
const given = () => asked.filter(({ name }) => name === 'field.save').map(({ request }) => request as OwnFieldChange);
const write = (label: string, value: string) => {
  fireEvent.input(screen.getByLabelText(label), { target: { value } });
  fireEvent.blur(screen.getByLabelText(label));
};
const click = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

it('makes a field, says how replies name it, and refuses a name that is taken or that no reply could say', async () => {
  await open();
  write('New field', 'Car');
  click('Add');
  expect(await screen.findByText('{{Car}}')).toBeTruthy();
  expect(given()).toMatchObject([{ name: 'Car', kind: 'text' }]);
  for (const [name, why] of [
    ['car', 'There is a field of that name already.'],
    ['a|b', /^Replies cannot say such a name/],
    ['', 'Give the field a name.'],
  ] as const) {
    write('New field', name);
    click('Add');
    expect(await screen.findByText(why)).toBeTruthy();
  }
  expect(given()).toHaveLength(1);
});

it('makes a choice with its options, renames one, adds and removes others', async () => {
  await open();
  write('New field', 'Fuel');
  fireEvent.change(screen.getByLabelText('Kind'), { target: { value: 'choice' } });
  click('Add');
  expect(await screen.findByText('Write at least one option. Commas go between them.')).toBeTruthy();
  write('Options', 'petrol, 纯电、hybrid, Petrol');
  click('Add');
  await screen.findByLabelText('Name of 纯电');
  const { id, options } = given()[0]!;
  expect(options!.map(({ name }) => name)).toEqual(['Petrol', '纯电', 'hybrid']);
  write('Name of hybrid', 'plug-in');
  await screen.findByLabelText('Name of plug-in');
  write('Another option of Fuel', 'diesel');
  await screen.findByLabelText('Name of diesel');
  click('Remove 纯电');
  await waitFor(() => expect(screen.queryByLabelText('Name of 纯电')).toBeNull());
  write('Another option of Fuel', '纯电');
  await screen.findByLabelText('Name of 纯电');
  expect(given().slice(-1)).toEqual([{ id, options: [{ id: options![1]!.id, name: '纯电', removed: false }] }]);
});

it('renames, moves with the keyboard’s place kept, removes with a way back, and brings back', async () => {
  await open(field('car', 'Car', 0), field('size', 'Size', 1));
  write('Name of Size', 'Shoe size');
  await waitFor(() => expect(done).toHaveBeenCalledWith('Renamed to “Shoe size”. Replies that say the old name still work.', 'u1'));
  screen.getByRole('button', { name: 'Move Shoe size up' }).focus();
  click('Move Shoe size up');
  await waitFor(() => expect(given().slice(-1)).toEqual([{ id: 'size', before: 'car' }]));
  await waitFor(() => expect(document.activeElement?.getAttribute('aria-label')).toBe('Move Shoe size down'));
  click('Remove Car');
  await waitFor(() => expect(done).toHaveBeenCalledWith('“Car” is removed. What you wrote there is kept for 30 days.', 'u1'));
  fireEvent.click(await screen.findByRole('button', { name: 'Bring “Car” back' }));
  expect(await screen.findByLabelText('Name of Car')).toBeTruthy();
});
