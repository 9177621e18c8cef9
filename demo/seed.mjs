// Gives the throwaway profile a history: what the rep wrote down comes from the story, brought in like a backup file; the
// messages are counted by Rapport itself, from the messenger's pages.
import { ask, askAll, openScreen, until } from './ask.mjs';
import { englishPeople } from './messenger/people-en.js';
import { chinesePeople } from './messenger/people-zh.js';

const DAY_MS = 24 * 3_600_000;
/** As the messenger shows it and its adapter reads it. */
const ACCOUNT = 'mei.tan';
/** The group stays unknown, so that a newcomer sees how that looks. */
const everybody = [...chinesePeople, ...englishPeople].filter(({ kind }) => kind !== 'group');

const contactId = (person) => `demo-${person.id}`;

/** A moment so many days from now, at some hour of the working day; never later than now for the past. */
function moment(days, now) {
  const day = new Date(now + days * DAY_MS);
  return days === 0 ? now - 3_600_000 : day.setHours(17, 20, 0, 0);
}

/** The local day in the form 2026-11-21. */
function dayOf(days, now) {
  const day = new Date(now);
  day.setDate(day.getDate() + days);
  return [day.getFullYear(), String(day.getMonth() + 1).padStart(2, '0'), String(day.getDate()).padStart(2, '0')].join('-');
}

/** The rows of one person, as a backup file would hold them. Counts are zero: the visit below counts. */
function rowsOf(person, { tags, notes, next }, url, now) {
  const contact = contactId(person);
  const since = now - person.history[0][0] * DAY_MS;
  const created = { createdAt: since, updatedAt: since };
  const counts = { in: 0, out: 0, lastIn: null, lastOut: null };
  return {
    contacts: [{ id: contact, kind: 'person', name: person.name, tags, words: [], ...created, deletedAt: null }],
    identities: [
      {
        id: `${contact}-chat`,
        contactId: contact,
        site: 'demo',
        account: ACCOUNT,
        key: person.id,
        weak: false,
        name: person.name,
        link: `${url}#/c/${person.id}`,
        ...counts,
        watchedSince: since,
        ...created,
      },
    ],
    // The rep had the conversation open whenever they wrote with each other.
    days: person.history.map(([days]) => ({ identityId: `${contact}-chat`, day: dayOf(-days, now), in: 0, out: 0, watched: true })),
    notes: notes.map(({ days, text, pinned = false }, at) => {
      const written = moment(days, now);
      return { id: `${contact}-note-${at}`, contactId: contact, text, pinned, hiddenAt: null, createdAt: written, updatedAt: written };
    }),
    followUps: next
      ? [{ id: `${contact}-next`, contactId: contact, due: dayOf(next.days, now), reason: next.reason, status: 'open', ...created }]
      : [],
  };
}

/** Everything of the story, by table. */
function rowsOfAll(story, url, now) {
  const all = everybody.map((person) => rowsOf(person, story.people[person.id], url, now));
  const made = { createdAt: now - 90 * DAY_MS, updatedAt: now - 90 * DAY_MS };
  const replies = story.replies.map(([title, body], at) => ({ id: `demo-reply-${at}`, title, body, uses: 0, lastUsedAt: null, ...made }));
  const tables = ['contacts', 'identities', 'days', 'notes', 'followUps'];
  return [...tables.map((table) => [table, all.flatMap((rows) => rows[table])]), ['replies', replies]];
}

/** Takes the rows over, checked by Rapport one by one. */
async function bringIn(workspace, tables) {
  const { job } = await ask(workspace, 'restore.begin', {});
  const answers = await askAll(
    workspace,
    tables.map(([table, rows]) => ['restore.rows', { job, table, rows }]),
  );
  for (const [at, { bad }] of answers.entries()) {
    if (bad.length > 0) throw new Error(`The demo's ${tables[at][0]} no longer fit: row ${bad[0].row}, ${bad[0].why}.`);
  }
  await ask(workspace, 'restore.commit', { job, mode: 'merge' });
}

/** Opens a conversation, scrolls to its beginning and waits until every message in it is counted. */
async function visit(messenger, workspace, person) {
  await messenger.evaluate((id) => (location.hash = `#/c/${id}`), person.id);
  const wanted = person.history.reduce((sum, [, ...lines]) => sum + lines.length, 0);
  const isCounted = async () => {
    // More of the past is drawn only when one scrolls up.
    const shown = await messenger.evaluate(() => {
      document.querySelector('[data-scroll]').scrollTop = 0;
      return document.querySelectorAll('[data-message-id]').length;
    });
    const { counts } = (await ask(workspace, 'contact.get', { contact: contactId(person) })).person;
    return shown === wanted && counts.in + counts.out === wanted;
  };
  await until(isCounted, `Rapport did not count the ${wanted} messages with ${person.name}.`);
}

/**
 * Fills the profile. The tabs it needs are closed again, so the messenger's unread marks stay for the user.
 * @param {{ context: import('@playwright/test').BrowserContext, extensionId: string, url: string }} demo
 */
export async function seed({ context, extensionId, url }) {
  const workspace = await openScreen(context, extensionId, 'workspace');
  const language = await workspace.evaluate(() => navigator.language);
  const story = await import(language.startsWith('zh') ? './story-zh.mjs' : './story-en.mjs');
  await bringIn(workspace, rowsOfAll(story, url, Date.now()));
  // Setting the tags once more makes the words by which people are found.
  const tagged = everybody.map((person) => ['tags.set', { subject: { contact: contactId(person) }, tags: story.people[person.id].tags }]);
  await askAll(workspace, tagged);
  const messenger = await context.newPage();
  await messenger.goto(url);
  await messenger.bringToFront();
  for (const person of everybody) await visit(messenger, workspace, person);
  await messenger.close();
  await workspace.close();
}
