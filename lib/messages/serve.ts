// How the background answers. Every request and every reply goes through the schemas of protocol.ts; levels come from the sender.
import { Failure, type ErrorCode } from '../domain/failure';
import { isNoRoom } from '../domain/space';
import type { z } from 'zod';
import { protocol, type Level, type MessageName, type Outcome, type Protocol } from './protocol';

/** Who asks. `tab` is the tab of a content script or panel frame, null for top-level screens. */
export interface Sender {
  level: Level;
  tab: number | null;
  /** The page's origin for `content`, else our own. */
  origin: string;
  /** The one conversation that a picker may speak of. */
  ref?: string;
}

type Awaitable<T> = T | Promise<T>;

/** One function per message: the checked request in, the reply out. */
export type Answers = {
  [N in MessageName]: (request: z.output<Protocol[N]['request']>, from: Sender) => Awaitable<z.input<Protocol[N]['reply']>>;
};

/**
 * Answers one message. Never rejects: whatever goes wrong becomes a code. Gives undefined for what is no request of ours
 * (a `changed` notice, for one).
 */
export async function serve(message: unknown, from: Sender | null, answers: Answers): Promise<Outcome<unknown> | undefined> {
  const { name, request } = (message ?? {}) as { name?: unknown; request?: unknown };
  if (typeof name !== 'string') return undefined;
  if (!Object.hasOwn(protocol, name)) return refuse('invalid');
  const entry = protocol[name as MessageName];
  if (!from || !(entry.levels as readonly Level[]).includes(from.level)) return refuse('refused');
  const checked = entry.request.safeParse(request);
  if (!checked.success) return refuse('invalid');
  try {
    const answer = answers[name as MessageName] as (request: unknown, from: Sender) => unknown;
    return { ok: true, value: entry.reply.parse(await answer(checked.data, from)) };
  } catch (error) {
    return refuse(codeOf(error));
  }
}

function refuse(code: ErrorCode): Outcome<never> {
  return { ok: false, code };
}

/** Dexie wraps what is thrown in a transaction, and lists what failed in bulk; a full disk has several names. */
export function codeOf(error: unknown, depth = 0): ErrorCode {
  if (error instanceof Failure) return error.code;
  if (typeof error !== 'object' || error === null || depth > 5) return 'failed';
  if (isNoRoom(error)) return 'full';
  const { inner, failures } = error as { inner?: unknown; failures?: unknown };
  const first: unknown = Array.isArray(failures) ? failures[0] : undefined;
  return codeOf(inner ?? first, depth + 1);
}
