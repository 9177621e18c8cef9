// The acts of the contact page, in the form in which the panel's parts ask for them.
import { useCallback, useMemo, useState } from 'preact/hooks';
import { askAbout } from '../../lib/hooks/ask-about';
import type { ErrorCode } from '../../lib/messages/protocol';
import { codeOf } from '../../components/ErrorLine';
import type { Act, Try } from '../../components/panel/act';
import type { OnDone } from './Workspace';

/** `act` asks about this contact; `attempt` does so too, shows what went wrong, and offers the way back from what it did. */
export function useContactActs(
  contact: string,
  onDone: OnDone,
): { act: Act; attempt: Try; error: ErrorCode | null; fail: (why: unknown) => void } {
  const [error, setError] = useState<ErrorCode | null>(null);
  const fail = useCallback((why: unknown) => setError(codeOf(why)), []);
  const act: Act = useMemo(() => askAbout({ contact }), [contact]);
  const attempt: Try = useCallback(
    async (name, intention, words) => {
      try {
        const answer = await act(name, intention);
        setError(null);
        if (words) onDone(words, (answer as { undo?: string | null }).undo ?? null);
        return answer;
      } catch (why) {
        fail(why);
        return null;
      }
    },
    [act, fail, onDone],
  );
  return { act, attempt, error, fail };
}
