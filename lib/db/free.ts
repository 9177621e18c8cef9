// Whoever asks is answered first; what the worker does by itself comes after that.

/** Messages that woke the worker arrive within this time (ms) of its start; as long nothing may be asked. */
const BREATH = 50;
/** However much is asked, the worker's own work waits no longer (ms). */
const LONGEST = 1_000;

let open = 0;
const waiting: (() => void)[] = [];

/** Counts an answer as under way until it is there. */
export function answering<T>(answer: Promise<T>): Promise<T> {
  open += 1;
  return answer.finally(() => {
    open -= 1;
    if (open === 0) for (const go of waiting.splice(0)) go();
  });
}

/** Waits for a moment in which nothing is being answered. */
export async function whenFree(): Promise<void> {
  const end = Date.now() + LONGEST;
  do await new Promise((later) => setTimeout(later, BREATH));
  while (open > 0 && Date.now() < end);
}

/** A small step of work by the worker itself waits no longer than so many ms for an answer that takes long. */
const PATIENCE = 100;

/**
 * Lets questions go first: waits until what is being answered has been, for whoever asks does so several times on the way of one answer. Right
 * after an answer is the moment, for who asked has to read it. Gives whether anybody was being answered.
 */
export async function afterAnswers(): Promise<boolean> {
  if (open === 0) {
    await new Promise((resolve) => setTimeout(resolve));
    return false;
  }
  await new Promise<void>((resolve) => {
    waiting.push(resolve);
    setTimeout(resolve, PATIENCE);
  });
  // The answer itself leaves first. Not with a timer, which waits longer than it takes to ask the next question.
  await new Promise<void>((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
  return true;
}
