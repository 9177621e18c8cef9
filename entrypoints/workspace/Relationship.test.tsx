// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import 'temporal-polyfill/global';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { defaultCare } from '../../lib/domain/care';
import type { Answer, Person, TieView } from '../../lib/messages/protocol';
import { ContactPage } from './ContactPage';
import { answerWith, asked, change, type Answers } from './stand-in';

vi.mock('webextension-polyfill', async () => ({ default: (await import('./stand-in')).browser }));

const nothing = { in: 0, out: 0, watched: 0 };
const anna: Person = {
  id: 'anna',
  kind: 'person',
  name: 'Anna',
  since: 1_767_000_000_000,
  tags: [],
  notes: [],
  followUp: null,
  counts: {
    approximate: false,
    week: nothing,
    month: nothing,
    in: 0,
    out: 0,
    acts: 0,
    lastIn: null,
    lastOut: null,
    watchedSince: null,
    weeks: [],
  },
  identities: [],
};
const words = (word: string) => ({ label: { word, args: [] }, why: { word: 'tier_shallow_why', args: [] } });
const tie: TieView = {
  existence: { ...words('tie_existence_live'), is: 'live', sure: true },
  direction: { ...words('tie_direction_both'), is: 'both' },
  strength: { ...words('tie_strength_strong'), value: 14 },
  reciprocity: null,
  replies: { mine: null, theirs: null },
  trend: { ...words('tie_trend_steady'), is: 'steady' },
  bonds: {
    marked: ['benefit'],
    missing: { bond: 'affection', label: { word: 'tie_bond_affection', args: [] }, why: { word: 'tie_bond_affection_add', args: [] } },
  },
  type: {
    label: { word: 'type_loyal', args: [] },
    why: { word: 'type_loyal_why_other', args: [3, 'May'] },
    is: 'loyal',
    derived: 'loyal',
    action: { word: 'type_loyal_action', args: [] },
    how: { word: 'type_loyal_how', args: [] },
  },
  tier: { ...words('tier_deep'), is: 'deep', step: 3, next: null },
  metrics: [
    { label: { word: 'metric_nps', args: [] }, missing: true, why: { word: 'metric_nps_missing', args: [] } },
    { label: { word: 'metric_repurchase', args: [] }, missing: false, why: { word: 'metric_repurchase_is_one', args: [] } },
  ],
  now: { recall: null, date: null, act: { word: 'say_answer', args: [] } },
  changes: [],
  own: {
    company: 'Kiln & Co',
    phones: [],
    emails: [],
    lostReason: '',
    source: '',
    nurture: null,
    type: null,
    cadence: null,
    quietUntil: null,
    stage: 'quoted',
    stageSince: null,
  },
  stages: [
    { id: 'quoted', name: '', removed: false },
    { id: 's1', name: 'Sample sent', removed: false },
  ],
};
const row = { contactId: 'anna', createdAt: 1_767_000_000_000, updatedAt: 1_767_000_000_000 };
const life: Answer<'life.get'> = {
  deals: [
    {
      id: 'd1',
      item: 'Tea set',
      amount: '12000.50',
      currency: 'CNY',
      status: 'open',
      openedOn: '2026-01-02',
      closedOn: null,
      paidOn: null,
      lines: [],
      lostReason: '',
      ...row,
    },
  ],
  facts: [{ id: 'f1', kind: 'referral', on: '2026-01-03', text: '', score: null, other: 'ben', ...row }],
  keyDates: [],
  referredBy: null,
  brought: [{ id: 'ben', name: 'Ben' }],
};
const answers: Answers = {
  'contact.get': () => ({ person: anna, draft: '' }),
  'tie.get': () => tie,
  'life.get': () => life,
  'care.get': () => ({ care: { ...defaultCare, country: 'CN' }, inStage: {}, left: {} }),
  'source.known': () => ({ sources: ['fair', 'friend'] }),
  'person.suggested': () => ({ suggested: [] }),
  'person.merged': () => ({ merged: [] }),
  'person.find': () => ({ found: [{ id: 'cleo', name: 'Cleo', sites: [] }] }),
  'tie.say': () => ({ undo: 'u1' }),
  'life.save': () => ({ undo: 'u2' }),
  'life.delete': () => ({ undo: 'u3' }),
};
const requests = (name: string) => asked.filter((one) => one.name === name).map((one) => one.request);
const subject = { contact: 'anna' };
const none = { deals: [], facts: [], keyDates: [] };
const done = vi.fn();
const type = (label: string | RegExp, value: string) => fireEvent.input(screen.getByLabelText(label), { target: { value } });
const open = async (more: Answers = {}) => {
  answerWith({ ...answers, ...more });
  render(<ContactPage id="anna" onDone={done} />);
  await screen.findByLabelText('Customer type');
};

