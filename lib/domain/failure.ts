// A failure that a screen has words for.

export const errorCodes = ['refused', 'invalid', 'moved', 'gone', 'undone', 'full', 'foreign', 'newer', 'taken', 'busy', 'failed'] as const;

/**
 * `refused`: this sender may not. `invalid`: the request is not of the agreed form. `moved`: another conversation is open
 * now. `gone`: the record is no more. `undone`: taken back already. `full`: the disk is full. `foreign`, `newer`: a backup of
 * something else, of a later version. `taken`: another record has this name. `busy`: a backup or a file of
 * is being taken over. `failed`: anything unforeseen.
 */
export type ErrorCode = (typeof errorCodes)[number];

export class Failure extends Error {
  constructor(readonly code: ErrorCode) {
    super(code);
    this.name = 'Failure';
  }
}
