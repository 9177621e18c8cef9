// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import 'temporal-polyfill/global';
import { useState } from 'preact/hooks';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { LeadCard, Request } from '../../lib/messages/protocol';
import { BoardPage, firstBoard } from './BoardPage';
import { answerWith, asked, change, type Answers } from './stand-in';

vi.mock('webextension-polyfill', async () => ({ default: (await import('./stand-in')).browser }));
afterEach(cleanup);

const lead = (name: string, stage: string, more: Partial<LeadCard> = {}): LeadCard => ({
  ...{ id: name.toLowerCase(), kind: 'person', name, in: 1, out: 1, last: null, score: 40, stage, since: '2026-01-01' },
  ...{ dwell: { days: 3, most: 7, over: 0 }, next: null, source: '', nurture: null, deals: [], lostReason: '' },
  ...more,
});
const deal = { id: 'd1', item: 'Floor 4', amount: '33500.10', currency: 'EUR' };
const stages = ['lead', 'quoted', 'won', 'lost'];

/** A background with these leads. */
function give(leads: () => readonly LeadCard[], more: Answers = {}): Answers {
  const of = (stage: string) => leads().filter((one) => one.stage === stage);
  return {
    'board.get': () => ({
      stages: stages.map((id) => ({ id, name: '', days: 7, removed: false, count: of(id).length, over: 0, sums: {} })),
      rates: { into: null, of: {} },
      ...{ holding: null, held: leads().length, letGo: [], complete: true },
    }),
    'board.cards': ({ stage, from, many }) => ({ cards: of(stage).slice(from, from + many), total: of(stage).length }),
    'source.known': () => ({ sources: [] }),
    'book.tags': () => ({ tags: [] }),
    'lead.reasons': () => ({ reasons: ['Too dear'] }),
    'lead.move': () => ({ undo: 'u1' }),
    'lead.score': () => ({ value: null, parts: [{ part: 'next', points: 0, most: 15, why: { word: 'lead_next_none', args: [] } }] }),
    ...more,
  };
}

const onDone = vi.fn();
function Screen() {
  const [query, setQuery] = useState(firstBoard);
  return <BoardPage query={query} onQuery={setQuery} onDone={onDone} />;
}
const card = (name: string) => screen.findByRole('group', { name });
const keys = (on: Element, ...all: string[]) => all.forEach((key) => fireEvent.keyDown(on, { key }));
const moves = () => asked.filter(({ name }) => name === 'lead.move').map(({ request }) => request as Request<'lead.move'>);

describe('the board', () => {
  it('teaches how somebody gets on it while nobody is', async () => {
    answerWith(give(() => []));
    render(<Screen />);
    expect(await screen.findByText(/Nobody is a lead yet/)).toBeTruthy();
  });

  it('is moved on by keys, and tells each step', async () => {
    answerWith(give(() => [lead('Anna', 'lead'), lead('Ben', 'lead')]));
    render(<Screen />);
    const anna = await card('Anna');
    keys(anna, ' ', 'ArrowRight', 'Escape');
    expect(screen.getByText('Anna put back in new lead')).toBeTruthy();
    expect(moves()).toEqual([]);
    keys(anna, ' ');
    await screen.findByText('Anna picked up in new lead');
    keys(anna, 'ArrowRight');
    await screen.findByText('quoted, stage 2 of 4');
    keys(anna, ' ');
    await waitFor(() => expect(onDone).toHaveBeenLastCalledWith('Anna is now in: quoted', 'u1'));
    expect(moves()).toEqual([{ contact: 'anna', to: 'quoted', lostReason: '', deals: [] }]);
  });

  it('gives the focus to the next card when one has left its column', async () => {
    let leads = [lead('Anna', 'lead'), lead('Ben', 'lead')];
    answerWith(give(() => leads));
    render(<Screen />);
    (await card('Anna')).focus();
    leads = [lead('Anna', 'quoted'), lead('Ben', 'lead')];
    change('contacts');
    const quoted = screen.getByRole('region', { name: /^quoted/ });
    await within(quoted).findByRole('group', { name: 'Anna' });
    await waitFor(() => expect(document.activeElement?.getAttribute('aria-label')).toBe('Ben'));
  });

  it('asks why a lead was lost, offers the reasons of before, and closes its deals with it', async () => {
    answerWith(give(() => [lead('Anna', 'quoted', { deals: [deal] })]));
    render(<Screen />);
    const anna = await card('Anna');
    for (const key of [' ', 'ArrowRight', 'ArrowRight', ' ']) keys(anna, key);
    const dialog = await screen.findByRole('dialog', { name: 'This lead is lost' });
    fireEvent.click(await within(dialog).findByRole('radio', { name: 'Too dear' }));
    expect(within(dialog).getByRole<HTMLInputElement>('checkbox', { name: /Floor 4/ }).checked).toBe(true);
    fireEvent.submit(dialog.querySelector('form')!);
    await waitFor(() => expect(moves()).toEqual([{ contact: 'anna', to: 'lost', lostReason: 'Too dear', deals: ['d1'] }]));
  });

  it('says of a score what it is made of', async () => {
    answerWith(give(() => [lead('Anna', 'quoted')]));
    render(<Screen />);
    fireEvent.click(await screen.findByRole('button', { name: /Why this score: Anna/ }));
    const detail = await screen.findByRole('dialog', { name: 'Anna' });
    expect(await within(detail).findByRole('row', { name: /Next step 0 of 15 No next step is planned/ })).toBeTruthy();
  });

  it('draws of a long column the cards in sight, and those further down when they are walked to, while everything keeps changing', async () => {
    const leads = Array.from({ length: 2000 }, (_, n) => lead(`Lead ${n}`, 'lead', { id: `l${n}` }));
    const given = give(() => leads);
    const slow: Answers['board.cards'] = async (request) => {
      await new Promise((resolve) => setTimeout(resolve, 40));
      return given['board.cards']!(request);
    };
    answerWith({ ...given, 'board.cards': slow });
    render(<Screen />);
    const first = await card('Lead 0');
    expect(screen.getAllByRole('group').length).toBeLessThan(40);
    // Faster than answers come.
    const changing = setInterval(() => change('agenda'), 15);
    keys(first, 'End');
    const list = screen.getByRole('list', { name: 'new lead' });
    // A document without layout does not scroll by itself.
    Object.defineProperty(list, 'scrollTop', { value: 1990 * 132, writable: true, configurable: true });
    fireEvent.scroll(list);
    try {
      await card('Lead 1999');
    } finally {
      clearInterval(changing);
    }
  });
});
