// Moving everything of a contact to another one and back. All of it runs inside the caller's transaction.
import { broughtAnew, broughtBy, stillBrought, withBrought } from '../domain/merged-fields';
import type { Contact, FollowUp } from '../domain/records';
import { OWNED_TABLES } from '../domain/tables';
import type { Brought, Merge } from '../domain/tie-records';
import { db } from './database';
import { forgetStood } from './moves';
import { inOrder, mergesAbove, mergesBelow, mergesInto, seenAs, wordsWithMerged } from './merge-tree';

/** Tables whose rows name their contact, with the field that does; `referrals` are facts by the person who was brought. */
const MOVING: readonly (readonly [name: string, table: string, field: string])[] = [
  ['identities', 'identities', 'contactId'],
  ...OWNED_TABLES.map((table) => [table, table, 'contactId'] as const),
  ['referrals', 'facts', 'other'],
];

/** Writes the index words of a contact anew. */
export async function rewriteWords(id: string): Promise<void> {
  const contact = await db.contacts.get(id);
  if (contact) await db.contacts.update(id, { words: await wordsWithMerged(contact) });
}

/** Follows a change of what is brought to a contact: its own fields, then those of whom it was merged into, and so on. */
async function bringAnew(id: string, before: readonly Brought[], after: readonly Brought[], now: number): Promise<void> {
  const contact = await db.contacts.get(id);
  if (!contact) return;
  const fields = withBrought(contact, before, after);
  await db.contacts.update(id, { ...fields, updatedAt: now });
  const up = await db.merges.where({ from: id }).first();
  const into = up && (await db.contacts.get(up.into));
  if (!up || !into) return;
  const merges = await mergesInto(up.into);
  const others = merges.filter((one) => one.id !== up.id).map((one) => one.brought);
  const brought = broughtAnew(up.brought, contact, fields, into, others);
  await db.merges.update(up.id, { brought, updatedAt: now });
  const all = (own: Brought) => merges.map((one) => (one.id === up.id ? own : one.brought));
  await bringAnew(up.into, all(up.brought), all(brought), now);
}

/** Moves all rows of a contact that name it to another one. Gives their ids by name, see MOVING. */
export async function moveRows(from: string, to: string, now: number): Promise<Merge['moved']> {
  const moved: Merge['moved'] = {};
  for (const [name, table, field] of MOVING) {
    const ids = (await db.table(table).where(field).equals(from).primaryKeys()) as string[];
    for (const id of ids) await db.table(table).update(id, { [field]: to, updatedAt: now });
    if (ids.length > 0) moved[name] = ids;
  }
  return moved;
}

const openOf = async (contactId: string): Promise<FollowUp[]> =>
  (await db.followUps.where({ contactId }).toArray()).filter(({ status }) => status === 'open');

/** Makes a contact part of another one, which may be part of a third itself: everything moves to the one that is seen. */
export async function moveIn({ id, from, into, createdAt }: Pick<Merge, 'id' | 'from' | 'into' | 'createdAt'>, now: number): Promise<void> {
  const seen = await seenAs(into);
  const source = (await db.contacts.get(from))!;
  const target = (await db.contacts.get(into))!;
  const others = new Set(
    (await mergesBelow(from)).flatMap(({ moved }) => Object.entries(moved).flatMap(([name, ids]) => ids.map((one) => name + one))),
  );
  const replaced = (await openOf(seen)).length > 0 ? (await openOf(from)).map((one) => one.id) : [];
  const moved = await moveRows(from, seen, now);
  for (const [name, ids] of Object.entries(moved)) moved[name] = ids.filter((one) => !others.has(name + one));
  for (const one of replaced) await db.followUps.update(one, { status: 'replaced', updatedAt: now });
  const siblings = await mergesInto(into);
  const gifts = siblings.map((one) => one.brought);
  const brought = broughtBy(source, target, gifts);
  await db.contacts.update(from, { deletedAt: createdAt, mergedInto: into, updatedAt: now });
  const merge: Merge = { id, into, from, moved, replaced, brought, createdAt, updatedAt: now };
  await db.merges.add(merge);
  await bringAnew(
    into,
    gifts,
    inOrder([...siblings, merge]).map((one) => one.brought),
    now,
  );
  await rewriteWords(seen);
  await forgetStood([from, seen]);
  await moveDraft(from, seen);
}

