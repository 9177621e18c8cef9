// The collapsed panel: the frame itself made narrow. 12 px are drawn, 24 px can be hit; it can be dragged up and down.
import { useRef } from 'preact/hooks';
import { t } from '../../lib/words/words';
import './panel.css';

/** Less than this is a click with an unsteady hand. */
const SLACK_PX = 4;

/**
 * `knots` is the tier, `due` lights the dot. `onMove` gets how far the pointer went down since the last call (CSS pixels of
 * the screen), and whether that was the end.
 */
export function EdgeTab({
  knots,
  due,
  onOpen,
  onMove,
}: {
  knots: number;
  due: boolean;
  onOpen: () => void;
  onMove: (by: number, final: boolean) => void;
}) {
  const drag = useRef({ from: 0, last: 0, moving: false }).current;
  const words = due ? t('panel_open_due') : t('panel_open');
  return (
    <button
      type="button"
      class="edge-tab"
      aria-label={words}
      title={words}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        Object.assign(drag, { from: event.screenY, last: event.screenY, moving: false });
      }}
      onPointerMove={(event) => {
        if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
        if (!drag.moving && Math.abs(event.screenY - drag.from) < SLACK_PX) return;
        drag.moving = true;
        onMove(event.screenY - drag.last, false);
        drag.last = event.screenY;
      }}
      onPointerUp={(event) => drag.moving && onMove(event.screenY - drag.last, true)}
      onClick={(event) => {
        // The click that ends a drag is none; one by key (`detail` 0) always is.
        if (!drag.moving || event.detail === 0) onOpen();
        drag.moving = false;
      }}
      onKeyDown={(event) => {
        if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
        event.preventDefault();
        onMove(event.key === 'ArrowUp' ? -24 : 24, true);
      }}
    >
      <svg width="12" height="64" viewBox="0 0 12 64" aria-hidden="true">
        <path class="edge-cord" d="M6 6V58" />
        {Array.from({ length: knots }, (_, index) => (
          <rect
            key={index}
            class="edge-knot"
            x="3"
            y="-3"
            width="6"
            height="6"
            rx="1.5"
            transform={`translate(0 ${32 + (index - (knots - 1) / 2) * 10})`}
          />
        ))}
        {due && <circle class="edge-dot" cx="6" cy="8" r="3.5" />}
      </svg>
    </button>
  );
}
