// @vitest-environment happy-dom
import { cleanup, render, screen, waitFor } from '@testing-library/preact';
import 'temporal-polyfill/global';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { defaultCare } from '../../lib/domain/care';
import { defaultNumbersChoices } from '../../lib/domain/numbers/choices';
import { takeEarly } from '../../lib/messages/early';
import { askEarly } from './ask-early';
import NumbersPage from './NumbersPage';
import { answerWith, asked, browser, change } from './stand-in';

vi.mock('webextension-polyfill', async () => ({ default: (await import('./stand-in')).browser }));

const settings = { language: 'auto', theme: 'auto', paused: false, blurred: false } as const;
let stayed = 0;
/** The background on a day; so many people stayed where they were. */
const answerOn = (today: string) =>
  answerWith({
    'settings.get': () => settings,
    'numbers.get': () => ({
      ...{ today, stages: defaultCare.stages, sums: [], replies: [], choices: defaultNumbersChoices },
      ...{ rates: defaultCare.rates, movesFrom: null, complete: true },
    }),
    'numbers.flow': () => ({ rows: [{ from: 'shallow', to: 'shallow', many: stayed }], complete: true }),
  });
const names = () => asked.map(({ name }) => name);
const show = () => render(<NumbersPage onDone={() => undefined} />);
const shows = (many: number) => waitFor(() => expect(screen.getByText(new RegExp(`\\b${many} stayed`))).toBeTruthy());

beforeEach(() => {
  vi.useFakeTimers({ now: new Date(2026, 2, 10, 12), toFake: ['Date'] });
  vi.stubGlobal('chrome', browser);
  location.hash = '#/numbers';
  stayed = 30;
  answerOn('2026-03-10');
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  globalThis.askedEarly = undefined;
});

it('the page of numbers is drawn from what was asked before its code was read, and nothing is asked twice', async () => {
  askEarly();
  expect(asked).toEqual([
    { name: 'settings.get', request: {} },
    { name: 'numbers.get', request: {} },
    { name: 'numbers.flow', request: { from: '2026-02-28', to: '2026-03-10' } },
  ]);
  show();
  await shows(30);
  expect(asked).toHaveLength(3);
  // What was taken is not there for the next one, who may come much later.
  cleanup();
  show();
  await shows(30);
  expect(names().slice(3)).toEqual(['numbers.get', 'numbers.flow']);
});

it('what changed before the page was there is shown at once and asked again', async () => {
  askEarly();
  stayed = 31;
  change('moves');
  show();
  await shows(31);
  expect(names().slice(3)).toEqual(['numbers.get', 'numbers.flow']);
});

it('what came to nothing, or was asked of another day than the background’s, is asked again', async () => {
  answerWith({});
  askEarly();
  answerOn('2026-03-11');
  show();
  await shows(30);
  expect(asked.map(({ request }) => request)).toEqual([{}, { from: '2026-02-28', to: '2026-03-11' }]);
});

it('another page asks for nothing but the settings', async () => {
  location.hash = '#/contacts';
  askEarly();
  expect(names()).toEqual(['settings.get']);
  expect(await takeEarly('settings.get', '{}')?.answer).toEqual(settings);
  expect(takeEarly('settings.get', '{}')).toBe(null);
  expect(takeEarly('numbers.get', '{}')).toBe(null);
});
