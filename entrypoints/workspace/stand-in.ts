// For tests: a background that answers from a table, and remembers what it was asked.
import { vi } from 'vitest';
import type { Answer, MessageName, Request } from '../../lib/messages/protocol';

export type Answers = { [N in MessageName]?: (request: Request<N>) => Answer<N> | Promise<Answer<N>> };

const listeners = new Set<(message: unknown) => void>();
let answers: Answers = {};

/** What was asked since the last `answerWith`, in order. */
export let asked: { name: MessageName; request: unknown }[] = [];

/** Answers of the background in this test; a request without one fails. */
export function answerWith(table: Answers): void {
  answers = table;
  asked = [];
}

/** Says that these tables changed. */
export function change(...tables: string[]): void {
  for (const listener of listeners) listener({ changed: tables });
}

export const permissions = { request: vi.fn(async () => true), remove: vi.fn(async () => true) };

/** Takes the place of `webextension-polyfill`. */
export const browser = {
  permissions,
  runtime: {
    sendMessage: async ({ name, request }: { name: MessageName; request: unknown }) => {
      asked.push({ name, request });
      const answer = answers[name] as ((request: unknown) => unknown) | undefined;
      return answer ? { ok: true, value: await answer(request) } : { ok: false, code: 'failed' };
    },
    onMessage: {
      addListener: (listener: (message: unknown) => void) => listeners.add(listener),
      removeListener: (listener: (message: unknown) => void) => listeners.delete(listener),
    },
  },
};
