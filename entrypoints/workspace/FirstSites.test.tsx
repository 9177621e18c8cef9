// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { SiteRow } from '../../lib/messages/protocol';
import { FirstSites } from './FirstSites';
import { answerWith, asked, permissions } from './stand-in';

vi.mock('webextension-polyfill', async () => ({ default: (await import('./stand-in')).browser }));
beforeEach(() => vi.clearAllMocks());
afterEach(cleanup);

const site = (id: string, more: Partial<SiteRow> = {}): SiteRow => ({
  id,
  name: id,
  origins: [`https://${id}.example/*`],
  selfHosted: false,
  taught: false,
  granted: false,
  off: false,
  everyone: false,
  surface: 'overlay',
  slash: true,
  ...more,
});
const sites = [site('one'), site('two'), site('three', { granted: true }), site('own', { selfHosted: true, origins: [] })];
const orders = () => asked.filter(({ name }) => name !== 'site.list');
beforeEach(() => answerWith({ 'site.list': () => ({ sites }), 'site.set': () => ({}), 'site.sync': () => ({}) }));

describe('choosing the first sites', () => {
  it('asks the browser once, within the click, for all that were chosen', async () => {
    render(<FirstSites />);
    for (const name of ['one', 'two']) fireEvent.click(await screen.findByRole('switch', { name }));
    expect(permissions.request).not.toHaveBeenCalled();
    fireEvent.click(screen.getByRole('button', { name: 'Allow these 2 sites' }));
    expect(permissions.request).toHaveBeenCalledOnce();
    expect(permissions.request).toHaveBeenCalledWith({ origins: ['https://one.example/*', 'https://two.example/*'] });
    await waitFor(() => expect(orders().map(({ name }) => name)).toEqual(['site.set', 'site.set', 'site.sync']));
  });

  it('does not ask for a choice that was taken back, nor for nothing', async () => {
    render(<FirstSites />);
    for (const turn of [1, 2]) fireEvent.click(await screen.findByRole('switch', { name: 'one' }), { detail: turn });
    fireEvent.click(screen.getByRole('button', { name: 'Choose a site first' }));
    expect(permissions.request).not.toHaveBeenCalled();
  });

  it('keeps the choice and says so when the answer is no', async () => {
    permissions.request.mockResolvedValueOnce(false);
    render(<FirstSites />);
    fireEvent.click(await screen.findByRole('switch', { name: 'one' }));
    fireEvent.click(screen.getByRole('button', { name: 'Allow this site' }));
    expect(await screen.findByText(/did not get your permission/)).toBeTruthy();
    expect(screen.getByRole('switch', { name: 'one' }).getAttribute('aria-checked')).toBe('true');
    expect(orders()).toEqual([]);
  });

  it('switches a site off that is on', async () => {
    render(<FirstSites />);
    fireEvent.click(await screen.findByRole('switch', { name: 'three' }));
    await waitFor(() => expect(orders()[0]).toEqual({ name: 'site.set', request: { site: 'three', off: true } }));
  });
});
