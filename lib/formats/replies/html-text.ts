// The words of a piece of HTML as an editor for mail writes it: lines where blocks end, no formatting. Reads text, never makes elements.

/** `formatted`: something was lost by that. `images`: how many pictures are gone. */
export interface HtmlText {
  text: string;
  formatted: boolean;
  images: number;
}

const BLOCK = /^(?:p|div|li|ul|ol|tr|table|h[1-6]|blockquote|section|article|header|footer|pre|dd|dt|dl)$/;
const UNSEEN = /^(?:script|style|title|template|noscript|head)$/;
/** Tags that make lines and nothing else. */
const PLAIN = /^(?:p|div|br|span|html|body)$/;
const NAMED: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  bull: '•',
  copy: '©',
  reg: '®',
  trade: '™',
  euro: '€',
  pound: '£',
  yen: '¥',
  times: '×',
  middot: '·',
};

/** True for a text that was written as HTML: one that has an element's tag in it. */
export const isHtml = (text: string): boolean => /<\/?(?:p|div|br|span|b|i|u|a|ul|ol|li|strong|em|img|table|h[1-6])\b[^<>]*>/i.test(text);

/** In time linear to the text. Links keep their address behind them, where it is not what they say. */
export function textOfHtml(html: string): HtmlText {
  let text = '';
  let formatted = false;
  let images = 0;
  let link: { from: number; href: string } | null = null;
  let unseen: string | null = null;
  const newLine = () => {
    text = text.replace(/[ \t]+$/, '');
    if (text !== '' && !text.endsWith('\n')) text += '\n';
  };
  const say = (words: string) => {
    const plain = decoded(words.replace(/\s+/g, ' '));
    text += text === '' || text.endsWith('\n') || text.endsWith(' ') ? plain.replace(/^ /, '') : plain;
  };
  // Comments, tags, and what is between; a stray "<" is a word.
  for (const [, comment, close, name, attributes, words] of html.matchAll(
    /(<!--[\s\S]*?(?:-->|$))|<(\/?)([a-z][a-z0-9]*)\b([^<>]*)>|([^<]+|<)/gi,
  )) {
    if (comment !== undefined) continue;
    if (words !== undefined) {
      if (unseen === null) say(words);
      continue;
    }
    const tag = name!.toLowerCase();
    if (unseen !== null) {
      if (close === '/' && tag === unseen) unseen = null;
      continue;
    }
    if (!PLAIN.test(tag)) formatted = true;
    if (UNSEEN.test(tag)) {
      if (close === '') unseen = tag;
    } else if (tag === 'br') text = `${text.replace(/[ \t]+$/, '')}\n`;
    else if (tag === 'img') images += 1;
    else if (tag === 'li' && close === '') {
      newLine();
      text += '• ';
    } else if (BLOCK.test(tag)) newLine();
    else if (tag === 'td' || tag === 'th') say(' ');
    else if (tag === 'a' && close === '') {
      const href = /\bhref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+))/i.exec(attributes!);
      link = { from: text.length, href: decoded(href?.[1] ?? href?.[2] ?? href?.[3] ?? '').trim() };
    } else if (tag === 'a' && link) {
      const { from, href } = link;
      if (/^https?:\/\//i.test(href) && !text.slice(from).includes(href)) text += `${text.slice(from).trim() === '' ? '' : ' '}${href}`;
      link = null;
    }
  }
  return { text: text.replace(/[ \t]+$/gm, '').replace(/^\n+|\s+$/g, ''), formatted, images };
}

function decoded(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/gi, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return Object.hasOwn(NAMED, name.toLowerCase()) ? NAMED[name.toLowerCase()]! : whole;
    const code = decimal === undefined ? parseInt(hex!, 16) : Number(decimal);
    const isText = code >= 32 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
    return isText ? (code === 0xa0 ? ' ' : String.fromCodePoint(code)) : code === 10 ? '\n' : whole;
  });
}
