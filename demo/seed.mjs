// Gives the throwaway profile a history. Rapport itself remembers the people and counts their messages from the messenger's
// page; what the rep wrote down in the past comes from the story, brought in as a backup file would be.
import { ask, askAll, openScreen, tabOf, until } from './ask.mjs';
import { lives, ownFields, replyOutcomes } from './lives.mjs';
import { englishPeople } from './messenger/people-en.js';
import { chinesePeople } from './messenger/people-zh.js';

const DAY_MS = 24 * 3_600_000;
/** The group stays unknown, so that a newcomer sees how that looks. */
const everybody = [...chinesePeople, ...englishPeople].filter(({ kind }) => kind !== 'group');

/** The local day so many days from now, in the form 2026-11-21. */
function dayOf(days, now) {
  const day = new Date(now);
  day.setDate(day.getDate() + days);
  return [day.getFullYear(), String(day.getMonth() + 1).padStart(2, '0'), String(day.getDate()).padStart(2, '0')].join('-');
}

/** When a note was written: late in the afternoon of that day, and today's an hour ago. */
function moment(days, now) {
  return days === 0 ? now - 3_600_000 : new Date(now + days * DAY_MS).setHours(17, 20, 0, 0);
}

/** Opens a conversation, remembers the person and waits until every message is counted. Gives the contact's id. */
async function meet(messenger, workspace, tab, person, tags) {
  await messenger.evaluate((id) => (location.hash = `#/c/${id}`), person.id);
  const { ref } = await until(async () => {
    const view = await ask(workspace, 'panel.view', { tab });
    return view.conversation?.name === person.name && view;
  }, `Rapport did not see the conversation with ${person.name}.`);
  await ask(workspace, 'person.remember', { subject: { tab, ref } });
  await ask(workspace, 'tags.set', { subject: { tab, ref }, tags });
  const wanted = person.history.reduce((sum, [, ...lines]) => sum + lines.length, 0);
  return until(async () => {
    // More of the past is drawn only when one scrolls up.
    await messenger.evaluate(() => (document.querySelector('[data-scroll]').scrollTop = 0));
    const known = (await ask(workspace, 'panel.view', { tab })).person;
    return known?.name === person.name && known.counts.in + known.counts.out === wanted && known.id;
  }, `Rapport did not count the ${wanted} messages with ${person.name}.`);
}

/** All rows of a table, read as a backup reads them. */
async function rowsOf(workspace, table) {
  const rows = [];
  for (let cursor = null; ;) {
    const part = await ask(workspace, 'backup.part', { cursor });
    if (part.table === table) rows.push(...part.rows);
    else if (rows.length > 0) return rows;
    if (part.next === null) return rows;
    cursor = part.next;
  }
}

/** What happened with one person and what lies ahead, as rows of a backup file. `ids`: everybody's contact ids by conversation. */
function life({ contact, person, story, now, ids }) {
  const {
    deals = [],
    facts = [],
    dates = [],
    stages = [],
    tiers = [],
    stageDays,
    ...about
  } = { ...lives(story.words)[person.id], own: {} };
  const common = { contactId: contact.id, createdAt: now, updatedAt: now };
  const id = (kind, at) => `demo-${person.id}-${kind}-${at}`;
  const or = (days) => (days === undefined ? null : dayOf(days, now));
  const steps = stages.map(([to, days], at) => ({ from: at === 0 ? '' : stages[at - 1][0], to, days }));
  return {
    about: { ...about, stageSince: or(stageDays) },
    rows: {
      marks: steps.map(({ from, to, days }, at) => ({ id: id('mark', at), what: 'stage', from, to, on: dayOf(days, now), ...common })),
      moves: [
        ...steps.map(({ from, to, days }) => ({ what: 'stage', from: from || null, to: to || null, days })),
        ...tiers.map(([from, to, days]) => ({ what: 'tier', from, to, days })),
      ].map(({ days, ...move }, at) => ({ ...move, id: id('move', at), day: dayOf(days, now), ...common })),
      deals: deals.map(({ opened, closed, paid, lines = [], ...deal }, at) => ({
        ...deal,
        ...{ id: id('deal', at), openedOn: dayOf(opened, now), closedOn: or(closed), paidOn: or(paid), lines, lostReason: '' },
        ...common,
      })),
      facts: facts.map(({ kind, days, text = '', score = null, other }, at) => ({
        ...{ id: id('fact', at), kind, on: dayOf(days, now), text, score, other: other ? ids.get(other) : null },
        ...common,
      })),
      keyDates: dates.map(({ days, label = '', year = null, once = false, inferred = false, ...date }, at) => {
        const [thisYear, month, day] = dayOf(days, now).split('-').map(Number);
        return {
          ...date,
          ...{ id: id('date', at), label, inferred, calendar: 'solar', leapMonth: false, month, day },
          ...(once ? { year: thisYear, everyMonths: null } : { year, everyMonths: 12 }),
          ...common,
        };
      }),
    },
  };
}

