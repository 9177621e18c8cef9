// Rows that the rep puts into an order with two buttons each, by pointer or keys; the third one removes a row.
import { useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '../../lib/words/words';
import { IconButton } from '../Button';

type Way = 'up' | 'down';

/**
 * Keeps the focus where it belongs while rows move and go. `place` is the element around all of it, the form that adds a row inside;
 * `idsInOrder` are the rows as they stand. `onMove` hears before which row one goes; null: to the end.
 */
export function useOrdered<E extends HTMLElement>(idsInOrder: readonly string[], onMove: (id: string, before: string | null) => void) {
  const place = useRef<E>(null);
  /** The button that was pressed to move a row: it loses the focus when its row moves. */
  const moved = useRef<{ id: string; way: Way } | null>(null);
  const order = idsInOrder.join();
  useLayoutEffect(() => {
    if (!moved.current) return;
    const { id, way } = moved.current;
    moved.current = null;
    const buttons = [...(place.current?.querySelectorAll<HTMLButtonElement>(`[data-order-of="${id}"] [data-way]`) ?? [])];
    (buttons.find((button) => button.dataset['way'] === way && !button.disabled) ?? buttons.find((button) => !button.disabled))?.focus();
  }, [order]);
  return {
    place,
    move: (index: number, way: Way) => {
      const id = idsInOrder[index]!;
      moved.current = { id, way };
      onMove(id, (way === 'up' ? idsInOrder[index - 1] : idsInOrder[index + 2]) ?? null);
    },
    /** A row is about to go, and the button that removed it goes with it. */
    leaveRow: () => place.current?.querySelector<HTMLElement>('form input')?.focus(),
  };
}

interface RowActsProps {
  id: string;
  name: string;
  index: number;
  /** How many rows there are. */
  of: number;
  onMove: (index: number, way: Way) => void;
  onRemove: () => void;
}

/** The cell with the buttons of one row. */
export function RowActs({ id, name, index, of, onMove, onRemove }: RowActsProps) {
  return (
    <td class="ws-stage-acts" data-order-of={id}>
      <IconButton icon="up" label={t('care_stage_up', name)} data-way="up" disabled={index === 0} onClick={() => onMove(index, 'up')} />
      <IconButton
        icon="down"
        label={t('care_stage_down', name)}
        data-way="down"
        disabled={index === of - 1}
        onClick={() => onMove(index, 'down')}
      />
      <IconButton icon="close" label={t('care_stage_remove', name)} onClick={onRemove} />
    </td>
  );
}
