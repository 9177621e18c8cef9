// Shows what went wrong and offers the way back, for every act of a panel.
import { useCallback, useState } from 'preact/hooks';
import type { ErrorCode } from '../../lib/messages/protocol';
import { codeOf } from '../ErrorLine';
import type { Toast } from '../UndoToast';
import type { Act, Try } from './act';

/** `attempt` acts; with `words`, an undoable success is told in the toast. */
export function useTry(act: Act) {
  const [error, setError] = useState<ErrorCode | null>(null);
  const [toast, setToast] = useState<Toast | null>(null);
  const attempt: Try = useCallback(
    async (name, intention, words) => {
      try {
        const answer = await act(name, intention);
        setError(null);
        const undo = (answer as { undo?: string | null }).undo ?? null;
        if (words) setToast({ words, undo });
        return answer;
      } catch (failure) {
        setError(codeOf(failure));
        return null;
      }
    },
    [act],
  );
  const takeBack = useCallback(
    (undo: string) => {
      setToast(null);
      void attempt('undo.run', { undo });
    },
    [attempt],
  );
  const dropToast = useCallback(() => setToast(null), []);
  const dropError = useCallback(() => setError(null), []);
  return { attempt, error, dropError, toast, takeBack, dropToast };
}