/** What the story says of one person, as rows of a backup file. */
function past({ contact, identity, person, story, now, ids }) {
  const { about, rows } = life({ contact, person, story, now, ids });
  const { notes, next } = story.people[person.id];
  const since = now - person.history[0][0] * DAY_MS;
  return {
    ...rows,
    contacts: [{ ...contact, ...about, createdAt: since, updatedAt: now }],
    identities: [{ ...identity, createdAt: since, watchedSince: since, updatedAt: now }],
    // The rep had the conversation open whenever they wrote with each other.
    days: person.history.map(([days]) => ({ identityId: identity.id, day: dayOf(-days, now), in: 0, out: 0, watched: true })),
    notes: notes.map(({ days, text, pinned = false }, at) => {
      const written = moment(days, now);
      const id = `demo-${person.id}-note-${at}`;
      return { id, contactId: contact.id, text, pinned, hiddenAt: null, createdAt: written, updatedAt: written };
    }),
    followUps: next
      ? [
          {
            id: `demo-${person.id}-next`,
            contactId: contact.id,
            due: dayOf(next.days, now),
            reason: next.reason,
            status: 'open',
            createdAt: since,
            updatedAt: since,
          },
        ]
      : [],
  };
}

/** The replies with what became of them before the story begins: how often each was sent, answered of these, and changed before sending. */
function sentBefore(rows, story, now) {
  return rows.flatMap((row) => {
    const at = story.replies.findIndex(([title]) => title === row.title);
    const outcomes = replyOutcomes[at];
    if (!outcomes) return [];
    const uses = Object.values(outcomes).reduce((sum, { sent, edited }) => sum + sent + edited, 0);
    return [{ ...row, uses, outcomes, lastUsedAt: now - (at + 2) * DAY_MS, updatedAt: now }];
  });
}

/** Takes rows over like a backup file, each checked by Rapport. */
async function bringIn(workspace, tables) {
  const { job } = await ask(workspace, 'restore.begin', {});
  for (const [n, [table, rows]] of Object.entries(tables).entries()) {
    const { bad } = await ask(workspace, 'restore.rows', { job, n, table, rows });
    if (bad.length > 0) throw new Error(`The demo's ${table} no longer fit: row ${bad[0].row}, ${bad[0].fields.join(', ')}.`);
  }
  await ask(workspace, 'restore.commit', { job, mode: 'merge' });
}

/**
 * Fills the profile. The tabs it needs are closed again, so the messenger's unread marks stay for the user.
 * @param {{ context: import('@playwright/test').BrowserContext, extensionId: string, url: string }} demo
 */
export async function seed({ context, extensionId, url }) {
  const workspace = await openScreen(context, extensionId, 'workspace');
  const language = await workspace.evaluate(() => navigator.language);
  const story = await import(language.startsWith('zh') ? './story-zh.mjs' : './story-en.mjs');
  // The demo has replies of its own; those that Rapport brings can be added on the page of replies.
  while (!(await ask(workspace, 'reply.choices', {})).choices.starterCame) await workspace.waitForTimeout(50);
  await ask(workspace, 'starter.remove', {});
  await askAll(
    workspace,
    story.replies.map(([title, body]) => ['reply.save', { id: null, title, body }]),
  );

  const messenger = await context.newPage();
  await messenger.goto(url);
  const tab = await tabOf(workspace, url);
  const met = [];
  for (const person of everybody) {
    met.push({ person, id: await meet(messenger, workspace, tab, person, story.people[person.id].tags) });
  }
  await messenger.close();

  const now = Date.now();
  const [contacts, identities] = [await rowsOf(workspace, 'contacts'), await rowsOf(workspace, 'identities')];
  const ids = new Map(met.map(({ person, id }) => [person.id, id]));
  const tables = {};
  for (const { person, id } of met) {
    const contact = contacts.find((row) => row.id === id);
    const identity = identities.find((row) => row.contactId === id);
    for (const [table, rows] of Object.entries(past({ contact, identity, person, story, now, ids }))) (tables[table] ??= []).push(...rows);
  }
  tables.replies = sentBefore(await rowsOf(workspace, 'replies'), story, now);
  await bringIn(workspace, tables);
  // What one euro is worth only the rep of the story says.
  await ask(workspace, 'care.set', { care: { rates: { into: 'EUR', of: { CNY: '0.13' } } } });
  for (const field of ownFields(story.words)) await ask(workspace, 'field.save', field);
  const known = lives(story.words);
  const say = (person, id) =>
    Object.entries(known[person.id]?.own ?? {}).map(([field, value]) => ['field.say', { subject: { contact: id }, field, value }]);
  await askAll(
    workspace,
    met.flatMap(({ person, id }) => say(person, id)),
  );
  await workspace.close();
}
