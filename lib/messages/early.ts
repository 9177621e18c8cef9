// Questions that were put before there was code to read their answers, by a script that stands before all others in the page.
import { ask } from './ask';
import type { Answer, MessageName, Outcome, Request } from './protocol';

declare global {
  /** What was asked early, by `<name> <request as JSON>`, and the tables that changed since. */
  var askedEarly: { outcomes: Map<string, Promise<unknown>>; changed: Set<string> } | undefined;
}

export interface Early<T> {
  /** Where it came to nothing it was asked for once more. */
  answer: Promise<T>;
  /** What has changed since it was asked for. */
  changed: ReadonlySet<string>;
}

/** The answer to a question that was put early, `request` as JSON; null when it was not, or was taken by somebody already. */
export function takeEarly<N extends MessageName>(name: N, request: string): Early<Answer<N>> | null {
  const { outcomes, changed } = globalThis.askedEarly ?? {};
  const outcome = outcomes?.get(`${name} ${request}`);
  if (!outcome || !changed) return null;
  outcomes!.delete(`${name} ${request}`);
  const answer = outcome.then(
    (said) => said as Outcome<Answer<N>> | undefined,
    () => undefined,
  );
  return { answer: answer.then((said) => (said?.ok ? said.value : ask(name, JSON.parse(request) as Request<N>))), changed };
}
