// One stage of the board: what stands in it, and its cards, of which only those in sight are drawn.
import type { ComponentChildren, TargetedKeyboardEvent } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import type { Converted } from '../../lib/domain/rates';
import type { Answer, LeadCard as Card } from '../../lib/messages/protocol';
import { sentences } from '../../lib/words/sentences';
import { t, tn } from '../../lib/words/words';
import { amountInWords, sumsInWords } from '../money-words';
import type { Clock } from '../workspace/clock';
import { stageName } from '../workspace/stage-name';
import { LeadCard } from './LeadCard';
import { useColumnRows } from './use-column-rows';

/** As the stylesheet has it, with the gap below, px. */
const CARD = 132;

export type BoardStage = Answer<'board.get'>['stages'][number];

export interface Cards {
  total: number;
  /** A card; undefined while it is on its way. */
  cardAt: (row: number) => Card | undefined;
  /** Says which cards are looked at, from the first to before the last. */
  look: (from: number, to: number) => void;
}

export interface ColumnProps {
  stage: BoardStage;
  total: Converted | null;
  cards: Cards;
  clock: Clock;
  help: string;
  /** The card that the Tab key reaches. */
  active: number;
  /** The card that is to take the focus as soon as it is drawn; null for none. */
  going: { row: number } | null;
  isOver: boolean;
  /** The id of the card that is picked up. */
  held: string | null;
  onActive: (row: number) => void;
  onGone: () => void;
  onKeyDown: (event: TargetedKeyboardEvent<HTMLElement>, card: Card, row: number) => void;
  onGrab: (event: PointerEvent, card: Card) => void;
  onOpen: (card: Card) => void;
}

export function Column(props: ColumnProps) {
  const { stage, cards, clock, active, going, held } = props;
  const id = useId();
  const list = useRef<HTMLOListElement>(null);
  const { from, to, show } = useColumnRows(cards.total, CARD, list);
  const { look, total } = cards;
  useEffect(() => look(from, to), [look, from, to, total]);
  const now = Math.min(active, Math.max(0, total - 1));
  /** The card that has the focus, by its id: when it goes into another column, the next one here takes it. */
  const focused = useRef<string | null>(null);
  // Again when more of them are known: the column may have been shorter when the key was pressed.
  useEffect(() => {
    if (going) show(Math.min(going.row, total - 1));
  }, [going, total]);
  useEffect(() => {
    if (!going) return;
    const card = list.current?.querySelector<HTMLElement>(`[data-row="${Math.min(going.row, total - 1)}"]`);
    if (!card && total > 0) return;
    props.onGone();
    (card ?? list.current)?.focus({ preventScroll: true });
    card?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  });
  useEffect(() => {
    const id = focused.current;
    if (id === null || document.activeElement !== document.body || list.current?.querySelector(`[data-lead="${CSS.escape(id)}"]`)) return;
    focused.current = null;
    (list.current?.querySelector<HTMLElement>(`[data-row="${now}"]`) ?? list.current)?.focus({ preventScroll: true });
  });
  return (
    <section class={props.isOver ? 'lead-column target' : 'lead-column'} aria-labelledby={id} data-column={stage.id}>
      <header>
        <h2 id={id}>
          <span class="lead-stage">{stage.removed ? t('life_stage_removed', stageName(stage)) : stageName(stage)}</span>{' '}
          <span class="lead-count">{stage.count}</span>
        </h2>
        {stage.over > 0 && (
          <p class="small late">
            <span aria-hidden="true">▲ </span>
            {tn('lead_many_over', stage.over)}
          </p>
        )}
        <Sums stage={stage} total={props.total} />
      </header>
      <ol
        ref={list}
        onFocusOut={({ target, relatedTarget }) => {
          // Of a card that is taken away nobody says where the focus goes; of one that stays the user did.
          if (relatedTarget) focused.current = null;
          else queueMicrotask(() => (target as Element).isConnected && document.hasFocus() && (focused.current = null));
        }}
        class="lead-cards"
        tabIndex={total === 0 ? -1 : undefined}
        aria-label={stageName(stage)}
      >
        {total === 0 && <li class="lead-none small soft">{t('lead_none_here')}</li>}
        {from > 0 && <Space rows={from} />}
        {Array.from({ length: Math.max(0, to - from) }, (_, i): ComponentChildren => {
          const row = from + i;
          const card = cards.cardAt(row);
          if (!card) return <li key={row} class="lead-place" aria-hidden="true" />;
          return (
            <LeadCard
              key={card.id}
              card={card}
              clock={clock}
              row={row}
              total={total}
              isActive={row === now}
              isHeld={held === card.id}
              help={props.help}
              onFocus={() => {
                focused.current = card.id;
                props.onActive(row);
              }}
              onKeyDown={(event) => props.onKeyDown(event, card, row)}
              onGrab={(event) => props.onGrab(event, card)}
              onOpen={() => props.onOpen(card)}
            />
          );
        })}
        {to < total && <Space rows={total - to} />}
      </ol>
    </section>
  );
}

/** Room for the cards that are not drawn. */
const Space = ({ rows }: { rows: number }) => <li aria-hidden="true" style={{ height: `${rows * CARD}px` }} />;

/** What the deals come to, each currency by itself; and what that is by the rep's own rates, which says so. */
function Sums({ stage, total }: { stage: BoardStage; total: Converted | null }) {
  const sums = sumsInWords(stage.sums);
  if (sums.length === 0) return null;
  return (
    <div class="lead-sums small private">
      {sums.map((sum) => (
        <p key={sum}>{sum}</p>
      ))}
      {total && (
        <p class="soft">
          {sentences(
            t('lead_converted', amountInWords(total.amount, total.currency)),
            total.without.length > 0 ? t('lead_converted_without', total.without.join(t('work_comma'))) : '',
          )}
        </p>
      )}
    </div>
  );
}