beforeEach(() => done.mockClear());
afterEach(cleanup);

describe('the rep’s own fields', () => {
  const field = (id: string, name: string, kind: 'text' | 'number' | 'yesno') => ({
    id,
    name,
    kind,
    was: [],
    options: [],
    place: 0,
    removedAt: null,
  });
  const values = [
    { field: field('car', 'Car', 'text'), value: 'Polo' },
    { field: field('seats', 'Seats', 'number'), value: '' },
    { field: field('member', 'Member', 'yesno'), value: 'no' },
  ];
  it('are changed where they stand, each with a way back; what is no value is told so', async () => {
    await open({ 'field.values': () => ({ values }), 'field.say': () => ({ undo: 'u4' }) });
    const car = await screen.findByLabelText('Car');
    type('Car', '秦 PLUS');
    fireEvent.blur(car);
    await waitFor(() => expect(requests('field.say')).toEqual([{ field: 'car', value: '秦 PLUS', subject }]));
    expect(done).toHaveBeenCalledWith('Kept.', 'u4');
    type('Seats', 'many');
    fireEvent.blur(screen.getByLabelText('Seats'));
    expect(await screen.findByText('Write a number, such as 12 or 3.5.')).toBeTruthy();
    fireEvent.change(screen.getByLabelText('Member'), { target: { value: 'yes' } });
    await waitFor(() => expect(requests('field.say').slice(1)).toEqual([{ field: 'member', value: 'yes', subject }]));
  });

  it('lead to where they are made when there are none', async () => {
    await open({ 'field.values': () => ({ values: [] }) });
    expect((await screen.findByRole('link', { name: 'Make a field' })).getAttribute('href')).toBe('#/settings');
  });
});

describe('what the rep says of a tie', () => {
  it('shows the type by the records with its reason, and keeps another one with a way back', async () => {
    await open();
    const field = screen.getByLabelText<HTMLSelectElement>('Customer type');
    expect(field.selectedOptions[0]?.textContent).toBe('By the records: loyal customer');
    expect(document.getElementById(field.getAttribute('aria-describedby')!)!.textContent).toBe('Bought on 3 days, last: May.');
    field.value = 'friend';
    fireEvent.change(field);
    await waitFor(() => expect(requests('tie.say')).toEqual([{ about: { type: 'friend' }, subject }]));
    expect(done).toHaveBeenCalledWith('Kept.', 'u1');
    field.value = '';
    fireEvent.change(field);
    await waitFor(() => expect(requests('tie.say')[1]).toEqual({ about: { type: null }, subject }));
  });

  it('adds a bond to those that are marked, and names the one that is missing', async () => {
    await open();
    expect(screen.getByText(/Missing: affection · Care without a purpose/)).toBeTruthy();
    fireEvent.click(screen.getByLabelText('affection'));
    await waitFor(() => expect(requests('tie.say')).toEqual([{ about: { bonds: ['benefit', 'affection'] }, subject }]));
  });

  it('knows words for the first stages, and shows own ones as they are', async () => {
    await open();
    const field = screen.getByLabelText<HTMLSelectElement>('Stage');
    expect([...field.options].map((option) => option.textContent)).toEqual(['No lead', 'quoted', 'Sample sent']);
    expect(field.value).toBe('quoted');
  });

  it('keeps a stage that was removed until another one is chosen', async () => {
    await open({ 'tie.get': () => ({ ...tie, stages: [{ id: 'quoted', name: '', removed: true }, tie.stages[1]!] }) });
    const field = screen.getByLabelText<HTMLSelectElement>('Stage');
    expect([...field.options].map((option) => option.textContent)).toEqual(['No lead', 'quoted (removed)', 'Sample sent']);
    expect(field.value).toBe('quoted');
  });

  it('takes a number of days on Enter, says what is wrong with anything else, and empties it again', async () => {
    await open();
    const field = screen.getByLabelText(/In touch every/);
    type(/In touch every/, '0');
    fireEvent.keyDown(field, { key: 'Enter' });
    expect(await screen.findByText('Write a whole number from 1 to 1000.')).toBeTruthy();
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(requests('tie.say')).toEqual([]);
    type(/In touch every/, '30');
    fireEvent.keyDown(field, { key: 'Enter' });
    await waitFor(() => expect(requests('tie.say')).toEqual([{ about: { cadence: 30 }, subject }]));
    expect(screen.queryByText(/Write a whole number/)).toBeNull();
  });

  it('asks for nothing when a field is left as it was, and brings the old text back on Escape', async () => {
    await open();
    const field = screen.getByLabelText<HTMLInputElement>('Company');
    fireEvent.blur(field);
    type('Company', 'Other');
    fireEvent.keyDown(field, { key: 'Escape' });
    expect(field.value).toBe('Kiln & Co');
    fireEvent.blur(field);
    expect(requests('tie.say')).toEqual([]);
  });

  it('shows the old type again when the new one was not taken', async () => {
    await open({ 'tie.say': () => Promise.reject(new Error('no')) });
    const field = screen.getByLabelText<HTMLSelectElement>('Customer type');
    field.value = 'friend';
    fireEvent.change(field);
    await waitFor(() => expect(field.value).toBe(''));
    expect(done).not.toHaveBeenCalled();
  });
});

