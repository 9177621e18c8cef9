// A text file of any size as pieces of text: nothing of it is kept, so that a file may be larger than memory.
import { readText, type Encoding, type TextProblem } from './text-file';

/** Bytes that are looked at to find out what a file is written in. */
const LOOKED_AT = 4 * 1024 * 1024;
/** Bytes of a piece. */
const PIECE = 128 * 1024;

export interface TextPiece {
  text: string;
  /** Bytes read so far, those of this piece included. */
  bytes: number;
}

/** How a file is written, and the text of its first `most` bytes. `gone`: the disk does not give it, or it was changed. Never throws. */
export async function textHead(
  file: Blob,
  encoding?: Encoding,
  most = LOOKED_AT,
): Promise<{ ok: true; encoding: Encoding; text: string } | { ok: false; problem: TextProblem | 'gone' }> {
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await file.slice(0, most).arrayBuffer());
  } catch {
    return { ok: false, problem: 'gone' };
  }
  // Where a character is cut in two, it is left out: it would look like one that is spoilt.
  let end = bytes.length;
  if (end < file.size) while (end > bytes.length - 4 && bytes[end - 1]! >= 0x80) end -= 1;
  const read = readText(bytes.subarray(0, end), { most: LOOKED_AT, ...(encoding ? { encoding } : {}) });
  return read.ok ? { ok: true, encoding: read.encoding, text: read.text } : read;
}

/** The text, piece by piece, line breaks of all kinds as `\n`. Throws what the file throws when it cannot be read. */
export async function* textPieces(file: Blob, encoding: Encoding): AsyncGenerator<TextPiece> {
  const decoder = new TextDecoder(encoding);
  let held = '';
  for (let at = 0; at < file.size; at += PIECE) {
    const bytes = await file.slice(at, at + PIECE).arrayBuffer();
    const isLast = at + PIECE >= file.size;
    let text = held + decoder.decode(bytes, { stream: !isLast });
    // The other half of a line break may be in the next piece.
    held = !isLast && text.endsWith('\r') ? '\r' : '';
    if (held !== '') text = text.slice(0, -1);
    yield { text: text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text, bytes: Math.min(file.size, at + PIECE) };
  }
}
