// What became of a reply, in words: never a bare share, and a few are said to be few.
import type { Arrangement } from '../../lib/domain/arrange-reply';
import { dayOf } from '../../lib/domain/day';
import type { Belief } from '../../lib/domain/rank/answered';
import type { Reply, Shelf } from '../../lib/domain/reply-records';
import type { SHOWN } from '../../lib/domain/reply-shelf';
import { FEW_SENT } from '../../lib/domain/reply-shelf';
import { sumOutcomes } from '../../lib/domain/reply-tally';
import { dayInWords } from '../../lib/words/dates';
import { t, tn, type WordKey } from '../../lib/words/words';
import type { Clock } from './clock';

/** How often it was put into a message box, and when last. */
export function usedInWords({ uses, lastUsedAt }: Reply, { today, zone }: Clock): string {
  if (uses === 0) return t('shelf_never_used');
  return lastUsedAt === null ? tn('shelf_used', uses) : tn('shelf_used_last', uses, dayInWords(dayOf(lastUsedAt, zone), today));
}

/** The interval in which the share of answers lies: "27–60%". */
export const shareInWords = ({ low, high }: Belief): string => t('shelf_share', Math.round(low * 100), Math.round(high * 100));

/** Answered so many of so many, with the interval; whether that is little to go by. */
export function answeredInWords(belief: Belief): string {
  const said = t('shelf_answered', belief.answered, belief.sent, shareInWords(belief));
  return belief.sent < FEW_SENT ? t('shelf_few', said) : said;
}

/** All of that on one line. */
export function fateInWords(reply: Reply, belief: Belief | undefined, clock: Clock): string {
  const { edited } = sumOutcomes(reply.outcomes);
  const parts = [usedInWords(reply, clock)];
  if (belief) parts.push(answeredInWords(belief));
  if (edited > 0) parts.push(tn('work_edited', edited));
  return parts.join(' · ');
}

export const ORDER_NAMES: Record<Shelf['order'], WordKey> = {
  used: 'shelf_order_used',
  answered: 'shelf_order_answered',
  recent: 'shelf_order_recent',
  name: 'shelf_order_name',
};

export const SHOWN_NAMES: Record<(typeof SHOWN)[number], WordKey> = {
  use: 'shelf_show_use',
  never: 'shelf_show_never',
  twins: 'shelf_show_twins',
  archived: 'shelf_show_archived',
};

/** What was done with so many replies. */
export function arrangedInWords({ folder, addTags, removeTags, archived }: Arrangement, n: number): string {
  if (archived !== undefined) return archived ? tn('shelf_archived_n', n) : tn('shelf_back_n', n);
  if (folder !== undefined) return folder === '' ? tn('shelf_taken_out', n) : tn('shelf_moved', n, folder);
  if (addTags?.[0]) return tn('shelf_tagged', n, addTags[0]);
  return tn('shelf_untagged', n, removeTags?.[0] ?? '');
}
