// How the page script speaks to the background. It gets tokens and places back, never anything private.
import type { Answer, Outcome, Request } from '../messages/protocol';

type Reported = `page.${'taught' | 'hello' | 'conversation' | 'leaving' | 'messages' | 'sent' | 'act' | 'slash'}`;

/** Reports to the background. Never rejects: a worker that dies, or an extension that is gone, is a failed outcome. */
export async function report<N extends Reported>(name: N, request: Request<N>): Promise<Outcome<Answer<N>>> {
  try {
    return ((await chrome.runtime.sendMessage({ name, request })) as Outcome<Answer<N>> | undefined) ?? { ok: false, code: 'failed' };
  } catch {
    return { ok: false, code: 'failed' };
  }
}

/** Waits before each new attempt of `insist`. */
const PAUSES_MS = [100, 400, 1_500];

/**
 * Reports again and again until it is taken, also when the page has moved on to another conversation meanwhile. Only for what changes nothing
 * when it comes twice, and may come late: the worker may have died before it stored anything, or after.
 */
export async function insist<N extends 'page.messages' | 'page.sent' | 'page.act'>(
  name: N,
  request: Request<N>,
): Promise<Outcome<Answer<N>>> {
  let outcome = await report(name, request);
  for (const pause of PAUSES_MS) {
    if (outcome.ok || outcome.code !== 'failed' || !isCurrent()) break;
    await new Promise((later) => setTimeout(later, pause));
    outcome = await report(name, request);
  }
  return outcome;
}

/** Whether our extension is still the one that injected this script; after an update it is not. */
export const isCurrent = (): boolean => chrome.runtime?.id !== undefined;
