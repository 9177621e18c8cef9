// In place of a text: how it looks from far away.

/** One sample letter for each script. The order decides for mixed texts. */
const SCRIPTS: readonly [RegExp, string][] = [
  [/[\u0590-\u05ff]/, 'ש'],
  [/[\u0600-\u06ff\u0750-\u077f]/, 'ب'],
  [/[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]/, '字'],
  [/[\uac00-\ud7af]/, '글'],
  [/[\u0400-\u04ff]/, 'ж'],
  [/[\u0370-\u03ff]/, 'λ'],
  [/[\u0900-\u097f]/, 'क'],
  [/[\u0e00-\u0e7f]/, 'ก'],
  [/\p{L}/u, 'x'],
  [/\p{N}/u, '·'],
];

/** In place of a text: letters of its script, in one of five lengths. */
export function dots(text: string): string {
  const letter = SCRIPTS.find(([script]) => script.test(text))?.[1] ?? '☺';
  const { length } = text;
  const size = length <= 3 ? 2 : length <= 10 ? 6 : length <= 40 ? 20 : length <= 200 ? 60 : 120;
  return `${(letter.repeat(6) + ' ')
    .repeat(size / 6 + 1)
    .slice(0, size)
    .trim()}…`;
}
