// How the page script speaks to the background. It gets tokens and places back, never anything private.
import type { Answer, Outcome, Request } from '../messages/protocol';

type Reported = 'page.hello' | 'page.conversation' | 'page.messages' | 'page.sent';

/** Reports to the background. Never rejects: a worker that dies, or an extension that is gone, is a failed outcome. */
export async function report<N extends Reported>(name: N, request: Request<N>): Promise<Outcome<Answer<N>>> {
  try {
    return ((await chrome.runtime.sendMessage({ name, request })) as Outcome<Answer<N>> | undefined) ?? { ok: false, code: 'failed' };
  } catch {
    return { ok: false, code: 'failed' };
  }
}

/** Whether our extension is still the one that injected this script; after an update it is not. */
export const isCurrent = (): boolean => chrome.runtime?.id !== undefined;
