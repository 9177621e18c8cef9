// The letters that stand for a person where others show a photo (no remote image is ever loaded).

/** One or two letters: the last two characters of a Chinese name (as Chinese apps do), else first letters of first and last word. */
export function initials(name: string): string {
  const plain = name.trim();
  const han = plain.match(/\p{Script=Han}/gu);
  if (han) return han.slice(-2).join('');
  const words = plain.match(/[\p{L}\p{N}][^\s]*/gu) ?? [];
  const letters = words.length > 1 ? [words[0]!, words[words.length - 1]!] : words.slice(0, 1);
  return letters.map((word) => [...word][0]!.toUpperCase()).join('') || '·';
}
