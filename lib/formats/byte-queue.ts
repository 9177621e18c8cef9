// Bytes that come in pieces of any size and are taken in pieces of another.

export class ByteQueue {
  private pieces: Uint8Array[] = [];
  size = 0;

  push(bytes: Uint8Array): void {
    if (bytes.length === 0) return;
    this.pieces.push(bytes);
    this.size += bytes.length;
  }

  /** The next so many bytes, fewer when there are no more. */
  take(many: number): Uint8Array<ArrayBuffer> {
    const taken = new Uint8Array(Math.min(many, this.size));
    let at = 0;
    let used = 0;
    while (at < taken.length) {
      const piece = this.pieces[used]!;
      const part = piece.subarray(0, taken.length - at);
      taken.set(part, at);
      at += part.length;
      if (part.length === piece.length) used += 1;
      else this.pieces[used] = piece.subarray(part.length);
    }
    this.pieces.splice(0, used);
    this.size -= taken.length;
    return taken;
  }
}
