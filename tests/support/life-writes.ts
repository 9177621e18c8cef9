// The messages that change what is said of a tie, what happened and what lies ahead.
import { fromPanel, fromScreen, subject } from './background';
import { after, fact, type Write, type Writes } from './write-stage';

const keyDate = {
  id: 'kd1',
  kind: 'birthday' as const,
  label: '',
  calendar: 'solar' as const,
  year: null,
  month: 3,
  leapMonth: false,
  day: 9,
  everyMonths: 12,
  leads: [7],
  inferred: false,
};
const deal = {
  id: 'deal1',
  item: 'Chairs',
  amount: '1200',
  currency: 'EUR',
  status: 'won' as const,
  openedOn: '2026-02-01',
  closedOn: '2026-02-20',
  paidOn: null,
  lines: [],
  lostReason: '',
};

/** Does something with a line of Today. */
export const today =
  (act: Parameters<typeof fromScreen<'today.act'>>[1]['act']): Write =>
  ({ line }) =>
    fromScreen('today.act', { line, act });

export const lifeWrites: Writes = {
  'referral.set': {
    'puts down who brought somebody': ({ anna, twin }) => fromScreen('referral.set', { contact: anna, by: twin }),
    'puts down that nobody did': after(
      ({ anna, twin }) => fromScreen('referral.set', { contact: twin, by: anna }),
      ({ twin }) => fromScreen('referral.set', { contact: twin, by: null }),
    ),
  },
  'followup.set': {
    'puts a follow-up in place of another': () => fromPanel('followup.set', { subject, due: '2026-03-05', reason: 'Write' }),
  },
  'followup.end': { 'ends a follow-up': ({ followUp }) => fromPanel('followup.end', { subject, followUp, status: 'done' }) },
  'followup.snooze': { 'puts a follow-up off': ({ followUp }) => fromPanel('followup.snooze', { subject, followUp, due: '2026-03-09' }) },
  'tie.say': {
    'says everything there is to say': () =>
      fromPanel('tie.say', {
        subject,
        about: {
          company: 'Oak',
          bonds: ['benefit'],
          type: 'loyal',
          cadence: 14,
          quietUntil: '2026-04-01',
          stage: 'quoted',
          source: 'fair',
        },
      }),
  },
  'lead.move': {
    'loses a lead with its deal': after(
      () => fromPanel('life.save', { subject, deals: [{ ...deal, status: 'open', closedOn: null }], facts: [], keyDates: [] }),
      ({ anna }) => fromScreen('lead.move', { contact: anna, to: 'lost', lostReason: 'too dear', deals: ['deal1'] }),
    ),
  },
  'life.save': {
    'puts down a deal, a fact and a date': () => fromPanel('life.save', { subject, deals: [deal], facts: [fact], keyDates: [keyDate] }),
  },
  'life.delete': { 'deletes a fact': ({ anna }) => fromScreen('life.delete', { contact: anna, table: 'facts', record: 'fact0' }) },
  'field.save': {
    'makes one': () => fromScreen('field.save', { id: 'car', name: 'Car', kind: 'text' }),
    'moves one': after(
      async () => {
        for (const id of ['a', 'b', 'c']) await fromScreen('field.save', { id, name: id, kind: 'text' });
      },
      () => fromScreen('field.save', { id: 'c', before: 'a' }),
    ),
    'removes one': after(
      () => fromScreen('field.save', { id: 'car', name: 'Car', kind: 'text' }),
      () => fromScreen('field.save', { id: 'car', removed: true }),
    ),
  },
  'field.say': {
    'says what it is': after(
      () => fromScreen('field.save', { id: 'car', name: 'Car', kind: 'text' }),
      () => fromPanel('field.say', { subject, field: 'car', value: 'Polo' }),
    ),
  },
  'today.act': {
    done: today({ how: 'done' }),
    'put off': today({ how: 'snooze', until: '2026-03-20' }),
    skipped: today({ how: 'skip', reason: 'on leave' }),
    pinned: today({ how: 'pin', pinned: true }),
    'open again': after(
      (stage) => today({ how: 'done' })(stage),
      (stage) => today({ how: 'reopen' })(stage),
    ),
  },
};
