// Every message that changes a record of the user's, with what has to stand there before it.
import { ask, fromPage, fromPanel, fromScreen, message, show, startAnew, subject, TAB } from './background';
import { granted, ORIGIN, page, pageSays } from './browser';
import { beginImport, readyImport, stagePeople, takeChat } from './import-writes';
import { DAY, NOW } from './people';
import { db } from '@/lib/db/database';
import type { BulkChange } from '@/lib/domain/book/bulk-change';
import { taughtId, type TaughtReading, type TaughtSpec } from '@/lib/domain/taught-site';
import type { MessageName } from '@/lib/messages/protocol';

/** What stands before each write, and the ids that the writes name. */
export interface Stage {
  anna: string;
  twin: string;
  note: string;
  followUp: string;
  line: { key: string; kind: 'follow-up'; ref: string; contact: string };
  reply: string;
}

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
const fact = { id: 'fact1', kind: 'nps' as const, on: '2026-02-25', text: '', score: 9, other: null };

const origin = 'http://192.168.1.20:8080';
const taughtPage = page(TAB, `${origin}/chat`);
const reading: TaughtReading = {
  app: ['#app'],
  title: ['h1'],
  list: ['[role="log"]'],
  row: ['li'],
  said: ['p'],
  direction: { by: 'mark', where: 'row', out: ['.out'], in: ['.in'], otherwise: 'unknown' },
  key: { at: [], attribute: 'data-id', digits: false },
  keysUniqueIn: 'conversation',
  unsettled: [],
  time: null,
  composer: ['textarea'],
  identity: { by: 'name' },
};
const site: TaughtSpec = { ...reading, version: 1, id: taughtId(origin), name: 'Shop', origin, surface: 'overlay' };

export async function setStage(): Promise<Stage> {
  await startAnew();
  await show('A. Schmidt', { ref: 'r2' });
  await fromPanel('person.remember', { subject: { ref: 'r2' } });
  await fromPanel('tie.say', { subject: { ref: 'r2' }, about: { emails: ['anna@oak.de'] } });
  await show('Anna', { keys: ['k1', 'k2'] });
  await fromPanel('note.add', { subject, note: 'n1', text: 'likes tea' });
  const dated = (key: string, days: number) => ({ ...message(key, days % 2 ? 'in' : 'out'), at: new Date(NOW - days * DAY).toISOString() });
  await fromPage('page.messages', {
    site: 'demo',
    ref: 'r1',
    messages: [dated('k1', 1), dated('k2', 4), dated('k3', 12), dated('k4', 33)],
  });
  await fromPanel('tie.say', { subject, about: { emails: ['anna@oak.de'] } });
  await fromPanel('followup.set', { subject, due: '2026-03-02', reason: 'Call' });
  await fromPanel('life.save', { subject, deals: [], facts: [{ ...fact, id: 'fact0' }], keyDates: [] });
  const { id: reply } = await fromScreen('reply.save', { id: null, title: 'Hello', body: 'Hello {{name}}' });
  await fromScreen('settings.set', { theme: 'dark' });
  const contacts = await db.contacts.toArray();
  const of = (name: string) => contacts.find((contact) => contact.name === name)!.id;
  const followUp = (await db.followUps.toArray())[0]!.id;
  const { lines } = await fromScreen('today.list', { all: true });
  const line = lines.find((one) => one.kind === 'follow-up')!;
  pageSays.set('insert', 'inserted');
  return {
    anna: of('Anna'),
    twin: of('A. Schmidt'),
    note: 'n1',
    followUp,
    line: { key: line.key, kind: 'follow-up', ref: line.ref, contact: line.contact },
    reply,
  };
}

export type Write = (stage: Stage) => Promise<unknown>;
/** A write that needs something done before it, which dies never. */
export interface Prepared {
  before: (stage: Stage) => Promise<unknown>;
  write: (stage: Stage, prepared: never) => Promise<unknown>;
}
const after = <T>(before: (stage: Stage) => Promise<T>, write: (stage: Stage, prepared: T) => Promise<unknown>): Prepared => ({
  before,
  write,
});

/** A change of many, of which each of these is a part. */
async function bulk(change: BulkChange, ...parts: string[][]): Promise<{ job: string }> {
  const { job } = await fromScreen('bulk.begin', { change });
  for (const [n, contacts] of parts.entries()) await fromScreen('bulk.add', { job, from: n, contacts, isLast: n === parts.length - 1 });
  return { job };
}

const today =
  (act: Parameters<typeof fromScreen<'today.act'>>[1]['act']): Write =>
  ({ line }) =>
    fromScreen('today.act', { line, act });
