// The tie picture as a contact's mark in the list: you, the cord, the other one. The columns beside it say the same in numbers.
import { daysBetween } from '../../lib/domain/day';
import type { ContactRow } from '../../lib/messages/protocol';
import { lastDay } from './last-day';
import type { Clock } from './clock';

/** As in the big picture, a cord that carried nothing for so long hangs slack and dotted. */
const DORMANT_DAYS = 30;

export function SmallTie({ row, clock }: { row: Pick<ContactRow, 'kind' | 'in' | 'out' | 'last'>; clock: Clock }) {
  if (row.kind === 'group') return null;
  const day = lastDay(row.last, clock.zone);
  const dormant = day === null || daysBetween(day, clock.today) > DORMANT_DAYS;
  const thickness = dormant ? 1.6 : Math.min(3, 0.8 + Math.log2(1 + row.in + row.out) * 0.3);
  return (
    <svg class="ws-tie" width="40" height="12" viewBox="0 0 40 12" aria-hidden="true">
      <path class={dormant ? 'cord dotted' : 'cord'} stroke-width={thickness} d={dormant ? 'M8 4.5 Q20 12 32 4.5' : 'M9 5 Q20 7.5 31 5'} />
      {!dormant && row.out > 0 && <path class="head" d="M34 5l-6-3 1.4 3-1.4 3z" />}
      {!dormant && row.in > 0 && <path class="head" d="M6 5l6-3-1.4 3 1.4 3z" />}
      <circle class="end you" cx="3.5" cy="5" r="2.4" />
      <circle class="end" cx="36.5" cy="5" r="2.4" />
    </svg>
  );
}
