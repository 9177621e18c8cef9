// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import 'temporal-polyfill/global';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { defaultCare, type Care } from '../../lib/domain/care';
import { changedCare } from '../../lib/domain/care-change';
import { CarePart } from './CarePart';
import { answerWith, asked, type Answers } from './stand-in';

vi.mock('webextension-polyfill', async () => ({ default: (await import('./stand-in')).browser }));
beforeEach(() => done.mockClear());
afterEach(cleanup);

const done = vi.fn();
const nobody = { inStage: {}, left: {} };
const open = async (more: Partial<Care> = {}, answers: Answers = {}) => {
  answerWith({
    'care.get': () => ({ care: { ...defaultCare, ...more }, ...nobody }),
    'care.set': () => ({ undo: 'u1' }),
    'tags.known': () => ({ tags: ['vip', 'village'] }),
    ...answers,
  });
  render(<CarePart onDone={done} />);
  await screen.findByLabelText('Relationship first');
};
const given = () => asked.filter(({ name }) => name === 'care.set').map(({ request }) => (request as { care: unknown }).care);
const write = (label: string, value: string) => {
  fireEvent.input(screen.getByLabelText(label), { target: { value } });
  fireEvent.blur(screen.getByLabelText(label));
};

it('changes what comes first, at once, with a way back', async () => {
  await open();
  fireEvent.click(screen.getByLabelText('Sale first'));
  await waitFor(() => expect(given()).toEqual([{ path: 'convert' }]));
  expect(done).toHaveBeenCalledWith('Kept.', 'u1');
});

it('changes the tier whose field was left, and no other', async () => {
  await open();
  write('deep', '60');
  await waitFor(() => expect(given()).toEqual([{ cadences: { tiers: { deep: 60 } } }]));
  write('sticky', '');
  await waitFor(() => expect(given()[1]).toEqual({ cadences: { tiers: { sticky: null } } }));
});

it('says between which numbers a setting lies, and keeps the wrong one from being stored', async () => {
  await open();
  write('Half-life in days', '2');
  expect(await screen.findByText('Write a whole number from 3 to 365.')).toBeTruthy();
  write('People a day', '12');
  await waitFor(() => expect(given()).toEqual([{ budget: 12 }]));
});

it('leaves one day of work', async () => {
  await open({ restDays: [1, 2, 3, 4, 6, 7] });
  expect(screen.getByLabelText<HTMLInputElement>('Fri').disabled).toBe(true);
  fireEvent.click(screen.getByLabelText('Sat'));
  await waitFor(() => expect(given()).toEqual([{ restDays: { 6: false } }]));
});

it('shows what is stored again when a change was not taken, and says so', async () => {
  await open({}, { 'care.set': () => Promise.reject(new Error('no')) });
  write('People a day', '12');
  expect(await screen.findByText(/That did not work/)).toBeTruthy();
  expect(screen.getByLabelText<HTMLInputElement>('People a day').value).toBe('10');
});

describe('cadences', () => {
  it('by tag are added, changed and taken away, each alone', async () => {
    await open({ cadences: { ...defaultCare.cadences, tags: { school: 90 } } });
    write('school', '60');
    await waitFor(() => expect(given()).toEqual([{ cadences: { tags: { school: 60 } } }]));
    fireEvent.input(screen.getByLabelText('Tag'), { target: { value: 'vi' } });
    await waitFor(() =>
      expect([...screen.getByLabelText<HTMLInputElement>('Tag').list!.options].map(({ value }) => value)).toEqual(['vip', 'village']),
    );
    fireEvent.submit(screen.getByLabelText('Tag').closest('form')!);
    expect(await screen.findByText('Write a whole number from 1 to 1000.')).toBeTruthy();
    fireEvent.input(screen.getByLabelText('Days'), { target: { value: '7' } });
    fireEvent.submit(screen.getByLabelText('Tag').closest('form')!);
    await waitFor(() => expect(given()[1]).toEqual({ cadences: { tags: { vi: 7 } } }));
    await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>('Tag').value).toBe(''));
    fireEvent.click(screen.getByRole('button', { name: 'No own days for school' }));
    await waitFor(() => expect(given()[2]).toEqual({ cadences: { tags: { school: null } } }));
  });

  it('by type hold for that type', async () => {
    await open();
    write('loyal customer', '20');
    await waitFor(() => expect(given()).toEqual([{ cadences: { types: { loyal: 20 } } }]));
  });
});

