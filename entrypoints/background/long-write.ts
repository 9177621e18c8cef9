// A write that may take minutes, as taking over a whole book does. It is one transaction: a worker that dies leaves the state before it.
// It does not end within one answer, for the browser stops a worker that answers for five minutes; and who asks meanwhile would have to
// wait for the database as long, so the others are told that it is busy.
import { Failure } from '@/lib/domain/failure';
import type { Answer } from '@/lib/messages/protocol';
import { codeOf } from '@/lib/messages/serve';

type State = Answer<'restore.state'>;

/** A write that ends within so many ms is waited for, by whoever asks meanwhile, too; most have ended by then. */
const PATIENCE = 20_000;
/** Who asks while it is to take longer, or already has, waits so long before being told that it goes on. */
const SHORT_PATIENCE = 1_000;

// Lost with the worker, and rightly so: the transaction is lost, too.
let running: Promise<void> | null = null;
let began = 0;
let state: State = { going: null, undo: null, error: null };

const after = (ms: number): Promise<'late'> => new Promise((late) => setTimeout(() => late('late'), ms));

/** Does the work. Gives its undo id, or null when it still goes on: then `longState` tells the end. One at a time. */
export async function longWrite(work: (onParts: (done: number, of: number) => void) => Promise<string | null>): Promise<string | null> {
  if (running) throw new Failure('busy');
  began = performance.now();
  state = { going: { done: 0, of: 0 }, undo: null, error: null };
  const result = work((done, of) => (state = { ...state, going: { done, of } }));
  const ended = result.then(
    (undo) => void (state = { going: null, undo, error: null }),
    (error: unknown) => void (state = { going: null, undo: null, error: codeOf(error) }),
  );
  running = ended.then(() => void (running = null));
  const undo = await Promise.race([result, after(PATIENCE)]);
  return undo === 'late' ? null : undo;
}

export const longState = (): State => state;

/** Waits a while for the end of such a write. Fails with `busy` when it takes longer. What tells of it goes through. */
export async function whenNotBusy(name: unknown): Promise<void> {
  if (!running || name === 'restore.state') return;
  while (running !== null) {
    if ((await Promise.race([running, after(SHORT_PATIENCE)])) !== 'late') return;
    if (!endsSoon()) throw new Failure('busy');
  }
}

/** Whether it may have ended when its first while is over, by how far it has come. */
function endsSoon(): boolean {
  const taken = performance.now() - began;
  const { done, of } = state.going ?? { done: 0, of: 0 };
  return (done === 0 ? taken : (taken * of) / done) < PATIENCE;
}
