// Copies of everything, room for them, and the way back.
import { z } from 'zod';
import { backupEverySchema } from '../domain/backup-age';
import { errorCodes } from '../domain/failure';
import { followUpSchema } from '../domain/records';
import { keyDateSchema } from '../domain/tie-records';
import { type Message, done, id, name, nothing } from './shapes';
import { backupView, savedFile, spaceView, tally } from './views';

/** One row that a backup would bring, change or take away. */
const difference = z.object({
  table: z.string(),
  kind: z.enum(['added', 'changed', 'older', 'gone']),
  contact: z.string().nullable(),
  name: name.nullable(),
  text: z.string(),
  before: z.string(),
  fields: z.array(z.string()),
});
export type Difference = z.infer<typeof difference>;

/** In which parts the rows of a table stand. */
const partSpans = z.record(z.string().max(40), z.tuple([z.number().int(), z.number().int()]));

const previewCursor = z.union([
  z.object({ look: z.literal('parts'), after: z.number().int(), spans: partSpans }),
  z.object({ look: z.literal('gone'), table: z.number().int().min(0).max(100), spans: partSpans }),
]);

export const backupMessages = {
  'backup.state': {
    levels: ['ui'],
    says: 'When the last backup was saved (ms), how often the rep wants to be reminded, and whether it is time.',
    request: nothing,
    reply: backupView,
  },
  'space.state': {
    levels: ['ui'],
    says: 'Whether there is room on the disk for more; without it nothing is counted.',
    request: nothing,
    reply: spaceView,
  },
  'backup.saved': {
    levels: ['ui'],
    says: 'A whole backup was just saved, under this name.',
    request: z.object({ name: z.string().min(1).max(200), where: z.enum(['file', 'folder', 'downloads']), sealed: z.boolean() }),
    reply: nothing,
  },
  'backup.list': {
    levels: ['ui'],
    says: 'The backups that were saved from here and may still be there, the newest first.',
    request: nothing,
    reply: z.object({ files: z.array(savedFile) }),
  },
  'backup.removed': {
    levels: ['ui'],
    says: 'A saved backup is not there any more: it is struck off the list.',
    request: z.object({ file: id }),
    reply: done,
  },
  'backup.auto': {
    levels: ['ui'],
    says: 'Whether a backup is made every day into the folder that the user picked.',
    request: z.object({ on: z.boolean() }),
    reply: nothing,
  },
  'backup.remind': {
    levels: ['ui'],
    says: 'How often to be reminded of a backup, in days; 0 is never.',
    request: z.object({ every: backupEverySchema }),
    reply: nothing,
  },
  'backup.part': {
    levels: ['ui'],
    says: 'The next part of the backup, at most 1 MB; the first call has no cursor.',
    request: z.object({ cursor: z.string().nullable() }),
    reply: z.object({
      table: z.string(),
      rows: z.array(z.record(z.string(), z.unknown())),
      next: z.string().nullable(),
      schema: z.number(),
      /** With the first part: how many rows there are in all. */
      of: z.number().nullable(),
    }),
  },
  'calendar.part': {
    levels: ['ui'],
    says: 'The next part of what goes into a calendar file, of everybody or of one contact: key dates, open follow-ups, and whose they are.',
    request: z.object({ contact: id.nullable(), cursor: z.string().max(200).nullable() }),
    reply: z.object({
      keyDates: z.array(keyDateSchema),
      followUps: z.array(followUpSchema),
      names: z.record(z.string(), name),
      next: z.string().nullable(),
    }),
  },
  'restore.begin': {
    levels: ['ui'],
    says: 'A backup file is about to be read in: nothing is changed yet.',
    request: nothing,
    reply: z.object({ job: id, schema: z.number() }),
  },
  'restore.rows': {
    levels: ['ui'],
    says: 'Part `n` of the file, at most 1 MB; each row is checked and set aside, bad ones are reported.',
    request: z.object({ job: id, n: z.number().int().min(0).max(1e6), table: z.string(), rows: z.array(z.unknown()).max(5000) }),
    reply: z.object({ bad: z.array(z.object({ row: z.number(), fields: z.array(z.string()) })) }),
  },
  'restore.preview': {
    levels: ['ui'],
    says: 'What the file holds against what is here, looked at for a moment: how many rows are new, newer and older, and the first of them in words; the first call has no cursor and tells what is here.',
    request: z.object({ job: id, cursor: previewCursor.nullable() }),
    reply: z.object({
      here: tally,
      file: tally,
      added: tally,
      changed: tally,
      older: tally,
      differences: z.array(difference),
      next: previewCursor.nullable(),
    }),
  },
  'restore.commit': {
    levels: ['ui'],
    says: 'Take the rows over, merged or in place of what is here; the old state is kept as undo. With a large book it goes on after the answer, which has no undo id then: restore.state tells the end.',
    request: z.object({ job: id, mode: z.enum(['merge', 'replace']) }),
    reply: done,
  },
  'restore.state': {
    levels: ['ui'],
    says: 'How far the taking over of a backup is (parts), or how the last one ended.',
    request: nothing,
    reply: z.object({
      going: z.object({ done: z.number(), of: z.number() }).nullable(),
      undo: id.nullable(),
      error: z.enum(errorCodes).nullable(),
    }),
  },
  'restore.drop': { levels: ['ui'], says: 'Forget the rows that were set aside.', request: z.object({ job: id }), reply: nothing },
} as const satisfies Record<string, Message>;
