// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import 'temporal-polyfill/global';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { defaultCare } from '../../lib/domain/care';
import { defaultNumbersChoices } from '../../lib/domain/numbers/choices';
import type { Answer } from '../../lib/messages/protocol';
import NumbersPage from './NumbersPage';
import { answerWith, asked } from './stand-in';

vi.mock('webextension-polyfill', async () => ({ default: (await import('./stand-in')).browser }));
const saved = vi.hoisted(() => ({ files: [] as { blob: Blob; name: string }[] }));
vi.mock('./backup-job', () => ({ saveAs: (blob: Blob, name: string) => saved.files.push({ blob, name }) }));

const EVIL = '=<img src=x onerror=alert(1)>';
const numbers: Answer<'numbers.get'> = {
  today: '2026-03-10',
  stages: defaultCare.stages,
  sums: [
    { month: '', counts: { 'size:EUR:11': 2, 'size:CNY:4': 1 }, money: {} },
    {
      month: '2026-02',
      counts: { new: 15, seen: 9, both: 4, 'i:03': 2, 'o:03': 5, 'w:04': 1, 'way:lead|': 10, 'way:lead,visited|': 4, 'way:lead,visited|won': 1, won: 1, lost: 1, tried: 2, bought: 1, 'took:12': 1, 'priced:EUR': 1, 'priced:USD': 3, 'priced:GBP': 1, repeaters: 1, repeat: 2, [`source:${EVIL}`]: 3 }, // prettier-ignore
      money: {
        'won:EUR': '12000000',
        'won:USD': '24000000',
        'won:GBP': '70000',
        'repeat:EUR': '10000',
        'repeat:USD': '20000',
        'repeat:GBP': '70000',
      },
    },
    { month: '2026-03', counts: { new: 2, seen: 2, both: 1 }, money: {} },
  ],
  replies: [{ id: 'r1', title: 'Price list', sent: 4, answered: 1, edited: 2 }],
  choices: { ...defaultNumbersChoices, wanted: { new: 5 } },
  rates: { into: 'EUR', of: { USD: '0.5' } },
  movesFrom: '2026-02-11',
  complete: true,
};
const said: string[] = [];
beforeEach(() => {
  said.length = 0;
  saved.files.length = 0;
  answerWith({
    'numbers.get': () => numbers,
    'numbers.flow': () => ({
      rows: [
        { from: 'shallow', to: 'shallow', many: 30 },
        { from: 'shallow', to: 'sticky', many: 4 },
        { from: 'deep', to: 'shallow', many: 1 },
        { from: null, to: 'shallow', many: 2 },
      ],
      complete: true,
    }),
    'numbers.set': () => ({ undo: 'u1' }),
  });
  render(<NumbersPage onDone={(words) => said.push(words)} />);
});
afterEach(cleanup);

const picture = (name: string) => screen.findByRole('region', { name });

it('says in sentences what the pictures show, and has each as a table', async () => {
  const flow = await picture('Between the four tiers');
  expect(await within(flow).findByText('Mar 2026: 4 rose, 1 fell. 2 are new. 30 stayed.')).toBeTruthy();
  expect(asked.find(({ name }) => name === 'numbers.flow')?.request).toEqual({ from: '2026-02-28', to: '2026-03-10' });
  fireEvent.click(within(flow).getByRole('button', { name: 'Show as table' }));
  expect(
    within(flow)
      .getAllByRole('row')
      .map((row) => row.textContent),
  ).toEqual(['FromToPeople', 'shallowshallow30', 'shallowsticky4', 'deepshallow1', 'newshallow2']);
  const funnel = await picture('From lead to won deal');
  expect(funnel.textContent).toContain('One won deal takes 15 × new lead → 5 × visited. The true number of leads lies between 4 and 67');
  expect(funnel.textContent).toContain('Won 1, lost 0, still on the way 14.');
});

it('adds up what has a rate of the rep’s own and names the rate; what has none stands apart', async () => {
  const goals = await picture('Six sales goals');
  fireEvent.click(within(goals).getByRole('button', { name: 'Show as table' }));
  expect(within(goals).getByRole('columnheader', { name: 'By your rates: 1 USD = 0.5 EUR' })).toBeTruthy();
  const row = within(goals).getByRole('row', { name: /^2026-02/ });
  expect(row.textContent).toContain('1 EUR · 7 GBP · 2 USD2 EUR (without GBP)');
  const metrics = await picture('The six metrics');
  // 1,200 EUR and 2,400 USD in four orders; the order in GBP is not among them.
  expect(metrics.textContent).toContain('≈ 600 EUR by your rates (1 USD = 0.5 EUR) (without GBP)');
});

it('names a share of few with its interval, and what nobody knows as unknown', async () => {
  const metrics = await picture('The six metrics');
  fireEvent.click(within(metrics).getByRole('button', { name: 'Show as table' }));
  const february = within(metrics).getByRole('row', { name: /^2026-02/ });
  expect(february.textContent).toContain('4 of 9 · 22–70% (few so far)');
  expect(february.textContent).toContain('1,200 EUR');
  // Nobody answered on recommending.
  expect(within(february).getAllByRole('cell')[6]!.textContent).toBe('–');
});

it('keeps a goal, undoable, and says whether it is reached', async () => {
  const goals = await picture('Six sales goals');
  expect(within(goals).getByText('0 of 1 goals reached so far this month.')).toBeTruthy();
  const field = within(goals).getByLabelText('Wanted days, at most');
  fireEvent.input(field, { target: { value: '20' } });
  fireEvent.keyDown(field, { key: 'Enter' });
  await waitFor(() => expect(said).toEqual(['Kept what you want.']));
  expect(asked.find(({ name }) => name === 'numbers.set')).toEqual({
    name: 'numbers.set',
    request: { change: { what: 'goal', goal: 'decision', value: 20 } },
  });
});

it('draws names as text, and saves them so that no spreadsheet takes them for formulas', async () => {
  const sources = await picture('Where people come from');
  expect(sources.querySelector('img')).toBeNull();
  fireEvent.click(within(sources).getByRole('button', { name: 'Save as CSV: Where people come from' }));
  await waitFor(() => expect(saved.files).toHaveLength(1));
  expect(saved.files[0]!.name).toBe('rapport-sources-2026-03-10.csv');
  const text = await saved.files[0]!.blob.text();
  expect(text).toContain('"Channel","Came","Came: of","Came: low %","Came: high %","Wanted %","Bought"');
  expect(text).toContain(`"'${EVIL}","3","3",`);
});

it('keeps currencies apart', async () => {
  const sizes = await picture('Small, medium, large');
  expect(
    within(sizes)
      .getAllByRole('heading', { level: 3 })
      .map((one) => one.textContent),
  ).toEqual(['CNY: medium from 1,000, large from 10,000', 'EUR: medium from 1,000, large from 10,000']);
});

it('goes to earlier months no further than anything is known', async () => {
  const flow = await picture('Between the four tiers');
  const earlier = within(flow).getByRole('button', { name: 'Earlier' });
  fireEvent.click(earlier);
  await waitFor(() => expect(asked.at(-1)).toEqual({ name: 'numbers.flow', request: { from: '2026-01-31', to: '2026-02-28' } }));
  await waitFor(() => expect(earlier.getAttribute('aria-disabled')).toBe('true'));
});
