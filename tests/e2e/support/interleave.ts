// Plays chat switches, inserts, typed notes and worker kills into each other, and finds out where every text came to lie.
import { expect, type Page } from '@playwright/test';
import type { Answer } from '@/lib/messages/protocol';
import type { Hand } from './hand';
import { askFrom, killWorker, type Rapport } from './rapport';
import type { Chance } from './seeded';
import type { Stage } from './stage';

export interface Played {
  interleavings: number;
  inserts: { tried: number; arrived: number; calm: number; calmArrived: number; outcomes: Record<string, number> };
  notes: { saved: number; kept: number; calm: number; calmKept: number };
  kills: number;
  switches: number;
  /** Sentences about every text that lies where it does not belong. */
  wrong: string[];
}

export interface Desk extends Pick<Rapport, 'context'> {
  stage: Stage;
  /** A screen of ours in another tab. */
  workspace: Page;
  /** The chat's tab, as the extension counts. */
  tab: number;
  hands: Hand[];
}

const GAPS = [0, 0, 20, 60, 120, 250];
const TITLES = ['panel', 'side panel', 'direct'] as const;
const wait = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** Asks until there is an answer: the worker may just have been killed. */
export async function askStubbornly<T>(ask: () => Promise<T | undefined | null>): Promise<T> {
  for (let tries = 0; tries < 20; tries++) {
    const answer = await ask().catch(() => null);
    if (answer) return answer;
    await wait(50);
  }
  throw new Error('The background does not answer.');
}

/** Every contact with its notes and its kept draft. */
export async function everybody(workspace: Page): Promise<NonNullable<Answer<'contact.get'>['person']>[]> {
  const list = await askStubbornly(() => askFrom(workspace, 'contact.list', { query: '', cursor: null, limit: 200 }));
  if (!list.ok) throw new Error(list.code);
  const people = [];
  for (const { id } of list.value.contacts) {
    const found = await askStubbornly(() => askFrom(workspace, 'contact.get', { contact: id }));
    if (found.ok && found.value.person) people.push({ ...found.value.person, draft: found.value.draft });
  }
  return people;
}

