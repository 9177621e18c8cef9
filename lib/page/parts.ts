// What is needed only now and then is brought into the page when it is, by the background, and stands here: objects of our
// isolated world, which the page cannot see. Brought twice, or by a newer version, the later one takes the place of the earlier.
import type { makeCredits } from './credit';
import type { insertText } from './insert';

/** For whoever inserts a reply; see insert/part.ts. */
export interface InsertPart {
  insertText: typeof insertText;
  makeCredits: typeof makeCredits;
}

export const parts = globalThis as { rapportInsert?: InsertPart };
