// @vitest-environment happy-dom
// What the popup says of the page in front, and what it offers there.
import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import type { SiteRow } from '../../lib/messages/protocol';
import { PageStrip, type TabAnswer } from './PageStrip';

afterEach(cleanup);

const site: SiteRow = {
  id: 'chat',
  name: 'Chat',
  origins: ['https://chat.example/*'],
  selfHosted: false,
  taught: false,
  granted: true,
  off: false,
  everyone: false,
  surface: 'overlay',
  slash: true,
};
const acts = {
  enable: vi.fn(),
  switchOn: vi.fn(),
  teach: vi.fn(),
  forget: vi.fn(),
  pause: vi.fn(),
  sidePanel: vi.fn(),
  workspace: vi.fn(),
};
const since = Date.UTC(2026, 2, 3, 14, 5);
const show = (state: Partial<TabAnswer>) =>
  render(
    <PageStrip
      state={{
        origin: 'https://chat.example',
        site,
        running: true,
        waiting: false,
        reading: null,
        recordedToday: 0,
        unteachable: false,
        ...state,
      }}
      recognised={null}
      paused={false}
      zone="UTC"
      acts={acts}
    />,
  );
const words = () => screen.getByRole('status').textContent;
const isTeachable = () => screen.queryByRole('button', { name: 'Teach this site' }) !== null;

test.each([
  ['read', { reading: { state: 'reading', missing: [], since } }, /^Rapport reads Chat\.$/],
  ['partly read', { reading: { state: 'partly', missing: ['account'], since } }, /^Chat, partly: the account cannot be found\.$/],
  ['not recognised', { reading: { state: 'unrecognised', missing: [], since } }, /^Chat not recognised since 0?2:05/],
  ['just loaded', {}, /^Looking at Chat/],
] as const)('a page that is %s is called so', (_, state, said) => {
  show(state as Partial<TabAnswer>);
  expect(words()).toMatch(said);
  expect(isTeachable()).toBe(false);
});

test('a page in which the app was never found may be of another site, and can be taught', () => {
  show({ running: false, waiting: true, reading: { state: 'unrecognised', missing: [], since } });
  expect(words()).toMatch(/^Chat not recognised since 0?2:05/);
  expect(isTeachable()).toBe(true);
});

test('while the script still looks for the app nobody is told to load the page again; where there is no script, they are', () => {
  show({ running: false, waiting: true });
  expect(words()).toMatch(/^Looking at Chat/);
  cleanup();
  show({ running: false });
  expect(words()).toMatch(/^Reload/);
});
