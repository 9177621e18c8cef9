// How alike two texts are: told the reply that was sent as it was from the one that was rewritten.

/** Share of letter pairs that two texts have in common, 0 to 1 (Dice's coefficient over bigrams of code points). */
export function similarity(a: string, b: string): number {
  const left = pairs(a);
  const right = pairs(b);
  let size = 0;
  let common = 0;
  for (const n of right.values()) size += n;
  for (const [pair, n] of left) {
    size += n;
    common += Math.min(n, right.get(pair) ?? 0);
  }
  return size === 0 ? 1 : (2 * common) / size;
}

function pairs(text: string): Map<string, number> {
  const found = new Map<string, number>();
  const points = [' ', ...text.replace(/\s+/g, ' ').trim().toLowerCase(), ' '];
  for (let i = 1; i < points.length; i++) {
    const pair = points[i - 1]! + points[i]!;
    found.set(pair, (found.get(pair) ?? 0) + 1);
  }
  return found;
}