const staged = async () => {
  const { rows } = await fromScreen('backup.part', { cursor: null });
  const { job } = await fromScreen('restore.begin', {});
  await fromScreen('restore.rows', { job, n: 0, table: 'contacts', rows: rows.map((row) => ({ ...row, name: 'Other', updatedAt: 9e12 })) });
  return job;
};

export const writes: Partial<Record<MessageName, Record<string, Write | Prepared>>> = {
  'page.messages': {
    'counts what is new': () => fromPage('page.messages', { site: 'demo', ref: 'r1', messages: [message('k8'), message('k9', 'out')] }),
  },
  'page.sent': {
    'credits a sending': after(
      async ({ reply }) => {
        await fromPanel('reply.insert', { subject, reply });
        return (await db.credits.toArray())[0]!.id;
      },
      (_, insertion) => fromPage('page.sent', { ref: 'r1', insertion, edited: false }),
    ),
  },
  'page.act': {
    'counts a like': () =>
      fromPage('page.act', {
        site: 'demo',
        account: 'me',
        kind: 'like',
        item: 'post-1',
        author: { ids: [{ value: 'id-Anna', kind: 'permanent' }], name: 'Anna' },
        done: true,
      }),
  },
  'panel.place': { 'keeps the width': () => fromPanel('panel.place', { width: 400, final: true }) },
  'person.remember': {
    'remembers somebody': after(
      () => show('Cleo', { ref: 'r3' }),
      () => fromPanel('person.remember', { subject: { ref: 'r3' } }),
    ),
  },
  'person.same': {
    'joins a conversation to a person': after(
      () => show('Cleo', { ref: 'r3', keys: ['c1'] }),
      ({ twin }) => fromPanel('person.same', { subject: { ref: 'r3' }, contact: twin }),
    ),
  },
  'person.merge': { 'makes two people one': ({ twin }) => fromPanel('person.merge', { subject, contact: twin }) },
  'person.apart': { 'keeps two people apart': ({ twin }) => fromPanel('person.apart', { subject, contact: twin }) },
  'referral.set': {
    'puts down who brought somebody': ({ anna, twin }) => fromScreen('referral.set', { contact: anna, by: twin }),
    'puts down that nobody did': after(
      ({ anna, twin }) => fromScreen('referral.set', { contact: twin, by: anna }),
      ({ twin }) => fromScreen('referral.set', { contact: twin, by: null }),
    ),
  },
  'person.unmerge': {
    'makes one person two again': after(
      async ({ twin }) => {
        await fromPanel('person.merge', { subject, contact: twin });
        return (await db.merges.toArray())[0]!.id;
      },
      (_, merge) => fromScreen('person.unmerge', { merge }),
    ),
  },
  'person.split': {
    'moves an address and its notes out': after(
      async ({ twin }) => {
        await fromPanel('person.merge', { subject, contact: twin });
        return (await db.identities.toArray()).find(({ name }) => name === 'A. Schmidt')!;
      },
      async ({ note }, { id, contactId }) => fromScreen('person.split', { contact: contactId, identity: id, notes: [note] }),
    ),
  },
  'person.never': { 'forgets somebody for good': () => fromPanel('person.never', { subject }) },
  'person.allow': {
    'takes somebody off that list': after(
      async () => {
        await fromPanel('person.never', { subject });
        pageSays.set('who', {
          account: 'me',
          conversation: { kind: 'person', ids: [{ value: 'id-Anna', kind: 'permanent' }], name: 'Anna' },
        });
      },
      () => fromPanel('person.allow', { subject }),
    ),
  },
  'person.rename': { renames: () => fromPanel('person.rename', { subject, name: 'Anna B.' }) },
  'tags.set': { 'sets tags': () => fromPanel('tags.set', { subject, tags: ['vip', 'hotel'] }) },
  'note.add': {
    'adds a note and empties the draft': after(
      () => fromPanel('draft.keep', { subject, text: 'second' }),
      () => fromPanel('note.add', { subject, note: 'n2', text: 'second' }),
    ),
  },
  'note.edit': { 'changes a note': ({ note }) => fromPanel('note.edit', { subject, note, text: 'likes coffee' }) },
  'note.pin': { 'pins a note': ({ note }) => fromPanel('note.pin', { subject, note, pinned: true }) },
  'note.hide': { 'hides a note': ({ note }) => fromPanel('note.hide', { subject, note }) },
  'note.delete': { 'deletes a note': ({ note }) => fromScreen('note.delete', { note }) },
  'draft.keep': { 'keeps a draft': () => fromPanel('draft.keep', { subject, text: 'half a sen' }) },
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
  'reply.insert': { 'credits an insertion': ({ reply }) => fromPanel('reply.insert', { subject, reply }) },
  'reply.save': {
    creates: () => fromScreen('reply.save', { id: null, title: 'Bye', body: 'Bye' }),
    changes: ({ reply }) => fromScreen('reply.save', { id: reply, title: 'Hi', body: 'Hi' }),
  },
  'reply.choose': {
    'forgets what was typed': after(
      () => db.typed.put({ id: '0123456789abcdef', at: NOW }),
      () => fromScreen('reply.choose', { choices: { typed: false } }),
    ),
  },
  'reply.arrange': {
    'puts several away': after(
      () => fromScreen('reply.save', { id: null, title: 'Bye', body: 'Bye' }),
      ({ reply }, { id }) =>
        fromScreen('reply.arrange', { replies: [reply, id], change: { folder: 'Old', addTags: ['a'], archived: true } }),
    ),
    'brings one back whose shortcut is taken': after(
      async ({ reply }) => {
        await fromScreen('reply.save', { id: reply, title: 'Hello', body: 'Hello', shortcut: 'hi' });
        await fromScreen('reply.arrange', { replies: [reply], change: { archived: true } });
        await fromScreen('reply.save', { id: null, title: 'Hi', body: 'Hi', shortcut: 'hi' });
      },
      ({ reply }) => fromScreen('reply.arrange', { replies: [reply], change: { archived: false } }),
    ),
  },
  'folder.rename': {
    'renames a folder': after(
      ({ reply }) => fromScreen('reply.arrange', { replies: [reply], change: { folder: 'Old' } }),
      () => fromScreen('folder.rename', { from: 'Old', to: 'New' }),
    ),
  },
  'starter.add': { 'brings replies': () => fromScreen('starter.add', { language: 'zh' }) },
  'starter.remove': {
    'removes them': after(
      () => fromScreen('starter.add', { language: 'en' }),
      () => fromScreen('starter.remove', {}),
    ),
  },
  'reply.keep': { 'makes a reply of a text': () => fromPanel('reply.keep', { title: 'Closed', text: 'We are closed on Monday.' }) },
  'example.keep': {
    'keeps a message': after(
      () => Promise.resolve(pageSays.set('words', 'When is it delivered?')),
      ({ reply }) => fromPanel('example.keep', { subject, reply }),
    ),
  },
  'example.drop': {
    'forgets a message': after(
      async ({ reply }) => {
        pageSays.set('words', 'When is it delivered?');
        await fromPanel('example.keep', { subject, reply });
        return (await db.examples.toArray())[0]!.id;
      },
      (_, example) => fromScreen('example.drop', { example }),
    ),
  },
  'reply.delete': { 'deletes a reply': ({ reply }) => fromScreen('reply.delete', { reply }) },
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
  'undo.run': {
    'brings a deleted contact back': after(
      ({ anna }) => fromScreen('contact.delete', { contact: anna }),
      (_, { undo }) => fromScreen('undo.run', { undo: undo! }),
    ),
    'takes a merge back': after(
      ({ twin }) => fromPanel('person.merge', { subject, contact: twin }),
      (_, { undo }) => fromScreen('undo.run', { undo: undo! }),
    ),
    'takes a restore back': after(
      async () => fromScreen('restore.commit', { job: await staged(), mode: 'replace' }),
      (_, { undo }) => fromScreen('undo.run', { undo: undo! }),
    ),
    'takes a line of Today back': after(
      (stage) => today({ how: 'snooze', until: '2026-03-20' })(stage),
      (_, done) => fromScreen('undo.run', { undo: (done as { undo: string }).undo }),
    ),
  },
  'settings.set': { 'chooses a language': () => fromScreen('settings.set', { language: 'zh_CN' }) },
  'care.set': { 'chooses another half-life': () => fromScreen('care.set', { care: { halfLife: 60, budget: 5 } }) },
  'site.set': { 'switches a site off': () => fromScreen('site.set', { site: 'demo', off: true }) },
  'site.adopt': {
    'reads a self-hosted site on an origin': () =>
      fromScreen('site.adopt', { site: 'mattermost', origin: 'https://chat.oak.example', on: true }),
  },
  'teach.save': {
    'keeps what was taught': after(
      async () => {
        granted.add('http://192.168.1.20/*');
        await fromScreen('teach.begin', { tab: TAB, origin });
        return ask(taughtPage, 'page.teach', { refused: false });
      },
      (_, { token }) =>
        ask({ ...taughtPage, url: `${ORIGIN}/teach.html#${token}`, frameId: 3, documentId: 'doc-1' }, 'teach.save', {
          name: 'Shop',
          reading,
        }),
    ),
  },
  'taught.save': { 'keeps a taught site': () => fromScreen('taught.save', { site }) },
  'taught.delete': {
    'deletes a taught site': after(
      () => fromScreen('taught.save', { site }),
      () => fromScreen('taught.delete', { site: site.id }),
    ),
  },
  'tab.forget': { 'takes back what a tab recorded': () => fromScreen('tab.forget', { tab: TAB }) },
  'table.set': { 'chooses columns': () => fromScreen('table.set', { change: { what: 'columns', columns: ['tier'] } }) },
  'numbers.set': { 'wants a goal': () => fromScreen('numbers.set', { change: { what: 'goal', goal: 'new', value: 12 } }) },
  'bulk.begin': { 'writes down what is to be done': () => fromScreen('bulk.begin', { change: { what: 'tag', tag: 'fair' } }) },
  'bulk.add': {
    'names whom to change': after(
      () => fromScreen('bulk.begin', { change: { what: 'tag', tag: 'fair' } }),
      ({ anna, twin }, { job }) => fromScreen('bulk.add', { job, from: 0, contacts: [anna, twin], isLast: true }),
    ),
  },
  'bulk.step': {
    'tags several at once': after(
      ({ anna, twin }) => bulk({ what: 'tag', tag: 'fair' }, [anna, twin]),
      (_, { job }) => fromScreen('bulk.step', { job }),
    ),
    'goes on with the same act': after(
      async ({ anna, twin }) => {
        const { job } = await bulk({ what: 'stage', stage: 'lead' }, [anna], [twin]);
        await fromScreen('bulk.step', { job });
        return { job };
      },
      (_, { job }) => fromScreen('bulk.step', { job }),
    ),
  },
  'bulk.back': {
    'is not gone on with': after(
      ({ anna, twin }) => bulk({ what: 'delete' }, [anna, twin]),
      (_, { job }) => fromScreen('bulk.back', { job }),
    ),
  },
  'bulk.drop': {
    'forgets what is left': after(
      ({ anna, twin }) => bulk({ what: 'delete' }, [anna, twin]),
      (_, { job }) => fromScreen('bulk.drop', { job }),
    ),
  },
  'contact.delete': { 'deletes a contact': ({ anna }) => fromScreen('contact.delete', { contact: anna }) },
  'backup.saved': { 'notes a backup': () => fromScreen('backup.saved', { name: 'a.json', where: 'file', sealed: false }) },
  'backup.removed': {
    'forgets that a backup was saved': after(
      async () => {
        await fromScreen('backup.saved', { name: 'a.json', where: 'folder', sealed: true });
        return (await fromScreen('backup.list', {})).files[0]!.id;
      },
      (_, file) => fromScreen('backup.removed', { file }),
    ),
  },
  'backup.auto': { 'has backups made by themselves': () => fromScreen('backup.auto', { on: true }) },
  'contact.forget': { 'forgets somebody for good': ({ anna }) => fromScreen('contact.forget', { contact: anna }) },
  'backup.remind': { 'reminds more often': () => fromScreen('backup.remind', { every: 30 }) },
  'replies.stage': {
    'sets replies aside': () => fromScreen('replies.stage', { job: 'job', n: 0, replies: [{ title: 'A', body: 'B' }] }),
  },
  'replies.import': {
    'puts replies in': after(
      async () => {
        const { job } = await fromScreen('restore.begin', {});
        const part = (n: number) => ({ job, n, replies: ['A', 'B'].map((title) => ({ title: title + n, body: title, shortcut: 'x' })) });
        for (const n of [0, 1]) await fromScreen('replies.stage', part(n));
        return job;
      },
      (_, job) => fromScreen('replies.import', { job }),
    ),
  },
  'replies.drop': {
    'drops replies that were set aside': after(
      () => fromScreen('replies.stage', { job: 'job', n: 0, replies: [{ title: 'A', body: 'B' }] }),
      () => fromScreen('replies.drop', { job: 'job' }),
    ),
  },
  'restore.rows': {
    'sets rows aside': after(
      () => fromScreen('restore.begin', {}),
      (_, { job }) => fromScreen('restore.rows', { job, n: 0, table: 'tombstones', rows: [{ id: 't1', deletedAt: 1 }] }),
    ),
  },
  'restore.commit': {
    merges: after(staged, (_, job) => fromScreen('restore.commit', { job, mode: 'merge' })),
    replaces: after(staged, (_, job) => fromScreen('restore.commit', { job, mode: 'replace' })),
  },
  'restore.drop': { 'drops what was set aside': after(staged, (_, job) => fromScreen('restore.drop', { job })) },
  'chat.take': { 'counts a chat out of a file': takeChat },
  'import.begin': { 'opens an import': beginImport },
  'import.rows': { 'sets people aside': after(beginImport, (_, job) => stagePeople(job)) },
  'import.commit': { 'takes people in': after(readyImport, (_, job) => fromScreen('import.commit', { job })) },
  'import.drop': { 'forgets an import': after(readyImport, (_, job) => fromScreen('import.drop', { job })) },
};
