// The cards of a vCard file, one after another.
import { CardLines } from './card-lines';

/** One card: the line of the file on which it begins, and its lines. `isWhole` is false when it has no end. */
export interface Card {
  row: number;
  lines: string[];
  isWhole: boolean;
}

/** Lines and characters of one card that are kept; nobody's has more. */
const MOST_LINES = 2000;
const MOST_TEXT = 512 * 1024;

export class Cards {
  private readonly lines = new CardLines();
  private open: (Card & { size: number }) | null = null;
  /** Cards within a card, as 2.1 has those of secretaries. */
  private inside = 0;

  /** Adds a piece with line breaks as `\n` and gives the cards that are whole by now; null ends the file. */
  add(piece: string | null): Card[] {
    const cards: Card[] = [];
    for (const { line, text } of this.lines.add(piece)) {
      if (/^\s*BEGIN\s*:\s*VCARD\s*$/i.test(text)) this.begin(line, cards);
      else if (this.open === null) continue;
      else if (/^\s*END\s*:\s*VCARD\s*$/i.test(text)) this.end(cards);
      else if (this.inside === 0 && text.trim() !== '') this.keep(this.open, text);
    }
    if (piece === null && this.open) {
      cards.push({ ...this.open, isWhole: false });
      this.open = null;
    }
    return cards;
  }

  private begin(line: number, cards: Card[]): void {
    if (this.open && /^AGENT[;:]/i.test(this.open.lines.at(-1) ?? '')) this.inside += 1;
    else {
      if (this.open) cards.push({ ...this.open, isWhole: false });
      this.open = { row: line, lines: [], isWhole: true, size: 0 };
      this.inside = 0;
    }
  }

  private end(cards: Card[]): void {
    if (this.inside > 0) this.inside -= 1;
    else {
      cards.push(this.open!);
      this.open = null;
    }
  }

  private keep(card: Card & { size: number }, text: string): void {
    if (card.lines.length >= MOST_LINES || card.size > MOST_TEXT) return;
    card.lines.push(text);
    card.size += text.length;
  }
}
