// The first letters of Chinese words as they are spoken: "bjd" for 报价单. Taken from the order in which the runtime's own
// collation sorts characters by sound, so that no table has to be shipped.

/** The first character of each letter in that order, and the letters. */
const FIRSTS = '阿八嚓哒妸发旮哈讥咔垃妈拿噢妑七呥扨它穵夕丫帀';
const LETTERS = 'abcdefghjklmnopqrstwxyz';
/** Characters that are read in another way, too, where that begins with another letter. Those that stand in names and in trade. */
const ALSO: Readonly<Record<string, string>> = {
  乐: 'y',
  会: 'k',
  传: 'z',
  合: 'g',
  单: 's',
  参: 's',
  奇: 'j',
  宿: 'x',
  弹: 'd',
  折: 's',
  提: 'd',
  数: 's',
  曾: 'z',
  朝: 'z',
  校: 'j',
  率: 's',
  盛: 'c',
  石: 'd',
  种: 'c',
  系: 'j',
  给: 'j',
  行: 'h',
  覃: 't',
  解: 'x',
  调: 't',
  贾: 'g',
  车: 'j',
  重: 'c',
  长: 'c',
  降: 'x',
};

let order: Intl.Collator | undefined;
const known = new Map<string, string>();

/** The letters with which a character may begin when it is spoken, the usual one first. Nothing for what is no such character. */
export function pinyinLetters(character: string): string {
  if (!/^[\u4e00-\u9fff]$/.test(character)) return '';
  const before = known.get(character);
  if (before !== undefined) return before;
  order ??= new Intl.Collator('zh-Hans-u-co-pinyin');
  let letter = '';
  for (let low = 0, high = FIRSTS.length - 1; low <= high;) {
    const middle = (low + high) >> 1;
    if (order.compare(character, FIRSTS[middle]!) >= 0) {
      letter = LETTERS[middle]!;
      low = middle + 1;
    } else high = middle - 1;
  }
  const letters = letter + (ALSO[character] ?? '');
  known.set(character, letters);
  return letters;
}
