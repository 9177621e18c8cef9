import { describe, expect, test } from 'vitest';
import { contact, deal, evidence, fact, looks, mark, on } from '../../../tests/support/evidence';
import { defaultCare } from '../care';
import type { Evidence } from '../tie/evidence';
import { standingOf } from '../tie/standing';
import { shareOf, type Tally } from './share';

const TODAY = on(400);
const share = (given: Evidence): Readonly<Record<string, Tally>> => shareOf(given, standingOf(given, defaultCare, TODAY), TODAY);
const counts = (given: Evidence, month: string) => share(given)[month]?.counts ?? {};

describe('What a contact gives to the numbers of the book', () => {
  test('are its messages by day, whether it was seen in a month, and both ways in it', () => {
    const talks = evidence([{ day: 0, in: 2, out: 1 }, { day: 27, out: 3 }, ...looks(30)]);
    expect(counts(talks, '2026-01')).toEqual({ 'i:05': 2, 'o:05': 1, 'w:05': 1, seen: 1, both: 1, new: 1 });
    expect(counts(talks, '2026-02')).toEqual({ 'o:01': 3, 'w:01': 1, 'w:04': 1, seen: 1 });
  });

  test('on two sites at once, a day is one open day and one month', () => {
    const given = evidence([{ day: 1, in: 1 }]);
    const other = { ...given.days[0]!, identityId: 'anna-mail', in: 0, out: 4 };
    expect(counts({ ...given, days: [...given.days, other] }, '2026-01')).toEqual({
      'i:06': 1,
      'o:06': 4,
      'w:06': 1,
      seen: 1,
      both: 1,
      new: 1,
    });
  });

  test('are sales that ended: the first, the second purchase, the days they took, the amounts of each currency', () => {
    const given = evidence([], {
      deals: [
        deal('a', { amount: '100.5', currency: 'EUR', openedOn: on(0), closedOn: on(12) }),
        deal('b', { status: 'lost', openedOn: on(0), closedOn: on(3) }),
        deal('c', { amount: '20', currency: 'EUR', openedOn: on(40), closedOn: on(40) }),
        deal('d', { amount: '7', currency: 'USD', openedOn: on(40), closedOn: on(40) }),
        deal('e', { status: 'open', openedOn: on(50), closedOn: null }),
      ],
    });
    expect(counts(given, '2026-01')).toMatchObject({ tried: 1, lost: 1, won: 1, bought: 1, 'took:12': 1, 'priced:EUR': 1 });
    expect(share(given)['2026-01']!.money).toEqual({ 'won:EUR': '1005000' });
    // Two orders of one day are one purchase, and both are of an old customer.
    expect(counts(given, '2026-02')).toMatchObject({ won: 2, again: 1, repeat: 2, repeaters: 1, 'took:0': 2 });
    expect(share(given)['2026-02']!.money).toEqual({
      'won:EUR': '200000',
      'won:USD': '70000',
      'repeat:EUR': '200000',
      'repeat:USD': '70000',
    });
    // 120.5 lies between 100 and 200, 7 between 5 and 10.
    expect(counts(given, '')).toEqual({ 'size:EUR:7': 1, 'size:USD:3': 1 });
  });

  test('are the people it brought, each once, and its newest answer on recommending in place of older ones', () => {
    const given = evidence([], {
      facts: [
        fact('referral', 0, { other: 'ben' }),
        fact('referral', 40, { other: 'ben' }),
        fact('referral', 41),
        fact('nps', 2, { score: 4 }),
        fact('nps', 45, { score: 10 }),
      ],
    });
    expect(counts(given, '2026-01')).toMatchObject({ brought: 1, detractors: 1 });
    expect(counts(given, '2026-02')).toMatchObject({ brought: 1, detractors: -1, promoters: 1 });
  });

  test('is its channel, whatever it is called, when it came and when it bought', () => {
    const given = evidence([], { contact: contact({ source: ' __proto__ ' }), deals: [deal('a', { closedOn: on(31) })] });
    expect(counts(given, '2026-01')['source:__proto__']).toBe(1);
    expect(counts(given, '2026-02')['buyers:__proto__']).toBe(1);
  });

  test('is its way through the stages, and how long it stayed in those it left', () => {
    const given = evidence([], {
      contact: contact({ stage: 'visited', stageSince: on(20) }),
      marks: [mark('stage', '', 'lead', 2), mark('stage', 'lead', 'contacted', 5), mark('stage', 'contacted', 'visited', 20)],
      deals: [deal('a', { openedOn: on(18), closedOn: on(33) })],
    });
    expect(counts(given, '2026-01')).toMatchObject({ 'way:contacted,lead,visited|won': 1, 'stay:lead:3': 1, 'stay:contacted:15': 1 });
    expect(counts(given, '2026-02')).toMatchObject({ 'stay:visited:13': 1 });
  });

  test('its way ends where the rep says so, or by its deals; who is in a stage again after a lost deal is on the way', () => {
    const moved = (...to: string[]) => to.map((stage, i) => mark('stage', i === 0 ? '' : to[i - 1]!, stage, 2 + 4 * i));
    const said = evidence([], { contact: contact({ stage: 'won' }), marks: moved('lead', 'won') });
    expect(counts(said, '2026-01')).toMatchObject({ 'way:lead|won': 1, 'stay:lead:4': 1 });
    const lost = evidence([], { contact: contact({ stage: 'lost' }), marks: moved('lead', 'lost') });
    expect(counts(lost, '2026-01')).toMatchObject({ 'way:lead|lost': 1 });
    const deals = [deal('a', { status: 'lost', openedOn: on(0), closedOn: on(5) })];
    const again = evidence([], { contact: contact({ stage: 'visited' }), marks: moved('lead', 'visited'), deals });
    expect(counts(again, '2026-01')).toMatchObject({ 'way:lead,visited|': 1 });
    const still = evidence([], { contact: contact({ stage: 'lead' }), marks: moved('lead'), deals });
    expect(counts(still, '2026-01')).toMatchObject({ 'way:lead|lost': 1 });
    // Brought in as won: nobody saw a lead.
    expect(Object.keys(counts(evidence([], { contact: contact({ stage: 'won' }) }), ''))).toEqual([]);
  });

  test('where nobody knows when a stage was entered, says no day and no length', () => {
    const before = evidence([], { contact: contact({ stage: 'tried' }), marks: [mark('stage', 'lead', 'tried', 9)] });
    expect(counts(before, '')).toEqual({ 'way:lead,tried|': 1 });
    const imported = evidence([], { contact: contact({ stage: 'lead', stageSince: null }) });
    expect(counts(imported, '')).toEqual({ 'way:lead|': 1 });
    expect(Object.keys(counts(imported, '2026-01')).filter((name) => name.startsWith('stay:'))).toEqual([]);
  });

  test('a buyer leaves after more than a year of silence, and comes back with the next sign', () => {
    const bought = evidence([{ day: 0, in: 1 }], { deals: [deal('a', { closedOn: on(10) })] });
    // The 15th of January, and 366 days.
    expect(counts(bought, '2027-01')).toMatchObject({ 'left:16': 1 });
    const back = evidence(
      [
        { day: 0, in: 1 },
        { day: 380, in: 1 },
      ],
      { deals: [deal('a', { closedOn: on(10) })] },
    );
    expect(counts(back, '2027-01')).toMatchObject({ 'left:16': 1, 'back:20': 1 });
    const kept = evidence([{ day: 200, out: 1 }], { deals: [deal('a', { closedOn: on(10) })] });
    expect(counts(kept, '2027-01')).toEqual({});
    const never = evidence([{ day: 0, in: 1 }]);
    expect(counts(never, '2027-01')).toEqual({});
  });

  test('does not hold what claims to come from the future', () => {
    expect(counts(evidence([{ day: 500, in: 9 }]), '2027-05')).toEqual({});
  });
});
