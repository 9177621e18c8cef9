// Answers to the page of numbers.
import { openTiers } from '@/lib/db/book';
import { changeNumbers, flowBetween, movesSince, readNumbersChoices, sentReplies, tierMovesAfter } from '@/lib/db/numbers';
import { areSumsOld, readSums } from '@/lib/db/sums';
import { addMonths } from '@/lib/domain/numbers/months';
import { monthOf } from '@/lib/domain/numbers/share';
import { foldedBefore } from '@/lib/domain/numbers/sums';
import type { Answers } from '@/lib/messages/serve';
import { reckonFor, reckoningNow } from './reckon';
import { tellChanged } from './tell';

/** So long (ms) the page waits for what changed; what is not there by then comes with the next "changed". */
const PATIENCE = 250;
/** Months are told one by one for so long; what was before is one. */
const MONTHS = 37;

export const numbersAnswers: Pick<Answers, `numbers.${'get' | 'flow' | 'set'}`> = {
  'numbers.get': async () => {
    const { care, today } = await reckonFor(PATIENCE);
    const now = monthOf(today);
    const [sums, replies, choices, movesFrom, isOld] = await Promise.all([
      readSums(now),
      sentReplies(),
      readNumbersChoices(),
      movesSince(),
      areSumsOld(),
    ]);
    const stages = care.stages.filter(({ removed }) => !removed);
    const shown = foldedBefore(sums, addMonths(now, -MONTHS));
    return { today, stages, sums: shown, replies, choices, rates: care.rates, movesFrom, complete: !isOld };
  },
  'numbers.flow': async ({ from, to }) => {
    const { zone } = await reckonFor(PATIENCE);
    const moves = await tierMovesAfter(from);
    const { tiers, complete } = await openTiers(reckoningNow, PATIENCE, moves.length > 0);
    return { rows: flowBetween(moves, tiers, from, to, zone), complete };
  },
  'numbers.set': async ({ change }) => {
    const undo = await changeNumbers(change, Date.now());
    tellChanged('settings');
    return { undo };
  },
};
