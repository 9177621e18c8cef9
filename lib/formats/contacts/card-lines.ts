// The lines of vCards out of pieces of text: folded ones put together, pictures left out, so that none of them is ever in memory.

export interface CardLine {
  /** The line of the file on which it begins, from 1. */
  line: number;
  text: string;
}

/** Nobody's name, address or note is longer (characters). */
const LONGEST = 64 * 1024;

/** Pictures, sounds, keys: their content goes as it comes. */
const HEAVY = /^(?:[\w-]+\.)?(?:PHOTO|LOGO|SOUND|KEY|X-[\w-]*(?:PHOTO|IMAGE|THUMB|PICTURE)[\w-]*)[;:]/i;
const QUOTED = /^[^:]*[;=]\s*QUOTED-PRINTABLE/i;

export class CardLines {
  /** What stands behind the last line break. */
  private rest = '';
  /** The rest belongs to a line too long to keep. */
  private isLong = false;
  private at = 0;
  private open: (CardLine & { heavy: boolean; quoted: boolean }) | null = null;

  /** Adds a piece with line breaks as `\n` and gives the lines that are whole by now; null ends the file. */
  add(piece: string | null): CardLine[] {
    const lines: CardLine[] = [];
    const parts = (piece ?? '').split('\n');
    for (let i = 0; i < parts.length; i++) {
      const isWhole = i < parts.length - 1 || piece === null;
      if (this.rest.length < LONGEST) this.rest += parts[i];
      else this.isLong = true;
      if (!isWhole) continue;
      this.line(this.isLong ? this.rest.slice(0, LONGEST) : this.rest, lines);
      this.rest = '';
      this.isLong = false;
    }
    if (piece === null && this.open) lines.push(this.close(this.open));
    if (this.rest.length > LONGEST) this.rest = this.rest.slice(0, LONGEST);
    return lines;
  }

  private line(text: string, lines: CardLine[]): void {
    this.at += 1;
    const { open } = this;
    const isSoft = open?.quoted === true && open.text.endsWith('=');
    if (open && (isSoft || /^[ \t]/.test(text))) {
      if (open.heavy || open.text.length >= LONGEST) return;
      open.text = isSoft ? open.text.slice(0, -1) + text : open.text + text.slice(1);
      return;
    }
    if (open) lines.push(this.close(open));
    const heavy = HEAVY.test(text);
    this.open = { line: this.at, text: heavy ? text.slice(0, 40) : text, heavy, quoted: !heavy && QUOTED.test(text) };
  }

  private close({ line, text, heavy }: CardLine & { heavy: boolean }): CardLine {
    this.open = null;
    return { line, text: heavy ? '' : text };
  }
}
