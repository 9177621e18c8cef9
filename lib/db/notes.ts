// Notes.
import { Failure } from '../domain/failure';
import type { Note } from '../domain/records';
import { db } from './database';
import { undoable } from './undo';

/**
 * Adds a note under an id made by the screen: asking twice adds one. `drafts` are the ids of the drafts it was typed as, which go
 * with the same stroke.
 */
export async function addNote(
  contactId: string,
  id: string,
  text: string,
  now: number,
  drafts: readonly string[] = [],
): Promise<string | null> {
  const there = await db.notes.get(id);
  if (there) {
    if (there.contactId !== contactId) throw new Failure('refused');
    return null;
  }
  return undoable([['notes', id]], now, async () => {
    await db.notes.add({ id, contactId, text, pinned: false, hiddenAt: null, createdAt: now, updatedAt: now });
    await db.drafts.bulkDelete([...drafts]);
  });
}

/** Changes fields of a note that belongs to this contact. Undoable. */
export async function changeNote(
  contactId: string,
  id: string,
  fields: Partial<Pick<Note, 'text' | 'pinned' | 'hiddenAt'>>,
  now: number,
): Promise<string | null> {
  const note = await db.notes.get(id);
  if (!note) throw new Failure('gone');
  if (note.contactId !== contactId) throw new Failure('refused');
  return undoable([['notes', id]], now, async () => {
    await db.notes.update(id, { ...fields, updatedAt: now });
  });
}

/** Deletes a note. Undoable for 30 days. */
export async function deleteNote(id: string, now: number): Promise<string | null> {
  return undoable(
    [
      ['notes', id],
      ['tombstones', id],
    ],
    now,
    async () => {
      await db.notes.delete(id);
      await db.tombstones.put({ id, deletedAt: now });
    },
  );
}
