// Numbers, months and days of the week as they are written in English.

const CARDINALS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const ORDINALS =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third twenty-fourth twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first'.split(
    ' ',
  );

/** Longer words first, so that "sixteen" is not read as "six". */
const anyOf = (words: string[]): string => [...words].sort((a, b) => b.length - a.length).join('|');
export const ORDINAL_WORD = anyOf(ORDINALS).replaceAll('-', '[- ]');
export const CARDINAL_WORD = `(?:${TENS.join('|')})[- ](?:${anyOf(CARDINALS.slice(1, 10))})|${anyOf([...CARDINALS.slice(1), ...TENS])}`;

/** "3", "3rd", "third", "twenty first". */
export function ordinal(text: string): number {
  const digits = /^\d+/.exec(text)?.[0];
  return digits ? Number(digits) : ORDINALS.indexOf(text.toLowerCase().replace(' ', '-')) + 1;
}

/** "21", "twenty-one", "a", "a couple of", "half a". NaN when it is none. */
export function cardinal(text: string): number {
  const word = text.toLowerCase().trim();
  if (/^\d+(\.\d+)?$/.test(word)) return Number(word);
  if (/^(an?|one|the next|the)$/.test(word)) return 1;
  if (/^(a )?couple( of)?( more)?$/.test(word)) return 2;
  if (/^half( an?)?$/.test(word)) return 0.5;
  const [tens, ones] = word.split(/[- ]/) as [string, string?];
  const at = TENS.indexOf(tens);
  if (at >= 0) return (at + 2) * 10 + (ones ? CARDINALS.indexOf(ones) : 0);
  const plain = CARDINALS.indexOf(word);
  return plain < 0 ? NaN : plain;
}

export const monthOf = (text: string): number =>
  ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'].indexOf(text.slice(0, 3).toLowerCase()) + 1;
export const weekdayOf = (text: string): number =>
  ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].indexOf(text.slice(0, 3).toLowerCase()) + 1;
