// The board of leads: a column for each stage. A card is moved by pointer, or by keys: Space picks it up, the arrows choose the stage, Space
// drops it, Escape puts it back. What happens is told.
import type { ComponentChildren, TargetedKeyboardEvent } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';
import type { LeadCard as Card } from '../../lib/messages/protocol';
import { t } from '../../lib/words/words';
import { stageName } from '../workspace/stage-name';
import type { BoardStage, ColumnProps } from './Column';
import { useDrag } from './use-drag';
import './board.css';

/** What a column gets from the board. */
export type FromBoard = Omit<ColumnProps, 'total' | 'cards' | 'clock'>;

interface Held {
  card: Card;
  /** The stage in which it would land now. */
  over: string;
}

export function Board(props: {
  stages: readonly BoardStage[];
  column: (given: FromBoard) => ComponentChildren;
  onMove: (card: Card, to: string) => void;
  onOpen: (card: Card) => void;
}) {
  const { stages } = props;
  const help = useId();
  const place = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState<Readonly<Record<string, number>>>({});
  const [going, setGoing] = useState<{ stage: string; row: number } | null>(null);
  const [held, setHeld] = useState<Held | null>(null);
  const [told, setTold] = useState('');
  // Nobody gets into a stage that was removed.
  const open = stages.filter(({ removed }) => !removed);
  const nameOf = (id: string | null): string => stageName(stages.find((stage) => stage.id === id) ?? { id: id ?? '', name: '' });
  const move = (card: Card, to: string) => {
    if (to !== card.stage && open.some(({ id }) => id === to)) props.onMove(card, to);
  };
  const { drag, begin } = useDrag(place, move);

  /** The next stage to the left (-1) or right of one; itself where there is none. */
  const beside = (among: readonly BoardStage[], from: string, step: number): string => {
    const at = among.findIndex(({ id }) => id === from);
    return among[Math.min(among.length - 1, Math.max(0, at + step))]?.id ?? from;
  };
  const go = (stage: string, row: number) => setGoing({ stage, row });
  const show = (stage: string) =>
    place.current?.querySelector(`[data-column="${CSS.escape(stage)}"]`)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });

  const carry = (event: TargetedKeyboardEvent<HTMLElement>, { card, over }: Held) => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (step !== undefined) {
      const to = beside(open, over, step);
      setHeld({ card, over: to });
      show(to);
      setTold(t('lead_told_over', nameOf(to), open.findIndex(({ id }) => id === to) + 1, open.length));
    } else if (event.key === ' ' || event.key === 'Enter') {
      setHeld(null);
      setTold(over === card.stage ? t('lead_told_back', card.name, nameOf(over)) : t('lead_told_dropped', card.name, nameOf(over)));
      move(card, over);
    } else if (event.key === 'Escape' || event.key === 'Tab') {
      setHeld(null);
      show(card.stage ?? '');
      setTold(t('lead_told_back', card.name, nameOf(card.stage)));
      if (event.key === 'Tab') return;
    } else if (!event.key.startsWith('Arrow')) return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLElement>, card: Card, row: number) => {
    if (event.target !== event.currentTarget || event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    if (held) return carry(event, held);
    const stage = card.stage ?? '';
    const count = stages.find(({ id }) => id === stage)?.count ?? 0;
    const rows: Record<string, number> = { ArrowDown: row + 1, ArrowUp: row - 1, Home: 0, End: count - 1 };
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (event.key in rows) go(stage, Math.min(count - 1, Math.max(0, rows[event.key]!)));
    else if (step !== undefined) {
      const others = stages.filter((one) => one.count > 0 || one.id === stage);
      const to = beside(others, stage, step);
      if (to !== stage) go(to, active[to] ?? 0);
    } else if (event.key === ' ') {
      setHeld({ card, over: stage });
      setTold(t('lead_told_held', card.name, nameOf(stage)));
    } else if (event.key === 'Enter') props.onOpen(card);
    else return;
    event.preventDefault();
  };
  const target = drag ? drag.over : (held?.over ?? null);
  return (
    <>
      <p id={help} class="visually-hidden">
        {t('lead_keys')}
      </p>
      <p role="status" class="visually-hidden">
        {told}
      </p>
      <div ref={place} class={drag ? 'lead-board dragging' : 'lead-board'}>
        {stages.map((stage) =>
          props.column({
            stage,
            help,
            active: active[stage.id] ?? 0,
            going: going?.stage === stage.id ? going : null,
            isOver: target === stage.id,
            held: drag?.what.id ?? held?.card.id ?? null,
            onActive: (row) => setActive((old) => (old[stage.id] === row ? old : { ...old, [stage.id]: row })),
            onGone: () => setGoing(null),
            onKeyDown,
            onGrab: (event, card) => begin(card, event),
            onOpen: props.onOpen,
          }),
        )}
      </div>
      {drag && (
        <p class="lead-ghost private" style={{ left: `${drag.x}px`, top: `${drag.y}px` }} aria-hidden="true">
          {drag.what.name}
        </p>
      )}
    </>
  );
}
