// The card beside what is pointed at: which step, what was picked, and in the end what is read.
import type { RefObject } from 'preact';
import type { ErrorCode } from '../../lib/messages/protocol';
import type { Said, Shown } from '../../lib/teach/talk';
import { t } from '../../lib/words/words';
import { Button, IconButton } from '../Button';
import { CheckView } from './CheckView';
import { StepView } from './StepView';
import './teach.css';

export interface CardPlace {
  at: { top: number; left: number };
  /** The most height there is. */
  room: number;
  isHigh: boolean;
  move: (to: { top: number; left: number }) => void;
  /** Up or down, out of the way. */
  toggle: () => void;
}

interface Props {
  refTo: RefObject<HTMLElement | null>;
  shown: Shown;
  place: CardPlace;
  error: ErrorCode | null;
  isSaving: boolean;
  tell: (said: Said) => void;
  onSave: (name: string) => void;
  onStop: () => void;
}

export function Card({ refTo, shown, place, error, isSaving, tell, onSave, onStop }: Props) {
  const isChecking = shown.step === 'check';
  const drag = (event: PointerEvent) => {
    if (event.button !== 0 || (event.target as Element).closest('button')) return;
    const handle = event.currentTarget as HTMLElement;
    const from = { x: event.screenX, y: event.screenY, ...place.at };
    // By the screen: the frame itself may move along.
    const follow = (moved: PointerEvent) =>
      place.move({ top: from.top + moved.screenY - from.y, left: from.left + moved.screenX - from.x });
    const end = () => {
      handle.removeEventListener('pointermove', follow);
      handle.removeEventListener('pointerup', end);
      handle.removeEventListener('pointercancel', end);
    };
    handle.setPointerCapture(event.pointerId);
    handle.addEventListener('pointermove', follow);
    handle.addEventListener('pointerup', end);
    handle.addEventListener('pointercancel', end);
  };
  return (
    <section
      ref={refTo}
      class={isChecking ? 'teach-card filled' : 'teach-card'}
      role="dialog"
      aria-modal="false"
      aria-label={t('teach_title')}
      style={isChecking ? {} : { top: `${place.at.top}px`, left: `${place.at.left}px`, maxHeight: `${place.room}px` }}
    >
      <div class="teach-inner">
        {/* Dragging is for pointers; the button beside it does the same for everybody. */}
        <header class="teach-bar" onPointerDown={drag}>
          <span class="teach-seal" aria-hidden="true" />
          <p class="teach-what">{t('teach_title')}</p>
          {!isChecking && (
            <IconButton
              icon={place.isHigh ? 'down' : 'up'}
              label={t(place.isHigh ? 'teach_move_down' : 'teach_move_up')}
              onClick={place.toggle}
            />
          )}
          <IconButton icon="close" label={t('common_cancel')} onClick={onStop} />
        </header>
        {isChecking ? (
          <CheckView check={shown.check} host={shown.host} error={error} isSaving={isSaving} tell={tell} onSave={onSave} />
        ) : (
          <StepView shown={shown} />
        )}
        {!isChecking && (
          <footer class="teach-acts">
            <Button disabled={shown.step === 'title'} onClick={() => tell({ say: 'back' })}>
              {t('teach_back')}
            </Button>
            <Button kind="text" onClick={onStop}>
              {t('common_cancel')}
            </Button>
          </footer>
        )}
      </div>
    </section>
  );
}