/** Plays so many interleavings. One in four is calm: nothing disturbs its insert and its note, which have to arrive. */
export async function play(desk: Desk, count: number, chance: Chance): Promise<Played> {
  const { stage, workspace, hands, tab } = desk;
  const played: Played = {
    interleavings: 0,
    inserts: { tried: 0, arrived: 0, calm: 0, calmArrived: 0, outcomes: {} },
    notes: { saved: 0, kept: 0, calm: 0, calmKept: 0 },
    kills: 0,
    switches: 0,
    wrong: [],
  };
  const inserts = new Map<string, { meant: string; calm: boolean }>();
  const notes = new Map<string, { calm: boolean }>();
  const replies = new Map<string, string>();
  for (const title of TITLES) {
    const saved = await askStubbornly(() => askFrom(workspace, 'reply.save', { id: null, title, body: 'to {{name}}: ' }));
    if (saved.ok) replies.set(title, saved.value.id);
  }
  let open = 0;
  const turnTo = async (person: number): Promise<void> => {
    open = person;
    played.switches += 1;
    await stage.open(person, chance);
  };

  /** The side panel's own request, without the panel: the conversation that stood there a moment ago. */
  const insertDirectly = async (pause: number): Promise<string | null> => {
    const view = await askFrom(workspace, 'panel.view', { tab }).catch(() => null);
    if (!view?.ok || !view.value.ref || !view.value.conversation || view.value.which) return null;
    await wait(pause);
    const { ref, person, conversation } = view.value;
    const answer = await askFrom(workspace, 'reply.insert', { subject: { tab, ref }, reply: replies.get('direct')! }).catch(() => null);
    tally(answer?.ok ? answer.value.outcome : (answer?.code ?? 'lost'));
    return person?.name ?? conversation.name;
  };
  const tally = (outcome: string): void => {
    played.inserts.outcomes[outcome] = (played.inserts.outcomes[outcome] ?? 0) + 1;
  };

  for (let serial = 0; serial < count; serial++) {
    const calm = serial % 4 === 0;
    // A click on the chat that is open already leaves the page in doubt for a while, which is no calm.
    const before = calm ? await hands[0]!.shown() : null;
    await turnTo(chance.pick([...stage.people.keys()].filter((person) => stage.people[person] !== before)));
    const settled = calm || chance.is(0.8);
    const inserter = chance.pick(TITLES);
    const second = calm ? inserter : chance.pick(TITLES);
    // Each insert brings words of its own, by which it is known wherever it comes to lie.
    for (const title of new Set([inserter, second])) {
      const tag = `${serial}${'abc'[TITLES.indexOf(title)]}`;
      await askStubbornly(() => askFrom(workspace, 'reply.save', { id: replies.get(title)!, title, body: `to {{name}}: ${tag}; ` }));
    }
    if (settled)
      for (const hand of hands)
        await expect
          .poll(() => hand.soonShown(stage.people[open]!), { message: `${hand.where} shows ${stage.people[open]}`, intervals: [50] })
          .toBe(stage.people[open]);

    const writer = hands[serial % hands.length]!;
    const insert = async (title: (typeof TITLES)[number]): Promise<void> => {
      const hand = hands.find(({ where }) => where === title);
      const meant = await (hand ? hand.insert(title) : insertDirectly(chance.pick(GAPS)));
      if (meant !== null) inserts.set(`${serial}${'abc'[TITLES.indexOf(title)]}`, { meant, calm });
    };
    const kill = async (): Promise<void> => {
      played.kills += 1;
      await killWorker(desk.context);
    };
    const turn = (): Promise<void> => turnTo((open + 1 + chance.below(stage.people.length - 1)) % stage.people.length);
    const writing = [
      () => writer.type(`${serial}n`),
      () => writer.typeOn(`${serial}m`),
      async () => {
        if ((await writer.save()) !== null) notes.set(`${serial}n`, { calm });
      },
    ];
    const others: (() => Promise<unknown>)[] = [() => insert(inserter)];
    if (second !== inserter) others.push(() => insert(second));
    if (chance.is(0.3)) others.push(() => stage.receive(chance.below(stage.people.length)));
    if (!calm) {
      for (let turns = 1 + chance.below(3); turns > 0; turns--) others.push(turn);
      if (chance.is(0.35)) others.push(kill);
    }
    // Both lists in one, the writing in its order, the others in any.
    const steps: (() => Promise<unknown>)[] = [];
    while (writing.length + others.length > 0) {
      const next = others.length > 0 && chance.is(others.length / (writing.length + others.length));
      steps.push(next ? others.splice(chance.below(others.length), 1)[0]! : writing.shift()!);
    }
    const running: Promise<unknown>[] = [];
    for (const step of steps) {
      // Not waited for: the next step comes in the middle of this one.
      running.push(step());
      await wait(chance.pick(GAPS));
    }
    await Promise.all(running);
    for (const hand of hands) (await hand.idle()).forEach(tally);
    played.interleavings += 1;
    // What lies in a composer stays there: it is enough to look now and then.
    if (serial % 5 === 4) await judgeDrafts(stage, played, inserts);
  }
  await judgeDrafts(stage, played, inserts);
  await judgeNotes(desk, played, notes);
  return played;

  async function judgeDrafts(from: Stage, into: Played, made: typeof inserts): Promise<void> {
    const drafts = await from.drafts();
    const found = new Set<string>();
    const wrong = new Set(into.wrong);
    for (const [person, draft] of drafts.entries()) {
      for (const [, name, tag] of draft.matchAll(/to ([^:;]*): (\d+[abc]);/g)) {
        found.add(tag!);
        const meant = made.get(tag!)?.meant;
        if (name !== from.people[person]) wrong.add(`"to ${name}: ${tag}" lies in the composer of ${from.people[person]}.`);
        if (meant !== undefined && meant !== name) wrong.add(`${tag} was clicked for ${meant} and became "to ${name}".`);
      }
    }
    into.wrong = [...wrong];
    const all = [...made].filter(([tag]) => found.has(tag));
    into.inserts = { ...into.inserts, tried: made.size, arrived: all.length };
    into.inserts.calm = [...made.values()].filter((one) => one.calm).length;
    into.inserts.calmArrived = all.filter(([, one]) => one.calm).length;
  }
}

async function judgeNotes({ workspace, stage }: Desk, into: Played, saved: ReadonlyMap<string, { calm: boolean }>): Promise<void> {
  const people = await everybody(workspace);
  const kept = new Set<string>();
  for (const person of people) {
    if (!stage.people.includes(person.name)) into.wrong.push(`There is a contact called ${person.name}, who was never added.`);
    const draft = (person as { draft?: string }).draft ?? '';
    for (const [kind, text] of [...person.notes.map((note) => ['note', note.text] as const), ['draft', draft] as const]) {
      for (const [, tag, name] of text.matchAll(/(\d+[nm]) for ([^;]*);/g)) {
        if (kind === 'note') kept.add(tag!);
        if (name !== person.name) into.wrong.push(`"${tag} for ${name}" lies in a ${kind} of ${person.name}.`);
      }
    }
  }
  if (new Set(people.map(({ name }) => name)).size !== people.length) into.wrong.push('Somebody is there twice.');
  into.notes = {
    saved: saved.size,
    kept: [...saved.keys()].filter((tag) => kept.has(tag)).length,
    calm: [...saved.values()].filter((one) => one.calm).length,
    calmKept: [...saved].filter(([tag, one]) => one.calm && kept.has(tag)).length,
  };
}
