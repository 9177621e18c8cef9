// The page's side of the reader: a worker of our own file, closed when nobody wants it any more.
import type { PeopleProblem } from '../../lib/formats/contacts/incoming';
import type { ReaderAnswer, ReaderAsk } from './people-worker';

const SCRIPT = '/people-reader.js';

interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL: () => string }): { createScriptURL(url: string): unknown };
}
let policy: ReturnType<TrustedTypes['createPolicy']> | undefined;

/** The one script that may run as a worker here; the page's policy lets no other pass. */
function scriptUrl(): string {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  policy ??= trustedTypes?.createPolicy('rapport-reader', { createScriptURL: () => SCRIPT });
  return (policy ? policy.createScriptURL(SCRIPT) : SCRIPT) as string;
}

/** The file could not be read. */
export class ReadError extends Error {
  constructor(readonly problem: PeopleProblem) {
    super(problem);
    this.name = 'ReadError';
  }
}

/** A worker that reads one file. */
export function openReader() {
  const worker = new Worker(scriptUrl());
  // An answer may come before anybody waits for it: the next part is made while the last one is taken care of.
  const waiting: ReaderAnswer[] = [];
  let hear: ((answer: ReaderAnswer) => void) | null = null;
  let broken: (() => void) | null = null;
  worker.onmessage = ({ data }: MessageEvent<ReaderAnswer>) => {
    if (hear) hear(data);
    else waiting.push(data);
  };
  worker.onerror = () => broken?.();
  return {
    say: (asked: ReaderAsk): void => worker.postMessage(asked),
    /** The next answer; stops with the signal's reason. Fails with a ReadError when the worker breaks down. */
    heard: (signal: AbortSignal): Promise<ReaderAnswer> =>
      new Promise((resolve, reject) => {
        const stop = (): void => reject(signal.reason as Error);
        const done = (answer: ReaderAnswer): void => {
          hear = null;
          signal.removeEventListener('abort', stop);
          resolve(answer);
        };
        broken = () => reject(new ReadError('foreign'));
        if (signal.aborted) return stop();
        signal.addEventListener('abort', stop, { once: true });
        const there = waiting.shift();
        if (there) done(there);
        else hear = done;
      }),
    close: () => worker.terminate(),
  };
}
