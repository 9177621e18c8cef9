// From a template's text to what stands between braces and what does not. One pass over the text, whatever it holds.

/** Character offsets are into the body, `to` behind the last one. */
export type Token =
  | { kind: 'text'; text: string; from: number; to: number }
  | { kind: 'tag'; inner: string; from: number; to: number }
  /** Braces that nothing closes; `inner` is what follows them on the line. */
  | { kind: 'open'; inner: string; from: number; to: number };

// Chinese keyboards write full-width braces, which mean the same. Of more than two braces the last two are meant.
const MARK = /\\(?:\{\{|｛｛)|\{{2,}|｛{2,}|\}\}|｝｝/g;

/** Cuts a template. A backslash before the braces, `\{{`, makes them plain text. */
export function scan(body: string): Token[] {
  const tokens: Token[] = [];
  let text = '';
  let textFrom = 0;
  const flush = (to: number) => {
    if (text !== '') tokens.push({ kind: 'text', text, from: textFrom, to });
    text = '';
  };
  const say = (from: number, to: number) => {
    if (text === '') textFrom = from;
    text += body.slice(from, to);
  };
  /** Where the braces stand that wait for their end. */
  let open: number | null = null;
  let at = 0;
  const giveUp = (end: number) => {
    const from = open!;
    const line = body.slice(from, end).search(/[\r\n]/);
    const to = line < 0 ? end : from + line;
    tokens.push({ kind: 'open', inner: body.slice(from + 2, to).trim(), from, to });
    say(to, end);
    open = null;
  };
  for (const match of body.matchAll(MARK)) {
    const [mark] = match;
    const index = match.index + (/^[{｛]{3}/.test(mark) ? mark.length - 2 : 0);
    if (mark.startsWith('\\')) {
      if (open !== null) continue;
      say(at, index);
      say(index + 1, index + 3);
      at = index + 3;
    } else if (/^[{｛]/.test(mark)) {
      if (open !== null) giveUp(match.index);
      else say(at, match.index);
      if (mark.length > 3) {
        // So many braces are a slip, and would stand in the message.
        flush(match.index);
        tokens.push({ kind: 'open', inner: '', from: match.index, to: index });
      } else say(match.index, index);
      flush(index);
      open = index;
      at = index;
    } else if (open !== null) {
      tokens.push({ kind: 'tag', inner: body.slice(open + 2, index), from: open, to: index + 2 });
      open = null;
      at = index + 2;
    }
  }
  if (open !== null) giveUp(body.length);
  else say(at, body.length);
  flush(body.length);
  return tokens;
}
