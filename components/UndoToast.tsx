// Undo instead of "are you sure": one sentence, and a way back that waits long enough.
import { useEffect, useState } from 'preact/hooks';
import { t } from '../lib/words/words';
import { Button, IconButton } from './Button';

export interface Toast {
  words: string;
  /** What to hand to `undo.run`; null when there is nothing to take back. */
  undo: string | null;
}

const STAYS_MS = 10_000;

/** The live region is always there, so that screen readers hear what appears in it. Pointer or focus on it stops the clock. */
export function UndoToast({ toast, onUndo, onGone }: { toast: Toast | null; onUndo: (undo: string) => void; onGone: () => void }) {
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (!toast || held) return;
    const timer = setTimeout(onGone, STAYS_MS);
    return () => clearTimeout(timer);
  }, [toast, held, onGone]);
  useEffect(() => {
    const undo = toast?.undo;
    if (!undo) return;
    const onKeyDown = (event: KeyboardEvent) => {
      const typing = (event.target as Element | null)?.closest?.('input, textarea');
      if (typing || event.key.toLowerCase() !== 'z' || event.shiftKey || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      onUndo(undo);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [toast, onUndo]);

  return (
    <div class="toast-place" role="status" aria-live="polite">
      {toast && (
        <div
          class="toast"
          onPointerEnter={() => setHeld(true)}
          onPointerLeave={() => setHeld(false)}
          onFocusIn={() => setHeld(true)}
          onFocusOut={() => setHeld(false)}
        >
          <span class="private">{toast.words}</span>
          {toast.undo && <Button onClick={() => onUndo(toast.undo!)}>{t('common_undo')}</Button>}
          <IconButton
            icon="close"
            label={t('common_close')}
            onClick={() => {
              setHeld(false);
              onGone();
            }}
          />
        </div>
      )}
    </div>
  );
}
