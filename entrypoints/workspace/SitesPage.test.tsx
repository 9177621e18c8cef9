// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import 'temporal-polyfill/global';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { SiteRow, TabRow } from '../../lib/messages/protocol';
import { SitesPage } from './SitesPage';
import { answerWith, asked, permissions } from './stand-in';

vi.mock('webextension-polyfill', async () => ({ default: (await import('./stand-in')).browser }));
beforeEach(() => vi.clearAllMocks());
afterEach(cleanup);

const site = (more: Partial<SiteRow>): SiteRow => ({
  id: 'chat',
  name: 'Chat',
  origins: ['https://chat.example/*'],
  selfHosted: false,
  taught: false,
  granted: false,
  off: false,
  everyone: false,
  surface: 'overlay',
  slash: true,
  ...more,
});
const background = (row: SiteRow, tabs: TabRow[] = []) =>
  answerWith({
    'site.list': () => ({ sites: [row] }),
    'site.tabs': () => ({ tabs }),
    'site.set': () => ({}),
    'site.sync': () => ({}),
    'site.adopt': () => ({}),
  });
const orders = () => asked.filter(({ name }) => name !== 'site.list' && name !== 'site.tabs');

describe('the page of sites', () => {
  it('asks the browser within the click, then switches on', async () => {
    background(site({}));
    render(<SitesPage onDone={() => undefined} />);
    fireEvent.click(await screen.findByRole('switch', { name: 'Chat' }));
    // No await before this line: after one, the browser would refuse to ask.
    expect(permissions.request).toHaveBeenCalledWith({ origins: ['https://chat.example/*'] });
    await waitFor(() => expect(orders().map(({ name }) => name)).toEqual(['site.set', 'site.sync']));
    expect(orders()[0]?.request).toEqual({ site: 'chat', off: false });
  });

  it('changes nothing when the answer is no, and says so', async () => {
    permissions.request.mockResolvedValueOnce(false);
    background(site({}));
    render(<SitesPage onDone={() => undefined} />);
    fireEvent.click(await screen.findByRole('switch', { name: 'Chat' }));
    expect(await screen.findByText(/did not get your permission/)).toBeTruthy();
    expect(orders()).toEqual([]);
  });

  it('marks a site as off before it gives the permission back', async () => {
    background(site({ granted: true }));
    render(<SitesPage onDone={() => undefined} />);
    const button = await screen.findByRole('switch', { name: 'Chat' });
    expect(button.getAttribute('aria-checked')).toBe('true');
    permissions.remove.mockImplementationOnce(async () => {
      expect(orders()[0]?.request).toEqual({ site: 'chat', off: true });
      return true;
    });
    fireEvent.click(button);
    await waitFor(() => expect(orders().map(({ name }) => name)).toEqual(['site.set', 'site.sync']));
    expect(permissions.remove).toHaveBeenCalledWith({ origins: ['https://chat.example/*'] });
  });

  it('says of each open tab how well it can be read', async () => {
    const tab = (id: number, more: Partial<TabRow>): TabRow => ({
      tab: id,
      site: 'chat',
      title: `Tab ${id}`,
      running: true,
      waiting: false,
      reading: null,
      ...more,
    });
    const since = new Date(2026, 2, 3, 14, 5).getTime();
    background(site({ granted: true }), [
      tab(1, { reading: { state: 'reading', missing: [], since } }),
      tab(2, { reading: { state: 'partly', missing: ['messages'], since } }),
      tab(3, { reading: { state: 'unrecognised', missing: [], since } }),
      tab(4, { running: false }),
      tab(5, { site: 'other' }),
    ]);
    render(<SitesPage onDone={() => undefined} />);
    const list = await screen.findByRole('list', { name: 'Open tabs' });
    expect([...list.children].map((item) => item.querySelector('p')!.textContent)).toEqual([
      'Reading. Tab 1',
      'Partly: the messages cannot be found. What depends on it is not counted. Tab 2',
      expect.stringMatching(/^Not recognised since 0?2:05.PM\. Nothing is counted; your notes are safe\. Tab 3$/),
      'Reload the tab to start. Tab 4',
    ]);
  });

  it('offers a report about each tab in which the script runs, but not of what the user taught', async () => {
    const tab = (id: number, running: boolean): TabRow => ({
      tab: id,
      site: 'chat',
      title: `Tab ${id}`,
      running,
      waiting: false,
      reading: null,
    });
    background(site({ granted: true }), [tab(1, true), tab(2, false)]);
    const { unmount } = render(<SitesPage onDone={() => undefined} />);
    expect(await screen.findByRole('button', { name: 'Copy a report about Tab 1' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Copy a report about Tab 2' })).toBeNull();
    unmount();
    background(site({ granted: true, taught: true }), [tab(1, true)]);
    render(<SitesPage onDone={() => undefined} />);
    expect(await screen.findByText(/Tab 1/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: /Copy a report/ })).toBeNull();
  });

  it('takes a self-hosted address away', async () => {
    background(site({ selfHosted: true, origins: ['https://own.example'] }));
    render(<SitesPage onDone={() => undefined} />);
    fireEvent.click(await screen.findByRole('button', { name: 'Remove own.example' }));
    await waitFor(() =>
      expect(orders()[0]).toEqual({ name: 'site.adopt', request: { site: 'chat', origin: 'https://own.example', on: false } }),
    );
    await waitFor(() => expect(permissions.remove).toHaveBeenCalledWith({ origins: ['https://own.example/*'] }));
  });
});