/** Takes a merged contact out again, with all that was its own or of those merged into it. Rows that went elsewhere since stay there. */
export async function moveOut(merge: Merge, now: number): Promise<void> {
  const { id, from, into } = merge;
  const seen = await seenAs(into);
  const inside = [merge, ...(await mergesBelow(from))];
  const over = [merge, ...(await mergesAbove(into))];
  for (const [name, table, field] of MOVING) {
    const ids = inside.flatMap(({ moved }) => moved[name] ?? []);
    const rows = await db.table<Record<string, unknown>>(table).bulkGet(ids);
    for (const [i, row] of rows.entries())
      if (row?.[field] === seen) await db.table(table).update(ids[i]!, { [field]: from, updatedAt: now });
  }
  await reopen(from, over, now);
  await db.merges.delete(id);
  const siblings = await mergesInto(into);
  const before = inOrder([merge, ...siblings]).map((one) => one.brought);
  await bringAnew(
    into,
    before,
    siblings.map((one) => one.brought),
    now,
  );
  await db.contacts.update(from, { deletedAt: null, mergedInto: null, updatedAt: now });
  await rewriteWords(from);
  await rewriteWords(seen);
  await forgetStood([from, seen]);
}

/** Follow-ups that gave way on the way up are open again. */
async function reopen(contactId: string, over: readonly Merge[], now: number): Promise<void> {
  for (const { id, replaced } of over) {
    const back = (await db.followUps.bulkGet(replaced)).filter((one) => one?.contactId === contactId && one.status === 'replaced');
    for (const one of back) await db.followUps.update(one!.id, { status: 'open', updatedAt: now });
    const ids = new Set(back.map((one) => one!.id));
    if (ids.size > 0) await db.merges.update(id, { replaced: replaced.filter((one) => !ids.has(one)) });
  }
}

/** What is being typed about a contact goes where it is seen, if nothing is being typed there. */
async function moveDraft(from: string, to: string): Promise<void> {
  const draft = await db.drafts.get(`contact:${from}`);
  if (!draft || (await db.drafts.get(`contact:${to}`))) return;
  await db.drafts.put({ ...draft, id: `contact:${to}` });
  await db.drafts.delete(draft.id);
}

/** Rows that came back to a merged contact (an undo, a restored backup) go where it is seen, and leave with it. */
export async function moveStrays(merge: Merge, now: number): Promise<void> {
  const strays = await moveRows(merge.from, await seenAs(merge.into), now);
  if (Object.keys(strays).length === 0) return;
  const { moved } = (await db.merges.get(merge.id))!;
  for (const [name, ids] of Object.entries(strays)) moved[name] = [...new Set([...(moved[name] ?? []), ...ids])];
  await db.merges.update(merge.id, { moved });
}

/** Rows that left by another way (split off) belong to no merge any more. */
export async function forgetOrigin(contactId: string, gone: ReadonlySet<string>): Promise<void> {
  for (const merge of await mergesBelow(contactId)) {
    const moved = Object.fromEntries(Object.entries(merge.moved).map(([name, ids]) => [name, ids.filter((id) => !gone.has(id))]));
    if (JSON.stringify(moved) !== JSON.stringify(merge.moved)) await db.merges.update(merge.id, { moved });
  }
}

/** After the rep changed a contact by hand: what was taken away does not belong to those merged into it any more. */
export async function keepByHand(before: Contact, now: number): Promise<void> {
  const contact = (await db.contacts.get(before.id))!;
  for (const merge of await mergesInto(before.id)) {
    const brought = stillBrought(merge.brought, before, contact);
    if (JSON.stringify(brought) !== JSON.stringify(merge.brought)) await db.merges.update(merge.id, { brought, updatedAt: now });
  }
}