describe('how to reach somebody', () => {
  const subjectOf = (about: object) => ({ about, subject });
  const write = (label: string, value: string, key = 'Enter') => {
    type(label, value);
    fireEvent.keyDown(screen.getByLabelText(label), { key });
  };

  it('takes a number as it is written at home, shows it with its country, and keeps it in one form', async () => {
    await open();
    write('Add a phone number', '138-0013-8000');
    await waitFor(() => expect(requests('tie.say')).toEqual([subjectOf({ phones: { add: ['+8613800138000'], remove: [] } })]));
    expect(await screen.findByText('+86 138 0013 8000')).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>('Add a phone number').value).toBe('');
    // The first is not stored yet where the screen has not heard of it: it must not be lost.
    write('Add a phone number', '+49 151 12345679');
    await waitFor(() =>
      expect(requests('tie.say')[1]).toEqual(subjectOf({ phones: { add: ['+8613800138000', '+4915112345679'], remove: [] } })),
    );
    expect(done).toHaveBeenCalledWith('Kept.', 'u1');
  });

  it('says what is wrong with a number, and keeps what was typed', async () => {
    await open();
    write('Add a phone number', '138 0013 800');
    expect(await screen.findByText(/^No number of China looks like this\./)).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>('Add a phone number').value).toBe('138 0013 800');
    write('Add a phone number', '138 0013 8000 ext. 4');
    expect(await screen.findByText(/^Leave the extension away/)).toBeTruthy();
    write('Add a phone number', '', 'Escape');
    await waitFor(() => expect(screen.queryByText(/^Leave the extension away/)).toBeNull());
    expect(requests('tie.say')).toEqual([]);
  });

  it('changes one where it stands, removes one, and takes none twice', async () => {
    await open({
      'tie.get': () => ({ ...tie, own: { ...tie.own, phones: ['+8613800138000', '+14155552671'], emails: ['anna@example.com'] } }),
    });
    fireEvent.click(screen.getByRole('button', { name: 'Change +86 138 0013 8000' }));
    const field = screen.getByLabelText<HTMLInputElement>('Change +86 138 0013 8000');
    expect([document.activeElement, field.value]).toEqual([field, '+86 138 0013 8000']);
    fireEvent.input(field, { target: { value: '+1 415 555 2671' } });
    fireEvent.keyDown(field, { key: 'Enter' });
    expect(await screen.findByText('This one is here already.')).toBeTruthy();
    fireEvent.input(field, { target: { value: '139 0013 9000' } });
    fireEvent.keyDown(field, { key: 'Enter' });
    fireEvent.blur(field);
    await waitFor(() =>
      expect(requests('tie.say')).toEqual([subjectOf({ phones: { add: ['+8613900139000'], remove: ['+8613800138000'] } })]),
    );
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Change +86 139 0013 9000' })));
    fireEvent.click(screen.getByRole('button', { name: 'Remove anna@example.com' }));
    await waitFor(() => expect(requests('tie.say')[1]).toEqual(subjectOf({ emails: { add: [], remove: ['anna@example.com'] } })));
  });

  it('keeps an address in lower case, and refuses what is none', async () => {
    await open();
    write('Add an e-mail address', 'Anna <Anna@Example.com>');
    await waitFor(() => expect(requests('tie.say')).toEqual([subjectOf({ emails: { add: ['anna@example.com'], remove: [] } })]));
    write('Add an e-mail address', 'anna at example');
    expect(await screen.findByText(/^Write one address/)).toBeTruthy();
  });

  it('shows the old list again when the new one was not taken', async () => {
    await open({ 'tie.say': () => Promise.reject(new Error('no')) });
    write('Add a phone number', '138-0013-8000');
    await waitFor(() => expect(screen.queryByText('+86 138 0013 8000')).toBeNull());
  });

  it('offers the channels by which others came', async () => {
    await open();
    const field = screen.getByLabelText<HTMLInputElement>('Came by');
    await waitFor(() => expect([...field.list!.options].map(({ value }) => value)).toEqual(['fair', 'friend']));
    write('Came by', 'fair');
    await waitFor(() => expect(requests('tie.say')).toEqual([subjectOf({ source: 'fair' })]));
  });
});

