// Whoever woke the worker gets an answer first; what the worker puts right by itself comes after that.

/** Messages that woke the worker arrive within this time (ms) of its start; as long nothing may be asked. */
const BREATH = 50;
/** However much is asked, the worker's own work waits no longer (ms). */
const LONGEST = 1_000;

let open = 0;

/** Counts an answer as under way until it is there. */
export function answering<T>(answer: Promise<T>): Promise<T> {
  open += 1;
  return answer.finally(() => (open -= 1));
}

/** Waits for a moment in which nothing is being answered. */
export async function whenFree(): Promise<void> {
  const end = Date.now() + LONGEST;
  do await new Promise((later) => setTimeout(later, BREATH));
  while (open > 0 && Date.now() < end);
}
