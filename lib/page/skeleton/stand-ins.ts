// Invented things in place of real ones. The same thing has the same stand-in within one report, so that a reader still sees what belongs
// together; nothing of the thing itself is in it: stand-ins are numbered, not computed from what they stand for.
//
// What they keep, and why: of a number its length and its place among the others (sites check ids by their length, and the order of time
// stamps tells which message came first); of an id which characters are letters and which are digits, for the same reason; of a word only whether
// it begins with a capital. So nobody can tell a word by its length.

export interface StandIns {
  /** Takes note of a string of the page: no stand-in will be anything that is in it. */
  note: (text: string) => void;
  number: (digits: string) => string;
  id: (text: string) => string;
  word: (text: string) => string;
  /** A server: `hbb.example`. */
  host: (text: string) => string;
  /** The moment that stands for this one (ISO 8601 as in the page), in the same order as the others. */
  instant: (text: string) => string;
}

const LETTERS = 'bcdfghjkmnpqrstvwxz';
const STEP_MS = 61_000;
/** All moments are of this time: nobody takes them for real ones. */
const SOME_DAY = Date.UTC(2031, 2, 4, 9, 17);
export const INSTANT = /\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?/;

/** The scripts of words, each with the letters of its stand-ins. The first one is that of everything else. */
const SCRIPTS: readonly [RegExp, string][] = [
  [/[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]/, '甲乙丙丁戊己庚辛壬癸'],
  [/[\uac00-\ud7af]/, '가나다라마바사아자차'],
  [/[\u0590-\u05ff]/, 'אבגדהוזחטי'],
  [/[\u0600-\u06ff]/, 'ابتثجحخدذر'],
  [/[\u0400-\u04ff]/, 'бвгджзклмн'],
];

export function makeStandIns(): StandIns {
  const seen = new Set<string>();
  const numbers = new Set<string>();
  const instants = new Set<string>();
  const given = new Map<string, string>();
  const counters = new Map<string, number>();
  let ranks: Map<string, string> | null = null;
  let moments: Map<string, string> | null = null;

  /** Gives the stand-in of a thing, made by `make` from 0, 1, 2 … until one is new and nowhere in the page. */
  function give(kind: string, thing: string, make: (n: number) => string): string {
    const key = `${kind} ${thing}`;
    const old = given.get(key);
    if (old !== undefined) return old;
    let n = counters.get(kind) ?? 0;
    let made = make(n);
    while (seen.has(made.toLowerCase())) made = make(++n);
    counters.set(kind, n + 1);
    given.set(key, made);
    return made;
  }

  /** Numbers of one length in their order, from a round one up; up to three digits they all become four. */
  function rankNumbers(): Map<string, string> {
    const ranked = new Map<string, string>();
    const next = new Map<number, number>();
    for (const digits of [...numbers].sort((a, b) => a.length - b.length || (a < b ? -1 : 1))) {
      const length = Math.max(4, digits.length);
      let n = next.get(length) ?? 0;
      const make = (): string => {
        if (length === 10) return String(SOME_DAY / 1000 + n * 61);
        if (length === 13) return String(SOME_DAY + n * STEP_MS);
        return `5${String(n).padStart(length - 1, '0')}`;
      };
      while (seen.has(make())) n += 1;
      ranked.set(digits, make());
      next.set(length, n + 1);
    }
    return ranked;
  }

  function rankInstants(): Map<string, string> {
    const sorted = [...instants].sort((a, b) => Date.parse(a) - Date.parse(b));
    return new Map(sorted.map((text, n) => [text, likeInstant(text, SOME_DAY + n * STEP_MS)]));
  }

  const word = (text: string): string => {
    const letters = SCRIPTS.find(([script]) => script.test(text))?.[1];
    if (letters) return give(letters, text.toLowerCase(), (n) => counted(n, letters, 2));
    if (!/\p{L}/u.test(text)) return `☺${give('sign', text, (n) => counted(n, LETTERS, 1))}`;
    const made = give('word', text.toLowerCase(), (n) => `q${counted(n, LETTERS, 2)}`);
    const first = [...text].find((letter) => /\p{L}/u.test(letter))!;
    return first !== first.toLowerCase() ? made[0]!.toUpperCase() + made.slice(1) : made;
  };

  return {
    note(text) {
      for (const [part] of text.matchAll(/[\p{L}\p{N}]+/gu)) seen.add(part.toLowerCase());
      for (const [digits] of text.matchAll(/\d+/g)) numbers.add(digits);
      for (const [instant] of text.matchAll(new RegExp(INSTANT, 'g'))) instants.add(instant);
      ranks = moments = null;
    },
    number: (digits) => (ranks ??= rankNumbers()).get(digits) ?? '5'.padEnd(Math.max(4, digits.length), '0'),
    id(text) {
      const isHex = /^[0-9a-f]+$/.test(text) || /^[0-9A-F]+$/.test(text);
      const form = text
        .replace(/\d/g, '0')
        .replace(/[a-z]/g, isHex ? 'f' : 'a')
        .replace(/[A-Z]/g, isHex ? 'F' : 'A');
      return give(form, text, (n) => filled(n, form));
    },
    word,
    host: (text) => `${give('host', text.toLowerCase(), (n) => `h${counted(n, LETTERS, 2)}`)}.example`,
    instant: (text) => (moments ??= rankInstants()).get(text) ?? likeInstant(text, SOME_DAY),
  };
}

/** A number in letters, at least so many. */
function counted(n: number, letters: string, least: number): string {
  let made = '';
  for (let rest = n; rest > 0 || made.length < least; rest = Math.floor(rest / letters.length))
    made = letters[rest % letters.length]! + made;
  return made;
}

/** A number written into a form of `0`, `a`, `A`, `f` and `F`, from its end; what does not fit is put before it. */
function filled(n: number, form: string): string {
  const KINDS: Record<string, string> = {
    '0': '0123456789',
    a: 'abcdefghijkmnpqrstuvwxyz',
    A: 'ABCDEFGHJKLMNPQRSTUVWXYZ',
    f: 'abcdef',
    F: 'ABCDEF',
  };
  let rest = n;
  let made = '';
  for (const kind of [...form].reverse()) {
    const letters = KINDS[kind] ?? kind;
    made = letters[rest % letters.length]! + made;
    rest = Math.floor(rest / letters.length);
  }
  return rest > 0 ? counted(rest, LETTERS, 1) + made : made;
}

/** A moment written as another one is: with or without seconds, fractions and zone. */
function likeInstant(like: string, ms: number): string {
  const whole = new Date(ms).toISOString();
  const fraction = /\.(\d+)/.exec(like)?.[1];
  const zone = /(?:Z|[+-]\d\d:?\d\d)$/.exec(like)?.[0] ?? '';
  const clock = /T\d\d:\d\d:\d\d/.test(like) ? whole.slice(0, 19) : whole.slice(0, 16);
  return clock + (fraction ? `.${'0'.repeat(fraction.length)}` : '') + (zone === 'Z' || zone === '' ? zone : '+00:00');
}
