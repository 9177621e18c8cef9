// A reply template of which nothing is said but its title and words.
import { newId } from './id';
import type { Reply } from './reply-records';

/** A new reply made at `now` (ms): fits everybody, in no folder, never used. */
export function blankReply(title: string, body: string, now: number): Reply {
  return {
    id: newId(now),
    title,
    body,
    shortcut: '',
    language: null,
    folder: '',
    tags: [],
    fits: { types: [], tiers: [], stages: [], occasions: [] },
    sells: false,
    archivedAt: null,
    starter: null,
    uses: 0,
    outcomes: {},
    lastUsedAt: null,
    createdAt: now,
    wordedAt: now,
    updatedAt: now,
  };
}
