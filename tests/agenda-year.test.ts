// A year of 300 contacts. Every day the agenda, worked out from standings that are renewed only when records change, must be the one
// that is reckoned anew from all raw records by other code (year/plain-*.ts).
import { expect, test } from 'vitest';
import { agendaOf } from '@/lib/domain/agenda/agenda-of';
import { handle, SNOOZES, snoozeUntil, type Act } from '@/lib/domain/agenda/handled';
import { LINE_KINDS, type Line } from '@/lib/domain/agenda/line';
import { agenda } from '@/lib/domain/agenda/rank';
import { tieToday } from '@/lib/domain/agenda/tie-today';
import { defaultCare, type Care } from '@/lib/domain/care';
import { dayOf } from '@/lib/domain/day';
import { standingOf, type Standing } from '@/lib/domain/tie/standing';
import type { Handled } from '@/lib/domain/tie-records';
import { seeded, type Chance } from './e2e/support/seeded';
import { live, newPerson, talk, type Now, type Person } from './year/book';
import { order, plainLine, type PlainLine } from './year/plain-agenda';
import { place } from './year/plain-days';

const PEOPLE = 300;
const START = Date.parse('2026-01-01T06:30:00Z');
const DAY = 86_400_000;

/** Where the rep is, from which day of the year on. */
const JOURNEY: [number, string][] = [
  [0, 'Asia/Shanghai'],
  [70, 'Europe/Berlin'],
  [95, 'Asia/Shanghai'],
  [200, 'America/Los_Angeles'],
  [230, 'Pacific/Auckland'],
  [260, 'Asia/Shanghai'],
];

const first: Care = {
  ...defaultCare,
  cadences: { tags: { vip: 10 }, types: { loyal: 25, prospect: 12 }, tiers: { sticky: 30, deep: 45, iron: 30 } },
};
/** What the rep changes in the settings in the course of the year. */
const SETTINGS: [number, Care][] = [
  [0, first],
  [120, { ...first, restDays: [5], afterUse: 7, cadences: { ...first.cadences, tags: { vip: 10, school: 5 } } }],
  [210, { ...first, path: 'convert', halfLife: 60 }],
  [300, { ...first, budget: 25 }],
];
const at = <T>(plan: readonly [number, T][], n: number): T => plan.filter(([from]) => from <= n).at(-1)![1];

const comparable = (line: Line): PlainLine => ({
  contactId: line.contactId,
  reasons: [line, ...line.also].map(({ key, kind, band, score, why }) => ({
    key,
    band,
    score: rounded(score),
    word: kind === 'cooling' ? 'cooling' : why.word,
    n: why.count ? (why.args[0] as number) : null,
  })),
});
const rounded = (score: number): number => Math.round(score * 1e9) / 1e9;

/** What the rep does with a line, by chance. */
function anyAct(chance: Chance, { today }: Now): Act {
  const n = chance.below(10);
  if (n < 5) return { how: 'done' };
  if (n < 7) return { how: 'snooze', until: snoozeUntil(chance.pick(SNOOZES), today) };
  return n === 7 ? { how: 'skip', reason: chance.is(0.5) ? 'no' : '' } : n === 8 ? { how: 'pin', pinned: true } : { how: 'reopen' };
}

function act(person: Person, line: Line, chance: Chance, now: Now): void {
  const { raw } = person;
  const table = raw.handled as Handled[];
  const place = table.findIndex((one) => one.id === line.key);
  const did = anyAct(chance, now);
  const { handled, followUp } = handle({ line, row: table[place] ?? null }, did, now.today, now.ms);
  if (handled) table.splice(place < 0 ? table.length : place, 1, handled);
  if (followUp)
    Object.assign(
      raw.followUps.find((one) => one.id === followUp.id)!,
      followUp.fields,
    );
  if (did.how === 'done' && chance.is(0.6)) talk(person, 'out', 60, now);
}

test('the agenda of every day of a year is what a plain re-computation from raw records gives', () => {
  const chance = seeded();
  const people: Person[] = [];
  const standings = new Map<string, Standing>();
  const stale = new Set<Person>();
  const seen: Record<string, number> = {};
  for (let n = 0; n < 365; n++) {
    const zone = at(JOURNEY, n);
    const care = at(SETTINGS, n);
    const ms = START + n * DAY;
    const now: Now = { ms, zone, today: dayOf(ms, zone) };
    const isNew = [...JOURNEY, ...SETTINGS].some(([from]) => from === n);
    if (isNew) for (const person of people) stale.add(Object.assign(person, { raw: { ...person.raw, zone } }));
    while (people.length < PEOPLE && (n === 0 ? people.length < 200 : chance.is(0.3))) {
      const person = newPerson(chance, now);
      people.push(person);
      stale.add(person);
    }
    for (const person of people) if (live(person, chance, now)) stale.add(person);
    for (const person of stale) standings.set(person.raw.contact.id, standingOf(person.raw, care, now.today));
    stale.clear();

    const lines = [...standings.values()].flatMap((one) => agendaOf(one, tieToday(one, care, now.today), care, now.today) ?? []);
    const today = place(now.today);
    const plain = people.flatMap(({ raw }) => plainLine(raw, today, care) ?? []);
    const expected = new Map(
      plain.map((line) => [line.contactId, { ...line, reasons: line.reasons.map((one) => ({ ...one, score: rounded(one.score) })) }]),
    );
    for (const line of lines) {
      const [mine, theirs] = [comparable(line), expected.get(line.contactId)];
      // Compared as text, because half a million deep comparisons take a minute.
      if (JSON.stringify(mine) !== JSON.stringify(theirs))
        expect(mine, `${line.contactId} on ${now.today} (seed ${chance.seed})`).toEqual(theirs);
      for (const { kind } of [line, ...line.also]) seen[kind] = (seen[kind] ?? 0) + 1;
    }
    expect(lines, `on ${now.today} (seed ${chance.seed})`).toHaveLength(expected.size);

    const settled = chance.below(6);
    const list = agenda(lines, care.budget, settled);
    const sorted = plain.sort((a, b) => order(a.reasons[0]!, b.reasons[0]!));
    const asked = sorted.filter((line) => line.reasons[0]!.band < 2);
    const room = Math.max(0, care.budget - settled - Math.min(asked.length, care.budget));
    const wanted = [...asked.slice(0, care.budget), ...sorted.filter((line) => line.reasons[0]!.band === 2).slice(0, room)];
    expect(
      list.lines.map(({ key }) => key),
      `on ${now.today} (seed ${chance.seed})`,
    ).toEqual(wanted.map(({ reasons }) => reasons[0]!.key));
    expect(list.waiting.asked + list.waiting.suggested).toBe(plain.length - wanted.length);
    expect(agenda([...lines].reverse(), care.budget, settled)).toEqual(list);

    for (const line of list.lines.slice(0, 6)) {
      const person = people.find(({ raw }) => raw.contact.id === line.contactId)!;
      act(person, line, chance, now);
      stale.add(person);
    }
  }
  // A year in which some kind of line hardly ever came would prove nothing about it.
  for (const kind of LINE_KINDS) expect(seen[kind] ?? 0, kind).toBeGreaterThan(100);
}, 300_000);