describe('stages', () => {
  const names = () => screen.getAllByLabelText<HTMLInputElement>(/^Name of /).map(({ value }) => value);

  it('are renamed and given days; the word of a first one is not taken for a name', async () => {
    await open();
    expect(names()).toEqual(['new lead', 'contacted', 'visited', 'trying it', 'quoted']);
    write('Name of quoted', 'Offer sent');
    write('Most days in quoted', '');
    await waitFor(() =>
      expect(given()).toEqual([{ stages: [{ id: 'quoted', name: 'Offer sent' }] }, { stages: [{ id: 'quoted', days: null }] }]),
    );
    cleanup();
    await open({ stages: [{ id: 'quoted', name: 'Offer sent', days: 3, removed: false }] });
    write('Name of Offer sent', 'quoted');
    await waitFor(() => expect(given()).toEqual([{ stages: [{ id: 'quoted', name: '' }] }]));
  });

  it('have different names', async () => {
    await open();
    write('Name of quoted', 'Visited');
    expect(await screen.findByText('There is a stage of that name already.')).toBeTruthy();
    expect(given()).toEqual([]);
  });

  it('are moved by buttons that keep the focus', async () => {
    let care = defaultCare;
    await open(
      {},
      {
        'care.get': () => ({ care, ...nobody }),
        'care.set': ({ care: change }) => {
          care = changedCare(care, change, new Set());
          return { undo: 'u1' };
        },
      },
    );
    const down = screen.getByRole('button', { name: 'Move visited down' });
    down.focus();
    fireEvent.click(down);
    await waitFor(() => expect(names()).toEqual(['new lead', 'contacted', 'trying it', 'visited', 'quoted']));
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Move visited down' }));
    fireEvent.click(screen.getByRole('button', { name: 'Move visited down' }));
    await waitFor(() => expect(names().at(-1)).toBe('visited'));
    // There is no further down: the way back is one key away.
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Move visited up' }));
    fireEvent.click(screen.getByRole('button', { name: 'Move visited up' }));
    await waitFor(() => expect(names()).toEqual(['new lead', 'contacted', 'trying it', 'visited', 'quoted']));
  });

  it('are added at the end, once they have a name', async () => {
    await open();
    const form = within(screen.getByLabelText('New stage').closest('form')!);
    fireEvent.submit(screen.getByLabelText('New stage').closest('form')!);
    expect(await form.findByText('Give the stage a name.')).toBeTruthy();
    fireEvent.input(form.getByLabelText('New stage'), { target: { value: 'Sample sent' } });
    fireEvent.input(form.getByLabelText('Most days'), { target: { value: '5' } });
    fireEvent.submit(screen.getByLabelText('New stage').closest('form')!);
    await waitFor(() => expect(given()).toMatchObject([{ stages: [{ name: 'Sample sent', days: 5, before: null }] }]));
  });

  it('are removed with word of who stays in them, who is named until moved', async () => {
    await open({}, { 'care.get': () => ({ care: defaultCare, inStage: { quoted: 3 }, left: {} }) });
    fireEvent.click(screen.getByRole('button', { name: 'Remove quoted' }));
    await waitFor(() => expect(given()).toEqual([{ stages: [{ id: 'quoted', removed: true }] }]));
    await waitFor(() => expect(done).toHaveBeenCalledWith('“quoted” is removed. 3 people stay in it until you move them.', 'u1'));
    cleanup();
    const stages = defaultCare.stages.map((stage) => ({ ...stage, removed: stage.id === 'quoted' }));
    await open(
      { stages },
      {
        'care.get': () => ({ care: { ...defaultCare, stages }, inStage: { quoted: 1 }, left: { quoted: [{ id: 'anna', name: 'Anna' }] } }),
      },
    );
    expect(names()).not.toContain('quoted');
    expect(screen.getByRole('link', { name: 'Anna' }).getAttribute('href')).toBe('#/contacts/anna');
    fireEvent.click(screen.getByRole('button', { name: 'Bring it back' }));
    await waitFor(() => expect(given()).toEqual([{ stages: [{ id: 'quoted', removed: false }] }]));
  });

  it('of the first ones come back as they were', async () => {
    await open({ stages: defaultCare.stages.slice(0, 4) });
    fireEvent.click(screen.getByRole('button', { name: 'Bring “quoted” back' }));
    await waitFor(() => expect(given()).toEqual([{ stages: [{ id: 'quoted', name: '', days: 14, before: null }] }]));
  });
});

it('chooses where numbers without a country code belong', async () => {
  await open();
  const field = screen.getByLabelText<HTMLSelectElement>(/^Numbers without a country code/);
  fireEvent.change(field, { target: { value: 'DE' } });
  await waitFor(() => expect(given()).toEqual([{ country: 'DE' }]));
});
