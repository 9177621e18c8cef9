// Contacts by a search, the best first: in the book where that is complete, else by looking at one after the other.
import { findInBook } from '@/lib/db/book';
import { listContacts } from '@/lib/db/contacts';
import { db } from '@/lib/db/database';
import type { Contact } from '@/lib/domain/records';
import { reckoningNow } from './reckon';

/** A cursor of this kind is a place in the book. */
const IN_BOOK = 'book:';

/** A page of contacts whom a search finds, or of all by name when nothing is searched for. */
export async function findContacts(
  query: string,
  cursor: string | null,
  limit: number,
): Promise<{ contacts: Contact[]; next: string | null }> {
  if (cursor !== null && !cursor.startsWith(IN_BOOK)) return listContacts(query, cursor, limit);
  const from = cursor === null ? 0 : Number(cursor.slice(IN_BOOK.length)) || 0;
  const ids = await findInBook(query, from, limit + 1, reckoningNow);
  if (ids === null) return listContacts(query, null, limit);
  const contacts = (await db.contacts.bulkGet(ids.slice(0, limit))).filter((contact) => contact?.deletedAt === null) as Contact[];
  return { contacts, next: ids.length > limit ? `${IN_BOOK}${from + limit}` : null };
}
