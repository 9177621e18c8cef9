// The whole page as one surface to point at. What lies beneath is asked from our script in the page; the page hears of nothing.
import type { RefObject } from 'preact';
import { useRef } from 'preact/hooks';
import type { Said, Target, Way } from '../../lib/teach/talk';
import { t } from '../../lib/words/words';

const WAYS: Record<string, Way> = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'left', ArrowRight: 'right' };

export function Surface({
  refTo,
  tell,
  target,
}: {
  refTo: RefObject<HTMLDivElement | null>;
  tell: (said: Said) => void;
  target: Target | null;
}) {
  const next = useRef<{ x: number; y: number } | null>(null);
  const point = (x: number, y: number) => {
    const isAsked = next.current !== null;
    next.current = { x, y };
    if (isAsked) return;
    // Once per frame: pointers move more often than anybody sees.
    requestAnimationFrame(() => {
      if (next.current) tell({ say: 'point', ...next.current });
      next.current = null;
    });
  };
  return (
    <>
      {/* It takes every key and click on the page's behalf; `application` is what such a thing is called. */}
      <div
        ref={refTo}
        class="teach-surface"
        role="application"
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        aria-label={t('teach_page')}
        onPointerMove={(event) => event.isTrusted && point(event.clientX, event.clientY)}
        onWheel={(event) =>
          event.isTrusted && tell({ say: 'wheel', x: event.clientX, y: event.clientY, dx: event.deltaX, dy: event.deltaY })
        }
        onClick={(event) => {
          if (!event.isTrusted) return;
          next.current = null;
          tell({ say: 'point', x: event.clientX, y: event.clientY });
          tell({ say: 'pick' });
        }}
        onContextMenu={(event) => event.preventDefault()}
        onKeyDown={(event) => {
          if (!event.isTrusted || event.ctrlKey || event.metaKey || event.altKey) return;
          const way = WAYS[event.key];
          if (way) tell({ say: 'walk', to: way });
          else if (event.key === 'Tab') tell({ say: 'walk', to: event.shiftKey ? 'previous' : 'next' });
          else if (event.key === 'Enter') tell({ say: 'pick' });
          else if (event.key === 'Backspace') tell({ say: 'back' });
          else return;
          event.preventDefault();
        }}
      />
      <p class="visually-hidden" aria-live="polite">
        {target && (target.words || t('teach_empty'))}
      </p>
    </>
  );
}
