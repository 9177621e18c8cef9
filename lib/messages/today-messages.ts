// The day, and the settings by which it is made.
import { z } from 'zod';
import { LINE_KINDS } from '../domain/agenda/line';
import { careSchema } from '../domain/care';
import { careChangeSchema } from '../domain/care-change';
import { settingsSchema } from '../domain/records';
import { type Message, both, day, done, id, name, nothing, said } from './shapes';
import { backupView, spaceView, tally } from './views';

const lineAct = z.discriminatedUnion('how', [
  z.object({ how: z.literal('done') }),
  z.object({ how: z.literal('snooze'), until: day }),
  z.object({ how: z.literal('skip'), reason: z.string().max(200) }),
  z.object({ how: z.literal('pin'), pinned: z.boolean() }),
  z.object({ how: z.literal('reopen') }),
]);

const lineRef = { key: z.string().min(1).max(200), kind: z.enum(LINE_KINDS), ref: z.string().max(200) };
const reasonView = z.object({ ...lineRef, why: said });

/** One line of Today: who, why now, what to do, where; and what else there is with this contact. */
const todayLine = reasonView.extend({
  contact: id,
  name,
  sites: z.array(name),
  act: said,
  pinned: z.boolean(),
  /** Asked for by the rep: a promise, a date; else suggested. */
  asked: z.boolean(),
  also: z.array(reasonView),
});
export type TodayLineView = z.infer<typeof todayLine>;

const todayView = z.object({
  today: day,
  lines: z.array(todayLine),
  /** Lines that are not among these: of the rep's own asking, and suggested. */
  waiting: z.object({ asked: z.number(), suggested: z.number() }),
  /** Follow-ups of later days. */
  later: z.number(),
  /** Whether anybody is remembered. */
  anybody: z.boolean(),
  /** False while the morning's reckoning goes on. */
  complete: z.boolean(),
});

const patchSettings = settingsSchema.pick({ language: true, theme: true, paused: true, blurred: true }).partial();
const shownSettings = settingsSchema.pick({ language: true, theme: true, paused: true, blurred: true });
export type ShownSettings = z.infer<typeof shownSettings>;

export const todayMessages = {
  'settings.get': {
    levels: [...both, 'picker', 'teach'],
    says: 'Language, theme, pause and blur.',
    request: nothing,
    reply: shownSettings,
  },
  'settings.set': { levels: both, says: 'Change language, theme, pause or blur.', request: patchSettings, reply: nothing },
  'popup.first': {
    levels: ['ui'],
    says: 'All that the popup draws first but the tab: settings, whom today is for, whether a backup is due, and whether there is room for more.',
    request: nothing,
    reply: z.object({ settings: shownSettings, today: todayView, backup: backupView, space: spaceView }),
  },
  'today.list': {
    levels: ['ui'],
    says: 'Whom today is for, and why: the lines of the day’s budget, or all of them; and how many wait.',
    request: z.object({ all: z.boolean() }),
    reply: todayView,
  },
  'today.act': {
    levels: ['ui'],
    says: 'A line of Today is done, skipped, pinned, put off until another day, or open again; undoable.',
    request: z.object({ line: z.object({ ...lineRef, contact: id }), act: lineAct }),
    reply: done,
  },
  'care.get': {
    levels: ['ui'],
    says: 'How the book is to be cared for, how many people are in each stage, and the first of those left in stages that were removed.',
    request: nothing,
    reply: z.object({ care: careSchema, inStage: tally, left: z.record(z.string(), z.array(z.object({ id, name }))) }),
  },
  'care.set': {
    levels: ['ui'],
    says: 'Change how the book is to be cared for: what the change names, and nothing else; undoable.',
    request: z.object({ care: careChangeSchema }),
    reply: done,
  },
} as const satisfies Record<string, Message>;
