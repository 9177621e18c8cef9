// What became of an inserted reply: sent as it was, or mostly rewritten? The text is compared here and goes nowhere.
import { similarity } from '../domain/similarity';
import { isEmptyBox, readBox } from './insert/read';

const WITHIN_MS = 10 * 60_000;

interface Pending {
  insertion: string;
  ref: string;
  /** The conversation: the same when it was left and opened again. */
  place: string;
  text: string;
  box: HTMLElement;
  at: number;
  /** What stood in the composer last before it was emptied. */
  last: string;
  emptied: boolean;
}

export interface Credits {
  inserted(insertion: string, ref: string, place: string, text: string, box: HTMLElement): void;
  /** Called at every look with the open conversation, null while that is unclear, and its composer: notices an emptied one. */
  look(place: string | null, composer: HTMLElement | null): void;
  /** An own message has just appeared in this conversation. Gives the insertions that it sends. */
  sent(place: string): { insertion: string; ref: string; edited: boolean }[];
}

export function makeCredits(signal: AbortSignal): Credits {
  let pending: Pending[] = [];
  let here: string | null = null;
  const note = (): void => {
    for (const one of pending) {
      // Where all chats share one box, it holds another chat's words now.
      if (one.place !== here) continue;
      const text = readBox(one.box);
      if (text.trim() !== '') one.last = text;
    }
  };
  // Apps empty their composer without an input event, so the last text is the one before that.
  document.addEventListener('input', note, { capture: true, signal });
  return {
    inserted(insertion, ref, place, text, box) {
      here = place;
      pending.push({ insertion, ref, place, text, box, at: Date.now(), last: readBox(box), emptied: false });
    },
    look(place, composer) {
      here = place;
      pending = pending.filter((one) => Date.now() - one.at < WITHIN_MS);
      for (const one of pending) {
        if (one.place !== place) continue;
        // Back in the chat, or drawn anew: the draft stands in another element now.
        if (!one.box.isConnected && composer) one.box = composer;
        if (!one.box.isConnected || isEmptyBox(one.box)) one.emptied = true;
      }
    },
    sent(place) {
      // Who sends and leaves at once takes the box away before it was seen empty.
      const mine = pending.filter((one) => one.place === place && (one.emptied || !one.box.isConnected || isEmptyBox(one.box)));
      pending = pending.filter((one) => !mine.includes(one));
      return mine.map(({ insertion, ref, text, last }) => ({ insertion, ref, edited: similarity(text, last) < 0.5 }));
    },
  };
}
