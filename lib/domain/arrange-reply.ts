// Where a reply lies: its folder, its tags, in use or put away. Its words stay.
import type { Reply } from './reply-records';

export interface Arrangement {
  folder?: string | undefined;
  addTags?: string[] | undefined;
  removeTags?: string[] | undefined;
  archived?: boolean | undefined;
}

const MOST_TAGS = 40;

/** The fields that an arrangement of `now` (ms) changes; nothing where the reply lies so already. */
export function arranged(reply: Reply, { folder, addTags = [], removeTags = [], archived }: Arrangement, now: number): Partial<Reply> {
  const changed: Partial<Reply> = {};
  if (folder !== undefined && folder.trim() !== reply.folder) changed.folder = folder.trim();
  const tags = [...new Set([...reply.tags.filter((tag) => !removeTags.includes(tag)), ...addTags])].slice(0, MOST_TAGS);
  if (tags.join('\n') !== reply.tags.join('\n')) changed.tags = tags;
  // Put away already is put away since then.
  if (archived !== undefined && archived !== (reply.archivedAt !== null)) changed.archivedAt = archived ? now : null;
  return changed;
}
