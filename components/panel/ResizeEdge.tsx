// The left edge of the panel: drag it, or use the arrow keys.
import { t } from '../../lib/words/words';

const NARROWEST = 280;
const WIDEST = 560;
const STEP = 20;

/** `onWidth` gets the wanted width of the frame and whether the drag has ended. */
export function ResizeEdge({ onWidth }: { onWidth: (width: number, final: boolean) => void }) {
  const fit = (width: number) => Math.round(Math.min(WIDEST, Math.max(NARROWEST, width)));
  // The frame's right edge stands still, so the distance to it is the width, however late the page follows.
  const wanted = (event: PointerEvent) => fit(window.innerWidth - event.clientX);
  return (
    <div
      class="resize-edge"
      role="separator"
      aria-orientation="vertical"
      aria-label={t('panel_resize')}
      aria-valuemin={NARROWEST}
      aria-valuemax={WIDEST}
      aria-valuenow={fit(window.innerWidth)}
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the same
      tabIndex={0}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={(event) => event.currentTarget.hasPointerCapture(event.pointerId) && onWidth(wanted(event), false)}
      onPointerUp={(event) => event.currentTarget.hasPointerCapture(event.pointerId) && onWidth(wanted(event), true)}
      onKeyDown={(event) => {
        const by = { ArrowLeft: STEP, ArrowRight: -STEP }[event.key];
        if (by === undefined) return;
        event.preventDefault();
        onWidth(fit(window.innerWidth + by), true);
      }}
    />
  );
}
