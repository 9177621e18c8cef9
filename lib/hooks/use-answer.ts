// Ask, and ask again when the background says that something changed.
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { ask, AskError } from '../messages/ask';
import { takeEarly } from '../messages/early';
import { onChanged } from '../messages/on-changed';
import type { Answer, ErrorCode, MessageName, Request } from '../messages/protocol';

/** The last answer, which stays while a newer one is on its way; null before the first. */
export interface Answered<T> {
  answer: T | null;
  error: ErrorCode | null;
  again: () => void;
}

/**
 * The answer to a request, renewed whenever the request or one of the tables changes. `null` asks nothing. One question is under way at a
 * time: what changes meanwhile asks once more when its answer is there, and that is shown in between, however fast the changes come. Answers
 * to an older request are dropped. What was asked early (lib/messages/early.ts) is not asked again. `first` is an answer to this very request that was asked for before the screen was drawn, or is there
 * already.
 */
export function useAnswer<N extends MessageName>(
  name: N,
  request: Request<N> | null,
  tables: readonly string[],
  first?: Promise<Answer<N>> | Answer<N> | null,
): Answered<Answer<N>> {
  const [state, setState] = useState<{ answer: Answer<N> | null; error: ErrorCode | null }>({
    answer: first instanceof Promise ? null : (first ?? null),
    error: null,
  });
  const key = request === null ? null : JSON.stringify(request);
  /** Puts the present request; null while there is none. */
  const put = useRef<(() => void) | null>(null);
  useEffect(() => {
    if (key === null) return;
    let [isOver, isGoing, isAskedAgain] = [false, false, false];
    const question = () => {
      if (isGoing) {
        isAskedAgain = true;
        return;
      }
      isGoing = true;
      const early = takeEarly(name, key);
      isAskedAgain = early !== null && tables.some((table) => early.changed.has(table));
      (early?.answer ?? ask(name, JSON.parse(key) as Request<N>)).then(
        (answer) => settle(() => setState({ answer, error: null })),
        (error: unknown) =>
          settle(() => {
            // What failed before something changed may go well now.
            if (!isAskedAgain) setState((old) => ({ answer: old.answer, error: error instanceof AskError ? error.code : 'failed' }));
          }),
      );
    };
    const settle = (show: () => void) => {
      isGoing = false;
      if (isOver) return;
      show();
      if (isAskedAgain) question();
    };
    put.current = question;
    question();
    return () => {
      isOver = true;
      put.current = null;
    };
  }, [name, key]);
  useEffect(() => {
    // Only until the first answer of our own: nobody was listening for changes yet when the early one was asked for.
    if (!(first instanceof Promise)) return;
    first.then(
      (answer) => setState((old) => (old.answer === null ? { answer, error: null } : old)),
      () => undefined,
    );
  }, [first]);
  const again = useCallback(() => put.current?.(), []);
  const watched = tables.join();
  useEffect(() => onChanged((changed) => changed.some((table) => watched.split(',').includes(table)) && again()), [again, watched]);
  return { ...state, again };
}
