// Numbers as they are written in Chinese: 三, 十五, 廿三, 二〇二七, 15.

const DIGITS = '〇一二三四五六七八九';

/** One of 0–999 in digits or Chinese numerals; 半 is a half, 两 is two. NaN when it is none. */
export function chineseNumber(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  if (text === '半') return 0.5;
  const plain = text
    .replaceAll('两', '二')
    .replaceAll('零', '〇')
    .replaceAll('廿', '二十')
    .replaceAll('卅', '三十')
    .replace('元', '一')
    .replace('正', '一');
  if (plain === '冬') return 11;
  if (plain === '腊') return 12;
  const found = /^(?:([一二三四五六七八九])百〇?)?(?:([一二三四五六七八九])?(十))?([〇一二三四五六七八九])?$/.exec(plain.replace('初', ''));
  if (!found || plain === '') return NaN;
  const [, hundreds, tens, ten, ones] = found;
  const digit = (one: string | undefined) => (one ? DIGITS.indexOf(one) : 0);
  return digit(hundreds) * 100 + (ten ? (tens ? digit(tens) : 1) * 10 : 0) + digit(ones);
}

/** A year: 2027, 二〇二七, or two digits as people say them (90 is 1990, 27 is 2027). */
export function chineseYear(text: string): number {
  const digits = text.replaceAll('零', '〇').replace(/[〇一二三四五六七八九]/g, (one) => String(DIGITS.indexOf(one)));
  const year = Number(digits);
  if (digits.length === 2) return year > 45 ? 1900 + year : 2000 + year;
  return year;
}
