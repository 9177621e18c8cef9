// When an inserted reply counts as sent, as edited, as answered (DESIGN §1).

/** An outgoing message this long after the insert is no longer the inserted reply. */
export const SENT_WITHIN_MS = 10 * 60_000;
/** An answer later than this is not credited to the reply. */
export const ANSWERED_WITHIN_MS = 72 * 3_600_000;

/** One insertion of a reply and what became of it. Times are ms since 1970, null when it did not happen. */
export interface Credit {
  insertedAt: number;
  sentAt: number | null;
  answeredAt: number | null;
}

/** Whether an outgoing message at `at` is this reply being sent. */
export function isSending(credit: Credit, at: number): boolean {
  return credit.sentAt === null && at >= credit.insertedAt - 1_000 && at - credit.insertedAt <= SENT_WITHIN_MS;
}

/** Whether an incoming message at `at` is the first answer to this reply. */
export function isAnswer(credit: Credit, at: number): boolean {
  return credit.sentAt !== null && credit.answeredAt === null && at >= credit.sentAt && at - credit.sentAt <= ANSWERED_WITHIN_MS;
}
