// When is a conversation really open? Apps change header and messages one after the other; in between nothing may be believed.

/** The keys of messages, by a set or a map. It may grow while it is kept: what comes below belongs to the same list. */
type Keys = Pick<ReadonlySet<string>, 'size' | 'has' | 'keys'>;

/** What a look shows, reduced to what tells conversations apart. */
export interface Sight {
  /** Kind, ids and account as one string, null when no conversation is open. */
  identity: string | null;
  keys: Keys;
  /** Whether the site tells people apart by name only. */
  weak: boolean;
}

export type Verdict = 'same' | 'wait' | 'open';

/** A header has to stand this long before it is believed. */
const STEADY_MS = 120;
/** A list that went on showing the old messages under a new header this long: the conversation was renamed in place. */
const RENAMED_MS = 3_000;
/**
 * A list that shows nothing known under the same header this long is another conversation of that name, or a far jump. Where
 * there are only names, a list that came with a new header has to stand as long: it may be that of a chat just passed by.
 */
const REPLACED_MS = 400;
/** Somebody known by name only, without any message on the screen, is believed to have none after this long. */
const EMPTY_MS = 1_500;

/** Whether two lists share messages. Keys made from words say so of two chats that both begin with "Hello": there it takes half. */
function share(a: Keys, b: Keys, isApproximate: boolean): boolean {
  let missing = isApproximate ? Math.min(a.size, b.size) / 2 : 1;
  for (const key of a.keys()) if (b.has(key) && --missing <= 0) return true;
  return false;
}

/** On the way through several chats, names that were never believed: for this long the list may still be one of theirs. */
const HURRIED_MS = 1_500;

/** Judges looks one after another. `wait` means: look again soon, and believe nothing meanwhile. */
export interface Settler {
  judge(sight: Sight, now: number): Verdict;
  /** Whether a look still shows the conversation that was opened last; asked right before writing into the composer. */
  agrees(sight: Sight): boolean;
}

/** `isApproximate`: the site gives no ids to messages (see `Site`). */
export function makeSettler(isApproximate = false): Settler {
  const overlaps = (a: Keys, b: Keys): boolean => share(a, b, isApproximate);
  let open: { identity: string | null; keys: Keys } | undefined;
  let pending: { identity: string | null; since: number; first: Keys } | undefined;
  let replaced: number | undefined;
  /** What stood under headers that came and went before they were believed: it may still stand under the next one. */
  const passed = new Map<string | null, Keys>();
  /** The header that was seen last, and since when it stands. */
  let header: { identity: string | null; since: number } | undefined;

  const begin = (sight: Sight): Verdict => {
    open = { identity: sight.identity, keys: sight.keys };
    pending = undefined;
    replaced = undefined;
    passed.clear();
    return 'open';
  };

  const isPassed = ({ identity, keys }: Sight): boolean => [...passed].some(([other, old]) => other !== identity && overlaps(keys, old));

  /** Whether the rep went through other chats on the way to this name, so quickly that none was believed. */
  const isHurried = (sight: Sight, now: number): boolean =>
    sight.weak &&
    [...passed.keys()].some((other) => other !== sight.identity && other !== null) &&
    now - (header?.since ?? now) < HURRIED_MS;

  return {
    judge(sight, now) {
      if (header?.identity !== sight.identity || !header) header = { identity: sight.identity, since: now };
      if (open && sight.identity === open.identity) {
        pending = undefined;
        if (sight.keys.size > 0 && open.keys.size > 0 && !overlaps(sight.keys, open.keys)) {
          replaced ??= now;
          if (now - replaced < REPLACED_MS || isHurried(sight, now)) return 'wait';
          // A permanent id proves the conversation, whatever part of its history is shown.
          if (sight.weak) return begin(sight);
        }
        replaced = undefined;
        if (!isHurried(sight, now)) passed.clear();
        if (sight.keys.size > 0) open.keys = sight.keys;
        return 'same';
      }
      if (pending?.identity !== sight.identity) pending = { identity: sight.identity, since: now, first: sight.keys };
      passed.set(sight.identity, sight.keys);
      const age = now - pending.since;
      if (age < STEADY_MS) return 'wait';
      if (sight.identity === null) return begin(sight);
      // A name without messages would only raise the question who it is; most often they are still loading.
      if (sight.weak && sight.keys.size === 0 && age < EMPTY_MS) return 'wait';
      if (isHurried(sight, now)) return 'wait';
      if (!open) return begin(sight);
      if (age < RENAMED_MS && (overlaps(sight.keys, open.keys) || isPassed(sight))) return 'wait';
      if (sight.weak && open.identity !== null && age < REPLACED_MS && overlaps(sight.keys, pending.first)) return 'wait';
      return begin(sight);
    },
    agrees(sight) {
      if (!open || pending || replaced !== undefined || sight.identity !== open.identity) return false;
      return sight.keys.size === 0 || open.keys.size === 0 || overlaps(sight.keys, open.keys);
    },
  };
}
