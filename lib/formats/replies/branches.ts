// Blocks of other template languages: conditions that we have keep their branches, of others the first one stays and the rest goes.
import type { Piece } from './pieces';

/**
 * What a cut text holds: pieces, and the marks of blocks. `open` has in `ours` what our condition would be, null where there is none;
 * `hidden` blocks are never in the message. `or` begins another branch, `other` says whether it is the last one, which has no condition.
 */
export type Part =
  { piece: Piece } | { open: string; ours: string | null; hidden?: boolean } | { or: string; other: boolean } | { end: string };

interface Block {
  kept: boolean;
  /** Pieces go nowhere: a branch that is left out. */
  silent: boolean;
  /** Its last branch has begun. */
  turned: boolean;
}

/** Pieces in order. Blocks that are not closed, and ends without a beginning, are left out and said. */
export function withoutBlocks(parts: readonly Part[]): Piece[] {
  const pieces: Piece[] = [];
  const stack: Block[] = [];
  const ends = endsOf(parts);
  const isSilent = () => stack.some(({ silent }) => silent);
  for (const [i, part] of parts.entries()) {
    const top = stack.at(-1);
    if ('piece' in part) {
      if (!isSilent()) pieces.push(part.piece);
      else if ('text' in part.piece && part.piece.text.trim() !== '') pieces.push({ gone: part.piece.text.trim() });
    } else if ('open' in part) {
      const closed = ends.has(i);
      const kept = part.ours !== null && closed && !isSilent();
      if (kept) pieces.push({ tag: part.ours!, from: part.open });
      else pieces.push({ gone: part.open });
      if (closed) stack.push({ kept, silent: part.hidden === true, turned: false });
    } else if ('or' in part) {
      const turns = top?.kept === true && part.other && !top.turned;
      pieces.push(turns ? { tag: 'else', from: part.or } : { gone: part.or });
      if (top) Object.assign(top, { silent: !turns, turned: top.turned || turns });
    } else if (ends.has(i)) {
      stack.pop();
      if (top!.kept) pieces.push({ tag: '/if', from: part.end });
      else pieces.push({ gone: part.end });
    } else pieces.push({ gone: part.end });
  }
  return pieces;
}

/** Places of blocks that are closed, and of what closes them. A block of ours has one `else` at most. */
function endsOf(parts: readonly Part[]): Set<number> {
  const open: number[] = [];
  const paired = new Set<number>();
  for (const [i, part] of parts.entries()) {
    if ('open' in part) open.push(i);
    else if ('end' in part && open.length > 0) {
      paired.add(open.pop()!);
      paired.add(i);
    }
  }
  return paired;
}
