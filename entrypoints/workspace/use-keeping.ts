// Settings that are kept where they stand, each with its undo.
import { useState } from 'preact/hooks';
import { codeOf } from '../../components/ErrorLine';
import type { ErrorCode } from '../../lib/messages/protocol';
import type { OnDone } from './Workspace';

/**
 * `keep` waits for what was asked of the background, tells that it is done, and asks again for what is shown, taken or not. It says
 * whether it was taken; `failed` is why the last one was not.
 */
export function useKeeping(onDone: OnDone, again: () => void) {
  const [failed, setFailed] = useState<ErrorCode | null>(null);
  const keep = async (asked: Promise<{ undo: string | null }>, words: string): Promise<boolean> => {
    try {
      const { undo } = await asked;
      setFailed(null);
      if (undo !== null) onDone(words, undo);
      return true;
    } catch (why) {
      setFailed(codeOf(why));
      return false;
    } finally {
      again();
    }
  };
  return { failed, keep };
}
