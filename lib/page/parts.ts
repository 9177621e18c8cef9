// What is needed only now and then is brought into the page when it is, by the background, and stands here: objects of our
// isolated world, which the page cannot see. Brought twice, or by a newer version, the later one takes the place of the earlier.
import type { makeCredits } from './credit';
import type { insertText } from './insert';
import type { Around, Picker } from './slash/open';

/** For whoever inserts a reply; see insert/part.ts. */
export interface InsertPart {
  insertText: typeof insertText;
  makeCredits: typeof makeCredits;
}

/** For whoever asks for a reply while typing; see slash/part.ts. */
export interface SlashPart extends Picker {
  /** Whether the picker comes up. */
  open(token: string, isByMark: boolean, around: Around): boolean;
}

export const parts = globalThis as { rapportInsert?: InsertPart; rapportSlash?: SlashPart };
