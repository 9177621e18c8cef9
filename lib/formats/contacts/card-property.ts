// One line of a vCard (2.1, RFC 2426, RFC 6350): its name, what is said about it, and its value as text.

export interface CardProperty {
  /** `item1` of `item1.TEL`; empty for none. Upper case, as the names are. */
  group: string;
  name: string;
  /** By name in upper case; the bare words of 2.1 are types. */
  params: ReadonlyMap<string, readonly string[]>;
  /** Decoded; escapes of the format still stand in it. */
  value: string;
}

const MOST_PARAMS = 40;

/** Null for a line that is none. */
export function readProperty(line: string): CardProperty | null {
  const colon = colonIn(line);
  if (colon < 0) return null;
  const [head = '', ...rest] = splitAt(line.slice(0, colon), ';');
  const match = /^(?:([\w-]+)\.)?([\w-]+)$/.exec(head.trim());
  if (!match) return null;
  const params = new Map<string, string[]>();
  for (const one of rest.slice(0, MOST_PARAMS)) {
    const equals = one.indexOf('=');
    const bare = one.trim().toUpperCase();
    const name =
      equals < 0 ? (/^(QUOTED-PRINTABLE|BASE64|8BIT|7BIT)$/.test(bare) ? 'ENCODING' : 'TYPE') : one.slice(0, equals).trim().toUpperCase();
    const values = splitAt(one.slice(equals + 1), ',').map(plainParam);
    params.set(name, [...(params.get(name) ?? []), ...values]);
  }
  return { group: (match[1] ?? '').toUpperCase(), name: match[2]!.toUpperCase(), params, value: decoded(line.slice(colon + 1), params) };
}

/** The first colon that stands outside of quotation marks; in a line whose marks do not match, the first one. */
function colonIn(line: string): number {
  let quoted = false;
  for (let i = 0; i < line.length; i++) {
    const code = line.charCodeAt(i);
    if (code === 34) quoted = !quoted;
    else if (code === 58 && !quoted) return i;
  }
  return line.indexOf(':');
}

function splitAt(text: string, mark: string): string[] {
  if (!text.includes('"')) return text.split(mark);
  const parts: string[] = [];
  let from = 0;
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '"') quoted = !quoted;
    else if (text[i] === mark && !quoted) {
      parts.push(text.slice(from, i));
      from = i + 1;
    }
  }
  return [...parts, text.slice(from)];
}

/** Quotation marks and line breaks inside as RFC 6868 writes them. */
const plainParam = (text: string): string =>
  text
    .trim()
    .replace(/^"(.*)"$/s, '$1')
    .replace(/\^([n'^])/g, (_, mark: string) => (mark === 'n' ? '\n' : mark === "'" ? '"' : '^'));

function decoded(value: string, params: CardProperty['params']): string {
  const encoding = params.get('ENCODING')?.[0]?.toUpperCase();
  if (encoding === 'QUOTED-PRINTABLE') return inCharset(quotedPrintable(value), params.get('CHARSET')?.[0]);
  if (encoding !== 'BASE64' && encoding !== 'B') return value;
  try {
    return inCharset(
      Uint8Array.from(atob(value.replace(/\s/g, '')), (one) => one.charCodeAt(0)),
      params.get('CHARSET')?.[0],
    );
  } catch {
    return '';
  }
}

function quotedPrintable(value: string): Uint8Array {
  const bytes: number[] = [];
  const encoder = new TextEncoder();
  for (const [piece, hex] of value.matchAll(/=([\da-f]{2})|[^=]+|=/gi)) {
    if (hex !== undefined) bytes.push(parseInt(hex, 16));
    else for (const byte of encoder.encode(piece)) bytes.push(byte);
  }
  return Uint8Array.from(bytes);
}

/** In the characters that the line names; without any, UTF-8 where it is that, else those of a Chinese phone. */
function inCharset(bytes: Uint8Array, charset: string | undefined): string {
  for (const label of [charset ?? 'utf-8', 'utf-8']) {
    try {
      return new TextDecoder(label, { fatal: true }).decode(bytes);
    } catch {
      // Unknown, or not what the line says.
    }
  }
  return new TextDecoder('gb18030').decode(bytes);
}

/** The parts of a value with several, divided by `mark`; escapes taken off. */
export function partsOf(value: string, mark: ';' | ','): string[] {
  const parts = [''];
  for (let i = 0; i < value.length; i++) {
    const one = value[i]!;
    if (one === '\\' && i + 1 < value.length) parts[parts.length - 1] += one + value[++i]!;
    else if (one === mark) parts.push('');
    else parts[parts.length - 1] += one;
  }
  return parts.map(textOf);
}

/** A value as one text, escapes taken off. */
export const textOf = (value: string): string =>
  value.replace(/\\(.)/gs, (whole, one: string) => (one === 'n' || one === 'N' ? '\n' : /[\\,;:]/.test(one) ? one : whole)).trim();
