// JSON text that arrives in pieces, cut into marks and whole values. Nothing is kept but the value that is not whole yet.

/** Longer or deeper values than these (characters, levels) are nobody's record. */
const MOST_CHARACTERS = 32_000_000;
const MOST_LEVELS = 64;

const QUOTE = 34;
const BACKSLASH = 92;
const isBlank = (code: number): boolean => code === 32 || code === 10 || code === 13 || code === 9;
const opens = (code: number): boolean => code === 123 || code === 91;
const closes = (code: number): boolean => code === 125 || code === 93;

export class JsonPieces {
  private text = '';
  /** Where the next mark or value begins. */
  private at = 0;
  /** How far the value at `at` was looked through, and what was found there. */
  private seen = 0;
  private depth = 0;
  private inString = false;
  /** A value is longer or deeper than any record is. */
  isExcessive = false;

  add(text: string): void {
    this.text = this.text.slice(this.at) + text;
    this.seen = Math.max(0, this.seen - this.at);
    this.at = 0;
  }

  /** The next character that is not blank; empty when more text is needed. */
  peek(): string {
    while (this.at < this.text.length && isBlank(this.text.charCodeAt(this.at))) this.at += 1;
    return this.text.charAt(this.at);
  }

  /** Goes past the character that `peek` gave. */
  skip(): void {
    this.at += 1;
  }

  /** The text of the value that begins at the next character; null when its end has not come yet. Whether it is JSON is not looked at. */
  value(): string | null {
    const { text, at } = this;
    const isScalar = text.charCodeAt(at) !== QUOTE && !opens(text.charCodeAt(at));
    let i = Math.max(this.seen, at);
    for (; i < text.length; i += 1) {
      const code = text.charCodeAt(i);
      if (this.inString) {
        // The character after a backslash may be in the next piece.
        if (code === BACKSLASH) i += 1;
        else if (code === QUOTE) {
          this.inString = false;
          if (this.depth === 0) return this.take(i + 1);
        }
      } else if (code === QUOTE) this.inString = true;
      else if (opens(code)) {
        this.depth += 1;
        if (this.depth > MOST_LEVELS) this.isExcessive = true;
      } else if (isScalar && (code === 44 || closes(code) || isBlank(code))) return this.take(i);
      else if (closes(code)) {
        this.depth -= 1;
        if (this.depth === 0) return this.take(i + 1);
      }
    }
    this.seen = i;
    if (i - at > MOST_CHARACTERS) this.isExcessive = true;
    return null;
  }

  private take(end: number): string {
    const value = this.text.slice(this.at, end);
    if (value.length > MOST_CHARACTERS) this.isExcessive = true;
    this.at = this.seen = end;
    this.depth = 0;
    return value;
  }
}
