// What stands before each write of `every-write.ts`, and what such a write is.
import { fromPage, fromPanel, fromScreen, message, show, startAnew, subject } from './background';
import { pageSays } from './browser';
import { DAY, NOW } from './people';
import { db } from '@/lib/db/database';
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

export const fact = { id: 'fact1', kind: 'nps' as const, on: '2026-02-25', text: '', score: 9, other: null };

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
/** A write, after what it needs. */
export const after = <T>(before: (stage: Stage) => Promise<T>, write: (stage: Stage, prepared: T) => Promise<unknown>): Prepared => ({
  before,
  write,
});

/** The writes of some messages, each by what it does. */
export type Writes = Partial<Record<MessageName, Record<string, Write | Prepared>>>;