describe('deals, facts and key dates', () => {
  it('changes a deal where it stands, under its id', async () => {
    await open();
    expect(screen.getByText(/12,000\.50 CNY · open/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Change Tea set' }));
    const form = within(screen.getByRole('form', { name: 'Deal' }));
    expect(document.activeElement).toBe(form.getByLabelText('What'));
    fireEvent.input(form.getByLabelText('Status'), { target: { value: 'lost' } });
    fireEvent.input(form.getByLabelText('Why it was lost'), { target: { value: 'price' } });
    fireEvent.input(form.getByLabelText('Lost on'), { target: { value: '2026-01-01' } });
    fireEvent.submit(screen.getByRole('form', { name: 'Deal' }));
    expect(await form.findByText('It cannot end before it began.')).toBeTruthy();
    fireEvent.input(form.getByLabelText('Lost on'), { target: { value: '2026-02-01' } });
    fireEvent.submit(screen.getByRole('form', { name: 'Deal' }));
    const { contactId: _c, createdAt: _a, updatedAt: _u, ...deal } = life.deals[0]!;
    await waitFor(() =>
      expect(requests('life.save')).toEqual([
        { ...none, deals: [{ ...deal, status: 'lost', closedOn: '2026-02-01', lostReason: 'price' }], subject },
      ]),
    );
    await waitFor(() => expect(screen.queryByRole('form', { name: 'Deal' })).toBeNull());
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Change Tea set' })));
    expect(done).toHaveBeenCalledWith('The deal is kept.', 'u2');
  });

  it('removes one with a way back', async () => {
    await open();
    fireEvent.click(screen.getByRole('button', { name: 'Remove Tea set' }));
    await waitFor(() => expect(requests('life.delete')).toEqual([{ contact: 'anna', table: 'deals', record: 'd1' }]));
    await waitFor(() => expect(done).toHaveBeenCalledWith('The deal is removed.', 'u3'));
  });

  it('keeps the form open with what was typed when saving fails, and saves under the same id the next time', async () => {
    let isFailing = true;
    await open({ 'life.save': () => (isFailing ? Promise.reject(new Error('no')) : { undo: 'u2' }) });
    fireEvent.click(screen.getByRole('button', { name: 'Add a key date' }));
    type('Month', '5');
    type('Day', '12');
    fireEvent.submit(screen.getByRole('form', { name: 'Add a key date' }));
    await waitFor(() => expect(requests('life.save')).toHaveLength(1));
    expect(screen.getByLabelText<HTMLSelectElement>('Month').value).toBe('5');
    isFailing = false;
    fireEvent.submit(screen.getByRole('form', { name: 'Add a key date' }));
    await waitFor(() => expect(screen.queryByRole('form', { name: 'Add a key date' })).toBeNull());
    const [first, second] = requests('life.save') as { keyDates: { id: string }[] }[];
    expect(second).toEqual(first);
    expect(first!.keyDates[0]).toMatchObject({ kind: 'birthday', calendar: 'solar', month: 5, day: 12, year: null, everyMonths: 12 });
  });

  it('takes a lunar day of a leap month', async () => {
    await open();
    fireEvent.click(screen.getByRole('button', { name: 'Add a key date' }));
    type('Calendar', 'lunar');
    type('Month', '6');
    type('Day', '30');
    fireEvent.click(screen.getByLabelText('In the leap month'));
    fireEvent.submit(screen.getByRole('form', { name: 'Add a key date' }));
    await waitFor(() => expect(requests('life.save')).toHaveLength(1));
    expect((requests('life.save')[0] as typeof life).keyDates[0]).toMatchObject({ calendar: 'lunar', leapMonth: true, month: 6, day: 30 });
  });

  it('finds who was brought, and shows who was', async () => {
    await open();
    expect(screen.getByText('Brought somebody · Ben')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Add what happened' }));
    const form = screen.getByRole('form', { name: 'Add what happened' });
    fireEvent.input(within(form).getByLabelText('What'), { target: { value: 'referral' } });
    fireEvent.submit(form);
    expect(await within(form).findByText('Choose who was brought.')).toBeTruthy();
    type('Who was brought', 'Cl');
    fireEvent.click(await screen.findByRole('button', { name: /Cleo/ }));
    fireEvent.submit(form);
    await waitFor(() => expect(requests('life.save')).toHaveLength(1));
    expect((requests('life.save')[0] as typeof life).facts[0]).toMatchObject({ kind: 'referral', other: 'cleo', score: null });
  });

  it('puts down who brought them, shows it both ways, and takes it away', async () => {
    let by: { id: string; name: string } | null = null;
    await open({
      'life.get': () => ({ ...life, referredBy: by }),
      'referral.set': ({ by: id }) => ((by = id === null ? null : { id, name: 'Cleo' }), { undo: 'u9' }),
    });
    const part = within(screen.getByRole('region', { name: 'Who brought whom' }));
    expect(part.getByText(/Brought 1 person:/).textContent).toBe('Brought 1 person: Ben');
    expect(part.getByRole('link', { name: 'Ben' }).getAttribute('href')).toBe('#/contacts/ben');
    fireEvent.click(part.getByRole('button', { name: 'Put down who brought them' }));
    type('Who brought them', 'Cl');
    fireEvent.click(await part.findByRole('button', { name: /Cleo/ }));
    await waitFor(() => expect(done).toHaveBeenCalledWith('Cleo brought them.', 'u9'));
    change('facts');
    expect((await part.findByRole('link', { name: 'Cleo' })).getAttribute('href')).toBe('#/contacts/cleo');
    const again = part.getByRole('button', { name: 'Somebody else brought them' });
    await waitFor(() => expect(document.activeElement).toBe(again));
    fireEvent.click(again);
    fireEvent.keyDown(screen.getByLabelText('Who brought them'), { key: 'Escape' });
    fireEvent.click(part.getByRole('button', { name: 'Somebody else brought them' }));
    fireEvent.click(part.getByRole('button', { name: 'Nobody did' }));
    await waitFor(() =>
      expect(requests('referral.set')).toEqual([
        { contact: 'anna', by: 'cleo' },
        { contact: 'anna', by: null },
      ]),
    );
  });

  it('asks for the score of a recommendation, and closes the form on Escape', async () => {
    await open();
    fireEvent.click(screen.getByRole('button', { name: 'Add what happened' }));
    const form = screen.getByRole('form', { name: 'Add what happened' });
    fireEvent.input(within(form).getByLabelText('What'), { target: { value: 'nps' } });
    fireEvent.submit(form);
    expect(await within(form).findByText('Choose a number from 0 to 10.')).toBeTruthy();
    fireEvent.keyDown(form, { key: 'Escape' });
    expect(screen.queryByRole('form', { name: 'Add what happened' })).toBeNull();
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Add what happened' })));
    expect(requests('life.save')).toEqual([]);
  });

  it('shows none of it for a group', async () => {
    answerWith({ ...answers, 'contact.get': () => ({ person: { ...anna, kind: 'group' }, draft: '' }) });
    render(<ContactPage id="anna" onDone={done} />);
    await screen.findByRole('heading', { name: 'Anna' });
    expect(screen.queryByRole('heading', { name: 'Deals' })).toBeNull();
    expect(requests('tie.get')).toEqual([]);
  });
});
