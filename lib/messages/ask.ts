// How a screen asks the background. The only way to data.
import browser from 'webextension-polyfill';
import type { Answer, ErrorCode, MessageName, Outcome, Request } from './protocol';

/** A refused or failed request; `code` says why, see the error words in `_locales`. */
export class AskError extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string,
  ) {
    super(message);
    this.name = 'AskError';
  }
}

/** What must not happen twice when the worker died after doing it and before saying so. */
const ONCE: ReadonlySet<MessageName> = new Set([
  'reply.insert',
  'reply.save',
  'restore.commit',
  'replies.import',
  'undo.run',
  'conversation.open',
]);

/**
 * Asks the background and gives its answer. Rejects with AskError. When the worker dies between question and answer it is
 * asked once more, except for what must not happen twice.
 */
export async function ask<N extends MessageName>(name: N, request: Request<N>): Promise<Answer<N>> {
  let outcome: Outcome<Answer<N>> | undefined;
  const attempts = ONCE.has(name) ? 1 : 2;
  for (let attempt = 0; outcome === undefined && attempt < attempts; attempt++) {
    outcome = (await browser.runtime.sendMessage({ name, request }).catch(() => undefined)) as Outcome<Answer<N>> | undefined;
  }
  if (!outcome) throw new AskError('failed', `${name}: no answer`);
  if (!outcome.ok) throw new AskError(outcome.code, `${name}: ${outcome.code}`);
  return outcome.value;
}
