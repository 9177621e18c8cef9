// The first line of a message as WhatsApp's "Export chat" writes it, on Android (`31.12.23, 21:05 - Anna: …`) and on the iPhone
// (`[31.12.23, 21:05:33] Anna: …`), with the dates of every language.

export interface ChatLine {
  /** How the line is built. All of one file are built the same, so that lines within a message are not taken for one. */
  shape: string;
  /** The numbers of the date in the order of the file. */
  numbers: [number, number, number];
  /** Whether its first number is a year. */
  yearFirst: boolean;
  /** Seconds since midnight. */
  time: number;
  /** Null for a line of WhatsApp's own: somebody joined, a number changed. */
  author: string | null;
}

const MARKS = '[\\u200e\\u200f\\u061c\\u202a-\\u202e\\u2066-\\u2069\\ufeff]*';
const SPACE = '[\\s\\u202f\\u00a0]';
/** Half of the day, before or behind the time. */
const AM = '上午|凌晨|清晨|早上|오전|午前|a\\.?m\\.?|a\\.' + SPACE + 'm\\.|ص|de\\.?|πμ|dop\\.?';
const PM = '下午|中午|傍晚|晚上|오후|午後|p\\.?m\\.?|p\\.' + SPACE + 'm\\.|م|du\\.?|μμ|odp\\.?';
const HEAD = new RegExp(
  `^${MARKS}(\\[)?${MARKS}(\\d{1,4})(${SPACE}?[年년./-]${SPACE}?)(\\d{1,2})${SPACE}?[月월./-]${SPACE}?(\\d{1,4})[日일.]?[,،]?${SPACE}+` +
    `(?:(${AM}|${PM})${SPACE}*)?(\\d{1,2})[:.](\\d{2})(?:[:.](\\d{2}))?(?:${SPACE}*(${AM}|${PM}))?` +
    `${MARKS}(\\]|${SPACE}[-–—]|,)${SPACE}(.*)$`,
  'iu',
);
const IS_AM = new RegExp(`^(?:${AM})$`, 'iu');

/** Zeros of other scripts: their digits follow. */
const ZEROS = [0x660, 0x6f0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0x1040];

const LONGEST_HEAD = 400;
const LONGEST_AUTHOR = 200;

/** Null for a line that begins no message: it is more of the message before. */
export function readChatLine(text: string): ChatLine | null {
  const line = text.length > LONGEST_HEAD ? text.slice(0, LONGEST_HEAD) : text;
  if (!/\d/.test(line.slice(0, 8)) && !/\p{Nd}/u.test(line.slice(0, 8))) return null;
  const match = HEAD.exec(/[^\p{ASCII}]/u.test(line.slice(0, 40)) ? inDigits(line) : line);
  if (!match) return null;
  const [, bracket = '', a, mark, b, c, before, hour, minute, second, behind, end, rest] = match as unknown as (string | undefined)[];
  // A bracket is closed, and a comma stands behind the time in Korean alone.
  if ((bracket === '[') !== (end === ']') || (end === ',' && mark?.trim() !== '년')) return null;
  const time = timeOf(Number(hour), Number(minute), Number(second ?? 0), before ?? behind ?? null);
  if (time === null) return null;
  const yearFirst = a!.length === 4 || /[年년]/.test(mark!);
  const half = before ? '<' : behind ? '>' : '';
  const shape = [
    bracket,
    mark!.trim(),
    end!.trim() === '–' || end!.trim() === '—' ? '-' : end!.trim(),
    second === undefined ? '' : 's',
    half,
  ].join('|');
  return { shape, numbers: [Number(a), Number(b), Number(c)], yearFirst, time, author: authorIn(rest!, bracket !== '', end === ',') };
}

function inDigits(line: string): string {
  return line.replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0)!;
    const zero = ZEROS.find((one) => code >= one && code < one + 10);
    return zero === undefined ? digit : String(code - zero);
  });
}

function timeOf(hour: number, minute: number, second: number, half: string | null): number | null {
  if (minute > 59 || second > 59 || hour > 23 || (half !== null && hour > 12 && !/[上下中凌清早傍晚]/.test(half))) return null;
  const isAm = half === null || IS_AM.test(half);
  // 中午12:30 is noon, 凌晨12:30 is not; programs that say 下午 with 24 hours say it beside a number above 12.
  const whole = half === null || hour > 12 ? hour : (hour % 12) + (isAm ? 0 : 12);
  return whole * 3600 + minute * 60 + second;
}

/** What WhatsApp itself says has no author; on the iPhone it stands under the name of the chat, behind a mark of direction. */
function authorIn(rest: string, isPhone: boolean, isKorean: boolean): string | null {
  const plain = rest.replace(new RegExp(`^${MARKS}`, 'u'), '');
  const end = plain.indexOf(isKorean ? ' : ' : ':');
  const author = plain
    .slice(0, Math.max(0, end))
    .replace(new RegExp(`^~${SPACE}?|[\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]`, 'gu'), '')
    .trim();
  const said = plain.slice(end + 1);
  if (author === '' || author.length > LONGEST_AUTHOR || (!isKorean && said !== '' && !/^\s/.test(said))) return null;
  // "Anna named the group “Sales: north”".
  if ([...author].filter((one) => /["“”„«»「」]/.test(one)).length % 2 === 1) return null;
  return isPhone && isNotice(said.trim()) ? null : author;
}

/** "Messages and calls are end-to-end encrypted", and not "image omitted", which stands for a message. */
function isNotice(text: string): boolean {
  if (!/^[\u200e\u200f]/.test(text)) return false;
  const plain = text.replace(/[\u200e\u200f]/g, '').trim();
  if (/^<.*>$/.test(plain)) return false;
  if (/\b(call|anruf|llamada|appel|chiamata|chamada)\b|通话|通話|呼叫/i.test(plain)) return true;
  const han = (plain.match(/\p{Script=Han}/gu) ?? []).length;
  return han > 0 ? han > 8 : plain.split(/\s+/).length > 4;
}
