// A file that opens with a passphrase only. Two lines of text, then sealed chunks:
//   rapport-sealed 1
//   {"kdf":"argon2id","t":3,"m":65536,"p":4,"salt":"…","seed":"…"} <HMAC-SHA-256 of this line up to here and the one above, base64>
// The passphrase's key and the file's own `seed` give two keys (HKDF-SHA-256): one for that line, one for the chunks. A chunk is 64 KiB
// sealed with AES-256-GCM; its nonce is its number and whether it is the last, so that none can be missing, moved or added.
// This is how age (age-encryption.org/v1, STREAM) cuts and numbers its chunks. What is inside is packed with gzip.
import { sealedHeadSchema, type Making, type SealProblem } from '../domain/sealed';
import { ByteQueue } from './byte-queue';
import { fromBase64, toBase64, type SealKey } from './sealed-key';

const MAGIC = 'rapport-sealed ';
const VERSION = 1;
/** The two lines are shorter than this, in bytes. */
const MOST_HEAD = 1024;
const CHUNK = 65_536;
const TAG = 16;

export class SealError extends Error {
  constructor(readonly code: SealProblem) {
    super(code);
    this.name = 'SealError';
  }
}

/** What stands before the chunks, `length` bytes long. */
export interface SealedHead {
  making: Making;
  seed: string;
  signed: string;
  mac: string;
  length: number;
}

const utf8 = new TextEncoder();

async function keyFor(key: SealKey, seed: string, what: 'head' | 'chunks'): Promise<CryptoKey> {
  const from = { name: 'HKDF', hash: 'SHA-256', salt: fromBase64(seed)!, info: utf8.encode(`rapport sealed ${VERSION} ${what}`) };
  return what === 'head'
    ? crypto.subtle.deriveKey(from, key.master, { name: 'HMAC', hash: 'SHA-256', length: 256 }, false, ['sign', 'verify'])
    : crypto.subtle.deriveKey(from, key.master, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}

/** The number of a chunk in eleven bytes, and whether it is the last in one. */
function nonceOf(n: number, isLast: boolean): Uint8Array<ArrayBuffer> {
  const nonce = new Uint8Array(12);
  new DataView(nonce.buffer).setBigUint64(3, BigInt(n));
  nonce[11] = isLast ? 1 : 0;
  return nonce;
}

/** Seals what is written into it. `seed` is given by tests alone. */
export function sealing(
  key: SealKey,
  seed: string = toBase64(crypto.getRandomValues(new Uint8Array(16))),
): TransformStream<Uint8Array, Uint8Array<ArrayBuffer>> {
  const queue = new ByteQueue();
  let chunks: CryptoKey;
  let n = 0;
  const seal = async (isLast: boolean): Promise<Uint8Array<ArrayBuffer>> =>
    new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonceOf(n++, isLast) }, chunks, queue.take(CHUNK)));
  return new TransformStream({
    async start(controller) {
      const signed = `${MAGIC}${VERSION}\n${JSON.stringify({ ...key.making, seed })}`;
      const mac = await crypto.subtle.sign('HMAC', await keyFor(key, seed, 'head'), utf8.encode(signed));
      chunks = await keyFor(key, seed, 'chunks');
      controller.enqueue(utf8.encode(`${signed} ${toBase64(new Uint8Array(mac))}\n`));
    },
    async transform(bytes, controller) {
      queue.push(bytes);
      // One chunk is held back: only the end tells whether it is the last.
      while (queue.size > CHUNK) controller.enqueue(await seal(false));
    },
    async flush(controller) {
      controller.enqueue(await seal(true));
    },
  });
}

/** What stands before the chunks; null when the file is not sealed. Fails with SealError when it is and cannot be read. */
export async function sealedHead(file: Blob): Promise<SealedHead | null> {
  const text = new TextDecoder().decode(await file.slice(0, MOST_HEAD).arrayBuffer());
  if (!text.startsWith(MAGIC)) return null;
  const [first = '', second] = text.split('\n', 2);
  const version = Number(first.slice(MAGIC.length));
  if (Number.isInteger(version) && version > VERSION) throw new SealError('newer');
  const end = text.indexOf('\n', first.length + 1);
  const space = second?.lastIndexOf(' ') ?? -1;
  if (version !== VERSION || second === undefined || end < 0 || space < 0) throw new SealError('damaged');
  const head = readHead(second.slice(0, space));
  const { seed, ...making } = head;
  return { making, seed, signed: `${first}\n${second.slice(0, space)}`, mac: second.slice(space + 1), length: end + 1 };
}

function readHead(line: string): Making & { seed: string } {
  let said: unknown;
  try {
    said = JSON.parse(line);
  } catch {
    throw new SealError('damaged');
  }
  const head = sealedHeadSchema.safeParse(said);
  if (head.success) return head.data;
  const isTooMuch = head.error.issues.every(({ code }) => code === 'too_big');
  throw new SealError(isTooMuch ? 'hostile' : 'damaged');
}

/** Whether this is the key of the file. */
export async function isKeyOf(head: SealedHead, key: SealKey): Promise<boolean> {
  const mac = fromBase64(head.mac);
  return mac !== null && crypto.subtle.verify('HMAC', await keyFor(key, head.seed, 'head'), mac, utf8.encode(head.signed));
}

/** Opens the chunks written into it, the head left out. Fails with SealError. What it gave before it failed is genuine, and not the whole. */
export function opening(head: SealedHead, key: SealKey): TransformStream<Uint8Array, Uint8Array<ArrayBuffer>> {
  const queue = new ByteQueue();
  let chunks: CryptoKey;
  let n = 0;
  const open = async (sealed: Uint8Array<ArrayBuffer>, isLast: boolean): Promise<Uint8Array<ArrayBuffer> | null> =>
    crypto.subtle.decrypt({ name: 'AES-GCM', iv: nonceOf(n, isLast) }, chunks, sealed).then(
      (plain) => new Uint8Array(plain),
      () => null,
    );
  return new TransformStream({
    async start() {
      if (!(await isKeyOf(head, key))) throw new SealError('locked');
      chunks = await keyFor(key, head.seed, 'chunks');
    },
    async transform(bytes, controller) {
      queue.push(bytes);
      while (queue.size > CHUNK + TAG) {
        const plain = await open(queue.take(CHUNK + TAG), false);
        if (!plain) throw new SealError('damaged');
        controller.enqueue(plain);
        n += 1;
      }
    },
    async flush(controller) {
      const rest = queue.take(CHUNK + TAG);
      const plain = await open(rest, true);
      if (plain) return controller.enqueue(plain);
      // Every chunk is whole, and the last one is missing.
      throw new SealError(rest.length === 0 || (await open(rest, false)) ? 'truncated' : 'damaged');
    },
  });
}
