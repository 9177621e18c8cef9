// What became of an inserted reply: sent as it was, or mostly rewritten? The text is compared here and goes nowhere.
import { similarity } from '../domain/similarity';
import { isEmptyBox, readBox } from './insert';

const WITHIN_MS = 10 * 60_000;

interface Pending {
  insertion: string;
  ref: string;
  text: string;
  box: HTMLElement;
  at: number;
  /** What stood in the composer last before it was emptied. */
  last: string;
  emptied: boolean;
}

export interface Credits {
  inserted(insertion: string, ref: string, text: string, box: HTMLElement): void;
  /** Called at every look: notices an emptied composer. */
  look(): void;
  /** An own message has just appeared in this conversation. Gives the insertions that it sends. */
  sent(ref: string | null): { insertion: string; ref: string; edited: boolean }[];
}

export function makeCredits(signal: AbortSignal): Credits {
  let pending: Pending[] = [];
  const note = (): void => {
    for (const one of pending) {
      const text = readBox(one.box);
      if (text.trim() !== '') one.last = text;
    }
  };
  // Apps empty their composer without an input event, so the last text is the one before that.
  document.addEventListener('input', note, { capture: true, signal });
  return {
    inserted(insertion, ref, text, box) {
      pending.push({ insertion, ref, text, box, at: Date.now(), last: readBox(box), emptied: false });
    },
    look() {
      pending = pending.filter((one) => Date.now() - one.at < WITHIN_MS);
      for (const one of pending) if (!one.box.isConnected || isEmptyBox(one.box)) one.emptied = true;
    },
    sent(ref) {
      this.look();
      const mine = pending.filter((one) => one.ref === ref && one.emptied);
      pending = pending.filter((one) => !mine.includes(one));
      return mine.map(({ insertion, text, last }) => ({ insertion, ref: ref!, edited: similarity(text, last) < 0.5 }));
    },
  };
}
