// Brought into the page right before a reply is inserted: the writing itself, and what follows whether the reply was sent.
import { makeCredits } from '../credit';
import { parts } from '../parts';
import { insertText } from './index';

/** Leaves the functions where the page script finds them. */
export function offerInsert(): void {
  parts.rapportInsert = { insertText, makeCredits };
}
