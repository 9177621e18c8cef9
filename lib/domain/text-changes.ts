// Where two texts differ, word by word, and Chinese character by character: the shortest edit (Myers 1986, "An O(ND) difference algorithm").

/** A stretch of one text; `only`: it is not in the other. */
export interface Piece {
  text: string;
  only: boolean;
}

/** Beyond so many words apart, two texts are shown as different from the first difference to the last. */
const MOST_EDITS = 1000;
/** A Han character, a word of anything else, a run of spaces, or any single character: nothing of the text is left out. */
const TOKEN = /\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{N}\p{M}])+|\s+|./gsu;

/** Both texts in pieces; the pieces of each, put together, are that text. */
export function changesBetween(a: string, b: string): { a: Piece[]; b: Piece[] } {
  const left = a.match(TOKEN) ?? [];
  const right = b.match(TOKEN) ?? [];
  const shorter = Math.min(left.length, right.length);
  let start = 0;
  while (start < shorter && left[start] === right[start]) start++;
  let end = 0;
  while (end < shorter - start && left[left.length - 1 - end] === right[right.length - 1 - end]) end++;
  const kept = keptOf(left.slice(start, left.length - end), right.slice(start, right.length - end));
  const isKept = (tokens: readonly string[], middle: ReadonlySet<number>) => (_: string, i: number) =>
    i < start || i >= tokens.length - end || middle.has(i - start);
  return { a: pieces(left, isKept(left, kept.a)), b: pieces(right, isKept(right, kept.b)) };
}

function pieces(tokens: readonly string[], isKept: (token: string, i: number) => boolean): Piece[] {
  const found: Piece[] = [];
  for (const [i, token] of tokens.entries()) {
    const only = !isKept(token, i);
    const last = found.at(-1);
    if (last?.only === only) last.text += token;
    else found.push({ text: token, only });
  }
  return found;
}

/** Which places of both lists stay in a shortest edit from one to the other; none when that has too many steps. */
function keptOf(a: readonly string[], b: readonly string[]): { a: Set<number>; b: Set<number> } {
  const most = Math.min(a.length + b.length, MOST_EDITS);
  /** How far along `a` one gets on each diagonal (place in a minus place in b) with so many edits. */
  const reach = new Int32Array(2 * most + 3);
  const zero = most + 1;
  const trace: Int32Array[] = [];
  for (let edits = 0; edits <= most; edits++) {
    trace.push(reach.slice());
    for (let k = -edits; k <= edits; k += 2) {
      let x =
        k === -edits || (k !== edits && reach[zero + k - 1]! < reach[zero + k + 1]!) ? reach[zero + k + 1]! : reach[zero + k - 1]! + 1;
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x++;
      reach[zero + k] = x;
      if (x >= a.length && x - k >= b.length) return walkBack(a.length, b.length, trace, zero);
    }
  }
  return { a: new Set(), b: new Set() };
}

function walkBack(aLength: number, bLength: number, trace: readonly Int32Array[], zero: number): { a: Set<number>; b: Set<number> } {
  const kept = { a: new Set<number>(), b: new Set<number>() };
  let x = aLength;
  let y = bLength;
  const stay = () => {
    kept.a.add(--x);
    kept.b.add(--y);
  };
  for (let edits = trace.length - 1; edits > 0; edits--) {
    const reach = trace[edits]!;
    const k = x - y;
    const from = k === -edits || (k !== edits && reach[zero + k - 1]! < reach[zero + k + 1]!) ? k + 1 : k - 1;
    const beforeX = reach[zero + from]!;
    while (x > beforeX && y > beforeX - from) stay();
    x = beforeX;
    y = beforeX - from;
  }
  while (x > 0 && y > 0) stay();
  return kept;
}
