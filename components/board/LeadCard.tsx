// One lead as a card: who, how the tie stands, how promising, how long in this stage, what comes next, and what it is worth.
import type { TargetedKeyboardEvent } from 'preact';
import { dayInWords } from '../../lib/words/dates';
import { t, tn } from '../../lib/words/words';
import type { LeadCard as Card } from '../../lib/messages/protocol';
import { amountInWords } from '../money-words';
import type { Clock } from '../workspace/clock';
import { NURTURE_NAMES } from '../workspace/NurtureChoice';
import { hashOf } from '../workspace/route';
import { SmallTie } from '../workspace/SmallTie';

/** "12 d of 14", or since when where there is no end. */
export function dwellInWords({ dwell, since }: Pick<Card, 'dwell' | 'since'>, today: string): string {
  if (!dwell) return since === null ? '' : t('lead_since', dayInWords(since, today));
  return dwell.most === null ? tn('lead_days', dwell.days) : t('lead_days_of', dwell.days, dwell.most);
}

/** What the deals come to in short: the first, and how many more there are. */
export function dealsInWords(deals: Card['deals']): string {
  const [first] = deals;
  if (!first) return '';
  const words = [amountInWords(first.amount, first.currency), first.item].filter((word) => word !== '').join(' · ');
  return deals.length > 1 ? `${words} ${t('lead_more_deals', deals.length - 1)}` : words;
}

export interface CardProps {
  card: Card;
  clock: Clock;
  /** Its place in the column, from 0, of so many. */
  row: number;
  total: number;
  isActive: boolean;
  /** It is picked up: by pointer or by key. */
  isHeld: boolean;
  /** What describes the keys, by its id. */
  help: string;
  onFocus: () => void;
  onKeyDown: (event: TargetedKeyboardEvent<HTMLElement>) => void;
  onGrab: (event: PointerEvent) => void;
  onOpen: () => void;
}

export function LeadCard({ card, clock, row, total, isActive, isHeld, help, onFocus, onKeyDown, onGrab, onOpen }: CardProps) {
  const { name, score, dwell, next, source, nurture, lostReason } = card;
  const isOver = dwell !== null && dwell.over > 0;
  const ways = [source, nurture && t(NURTURE_NAMES[nurture])].filter(Boolean).join(' · ');
  return (
    <li class="lead-place" aria-posinset={row + 1} aria-setsize={total}>
      <div
        class={`lead-card${isHeld ? ' held' : ''}${isOver ? ' over' : ''}`}
        role="group"
        aria-label={name}
        aria-roledescription={t('lead_card')}
        aria-describedby={help}
        data-lead={card.id}
        data-row={row}
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it is picked up and moved by keys
        tabIndex={isActive ? 0 : -1}
        onFocus={onFocus}
        onKeyDown={onKeyDown}
        onPointerDown={onGrab}
      >
        <p class="lead-name">
          <a class="private" href={hashOf('contacts', card.id)} tabIndex={-1} draggable={false}>
            {name}
          </a>
          <SmallTie row={card} clock={clock} />
        </p>
        <p class="lead-line">
          {card.stage === 'lost' ? (
            <span class="private">{lostReason || t('lead_no_reason')}</span>
          ) : (
            <button type="button" class="lead-score" tabIndex={-1} onClick={onOpen}>
              {score === null ? t('lead_score_unknown') : t('lead_score', score)}
              <span class="visually-hidden"> · {t('lead_score_why', name)}</span>
            </button>
          )}
          <span class={isOver ? 'lead-dwell late' : 'lead-dwell'}>
            {isOver && <span aria-hidden="true">▲ </span>}
            {dwellInWords(card, clock.today)}
            {isOver && <span class="visually-hidden"> · {tn('lead_over', dwell.over)}</span>}
          </span>
        </p>
        <p class="lead-line soft private">
          {next ? `${dayInWords(next.due, clock.today)} · ${next.reason}` : card.stage !== 'lost' && t('lead_no_step')}
        </p>
        <p class="lead-line soft private">{dealsInWords(card.deals)}</p>
        <p class="lead-line small soft private">{ways}</p>
      </div>
    </li>
  );
}
