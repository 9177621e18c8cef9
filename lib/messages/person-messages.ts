// Who somebody is: remembered, named, merged, kept apart, never listed; tags, notes and next steps.
import { z } from 'zod';
import { SAME_WORDS } from '../domain/same-person';
import { TIMELINE_KINDS, itemSchema } from '../domain/timeline/item';
import { type Message, both, day, done, id, name, nothing, said, tag, withSubject } from './shapes';
import { personSchema, savedFile } from './views';

export const timelineLine = itemSchema.extend({ what: said });
export type TimelineLine = z.infer<typeof timelineLine>;

export const personMessages = {
  'person.remember': { levels: both, says: 'Remember the person of this conversation.', request: z.object(withSubject), reply: done },
  'person.which': {
    levels: both,
    says: 'The rep says which remembered person this conversation is, or that it is nobody of them.',
    request: z.object({ ...withSubject, identity: id.nullable() }),
    reply: nothing,
  },
  'person.find': {
    levels: both,
    says: 'Remembered people whose name begins like this, to say "this is the same person as"; at most eight.',
    request: z.object({ ...withSubject, query: z.string().min(1).max(80) }),
    reply: z.object({ found: z.array(z.object({ id, name, sites: z.array(name) })) }),
  },
  'person.same': {
    levels: both,
    says: 'This conversation belongs to that remembered person; undoable.',
    request: z.object({ ...withSubject, contact: id }),
    reply: done,
  },
  'person.suggested': {
    levels: both,
    says: 'Who may be the same person as this one, and why: what both have is named, nothing else of the other one but name and sites.',
    request: z.object(withSubject),
    reply: z.object({
      suggested: z.array(
        z.object({ id, name, sites: z.array(name), reasons: z.array(z.object({ word: z.enum(SAME_WORDS), args: z.array(z.string()) })) }),
      ),
    }),
  },
  'person.merge': {
    levels: both,
    says: 'A suggested person is the same: everything of that one moves here; undoable, and to be taken apart at any time.',
    request: z.object({ ...withSubject, contact: id }),
    reply: done,
  },
  'person.apart': {
    levels: both,
    says: 'A suggested person is somebody else, and is not suggested again; undoable.',
    request: z.object({ ...withSubject, contact: id }),
    reply: done,
  },
  'person.merged': {
    levels: ['ui'],
    says: 'Who was merged into a person, the newest first, with the day.',
    request: z.object({ contact: id }),
    reply: z.object({ merged: z.array(z.object({ merge: id, name, at: z.number() })) }),
  },
  'person.unmerge': {
    levels: ['ui'],
    says: 'Take somebody who was merged out again, with all that came from there; undoable.',
    request: z.object({ merge: id }),
    reply: done,
  },
  'person.split': {
    levels: ['ui'],
    says: 'Take one identity out of a person, with what was counted for it and these notes, into a person of its own; undoable.',
    request: z.object({ contact: id, identity: id, notes: z.array(id).max(1000) }),
    reply: done.extend({ contact: id }),
  },
  'person.never': {
    levels: both,
    says: 'Forget this conversation and never record it again; undoable.',
    request: z.object(withSubject),
    reply: done,
  },
  'person.allow': { levels: both, says: 'Take this conversation off the never list.', request: z.object(withSubject), reply: nothing },
  'person.rename': {
    levels: both,
    says: 'Give the person another name.',
    request: z.object({ ...withSubject, name: z.string().trim().min(1).max(200) }),
    reply: done,
  },
  'tags.set': {
    levels: both,
    says: 'The tags of a person.',
    request: z.object({ ...withSubject, tags: z.array(tag).max(50) }),
    reply: done,
  },
  'tags.known': {
    levels: both,
    says: 'Tags in use that begin like this, most used first; at most eight.',
    request: z.object({ beginning: z.string().max(60) }),
    reply: z.object({ tags: z.array(z.string()) }),
  },
  'note.add': {
    levels: both,
    says: 'A new note under an id made by the screen, so that asking twice adds one; empties the draft.',
    request: z.object({ ...withSubject, note: id, text: z.string().trim().min(1).max(20_000) }),
    reply: done,
  },
  'note.edit': {
    levels: both,
    says: 'Another text for a note.',
    request: z.object({ ...withSubject, note: id, text: z.string().trim().min(1).max(20_000) }),
    reply: done,
  },
  'note.pin': {
    levels: both,
    says: 'Pin a note to the top, or let it go.',
    request: z.object({ ...withSubject, note: id, pinned: z.boolean() }),
    reply: nothing,
  },
  'note.hide': { levels: both, says: 'Hide a note; undoable.', request: z.object({ ...withSubject, note: id }), reply: done },
  'followup.set': {
    levels: both,
    says: 'The next follow-up of a person; replaces the open one.',
    request: z.object({ ...withSubject, due: day, reason: z.string().trim().max(500) }),
    reply: done,
  },
  'followup.end': {
    levels: both,
    says: 'A follow-up is done or skipped; undoable.',
    request: z.object({ ...withSubject, followUp: id, status: z.enum(['done', 'skipped']) }),
    reply: done,
  },
  'followup.snooze': {
    levels: both,
    says: 'A follow-up waits until another day; undoable.',
    request: z.object({ ...withSubject, followUp: id, due: day }),
    reply: done,
  },
  'contact.get': {
    levels: ['ui'],
    says: 'One contact with everything about it.',
    request: z.object({ contact: id }),
    reply: z.object({ person: personSchema.nullable(), draft: z.string() }),
  },
  'timeline.get': {
    levels: ['ui'],
    says: 'What happened with a contact, the newest first, a page at a time: of all kinds or of one.',
    request: z.object({
      contact: id,
      kind: z.enum(TIMELINE_KINDS).nullable(),
      cursor: z.string().max(300).nullable(),
      limit: z.number().int().min(1).max(100),
    }),
    reply: z.object({ items: z.array(timelineLine), next: z.string().nullable() }),
  },
  'contact.forget': {
    levels: ['ui'],
    says: 'Forget a contact for good, with all that belongs to it and every undo that holds it; can be taken back for ten minutes. Names the backups that still hold it.',
    request: z.object({ contact: id }),
    reply: done.extend({ files: z.array(savedFile) }),
  },
  'contact.export': {
    levels: ['ui'],
    says: 'All that is kept of one contact, as the tables hold it.',
    request: z.object({ contact: id }),
    reply: z.object({ schema: z.number(), tables: z.record(z.string(), z.array(z.record(z.string(), z.unknown()))) }),
  },
  'contact.delete': { levels: ['ui'], says: 'Delete a contact; undoable for 30 days.', request: z.object({ contact: id }), reply: done },
  'note.delete': { levels: ['ui'], says: 'Delete a note for good; undoable for 30 days.', request: z.object({ note: id }), reply: done },
} as const satisfies Record<string, Message>;
