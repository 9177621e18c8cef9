import { createDecipheriv, hkdfSync } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Making } from '../domain/sealed';
import { isKeyOf, opening, SealError, sealedHead, sealing } from './sealed-file';
import { fromBase64, makeKey, newMaking, toBase64, type SealKey } from './sealed-key';

// Quick to make: how long the work takes is no part of what these tests hold.
const quick: Making = { kdf: 'argon2id', t: 1, m: 64, p: 1, salt: 'AAECAwQFBgcICQoLDA0ODw==' };
const SEED = '8PHy8/T19vf4+fr7/P3+/w==';
const CHUNK = 65_536 + 16;
let key: SealKey;
beforeAll(async () => void (key = await makeKey('correct horse battery', quick)));

const run = async (bytes: Uint8Array[], through: TransformStream<Uint8Array, Uint8Array<ArrayBuffer>>): Promise<Uint8Array> => {
  const source = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const one of bytes) controller.enqueue(one);
      controller.close();
    },
  });
  return new Uint8Array(await new Response(source.pipeThrough(through)).arrayBuffer());
};
const pieces = (bytes: Uint8Array, size: number) =>
  Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) => bytes.slice(i * size, (i + 1) * size));
const seal = (plain: Uint8Array, size = 10_000) => run(pieces(plain, size), sealing(key, SEED));
/** The plain bytes, or the code of what is wrong. */
async function open(file: Uint8Array, by = key, size = 9_999): Promise<Uint8Array | string> {
  try {
    const head = await sealedHead(new Blob([file.slice()]));
    return head ? await run(pieces(file.slice(head.length), size), opening(head, by)) : 'plain';
  } catch (error) {
    if (error instanceof SealError) return error.code;
    throw error;
  }
}
/** Compared by their text: comparing arrays element by element is slow. */
const text = (bytes: Uint8Array | string) => (typeof bytes === 'string' ? bytes : Buffer.from(bytes).toString('latin1'));
const some = (length: number) => Uint8Array.from({ length }, (_, i) => (i * 31 + (i >> 8)) & 255);
const headLength = async (file: Uint8Array) => (await sealedHead(new Blob([file.slice()])))!.length;

describe('the key of a passphrase', () => {
  it('can be used and never read', async () => {
    expect(key.master.extractable).toBe(false);
    await expect(crypto.subtle.exportKey('raw', key.master)).rejects.toThrow();
  });

  it('is the same for one passphrase however its characters are put together, and tells how far it is', async () => {
    const shares: number[] = [];
    const one = await makeKey('pässwörd 密码', quick, { onProgress: (share) => shares.push(share) });
    const other = await makeKey('pässwörd 密码'.normalize('NFD'), quick);
    const file = await run([some(10)], sealing(one, SEED));
    expect(text(await open(file, other))).toBe(text(some(10)));
    expect(shares.at(-1)).toBe(1);
  });

  it('can be stopped while it is made', async () => {
    const controller = new AbortController();
    const making = makeKey(
      'correct horse battery',
      { ...quick, m: 4096 },
      { signal: controller.signal, onProgress: () => controller.abort() },
    );
    await expect(making).rejects.toThrow(/abort/i);
  });

  it('has a salt of its own each time', () => expect(newMaking().salt).not.toBe(newMaking().salt));
});

describe('a sealed file', () => {
  it.each([0, 1, 65_535, 65_536, 65_537, 200_000])('of %i bytes comes back, in pieces of any size', async (length) => {
    for (const size of [1000, 65_536, 1 << 20])
      expect(text(await open(await seal(some(length), size), key, size + 1))).toBe(text(some(length)));
  });

  it('is what another hand makes of passphrase, salt and seed', async () => {
    const file = await seal(some(70_000));
    const head = (await sealedHead(new Blob([file.slice()])))!;
    expect(new TextDecoder().decode(file.slice(0, head.length))).toMatch(/^rapport-sealed 1\n\{"kdf":"argon2id",.*\} \S{44}\n$/);
    // Argon2id (t=1, m=64 KiB, p=1) of that passphrase and salt, as the reference implementation in C gives it.
    const raw = Buffer.from('558776a28c232da2850c2b8fce311bc0e9d12e4b2b91013501701759afbfdb18', 'hex');
    const chunks = Buffer.from(hkdfSync('sha256', raw, fromBase64(SEED)!, 'rapport sealed 1 chunks', 32));
    const plain = [0, 1].map((n) => {
      const sealed = Buffer.from(file.slice(head.length + n * CHUNK, head.length + (n + 1) * CHUNK));
      const opened = createDecipheriv('aes-256-gcm', chunks, Buffer.from(`${'00'.repeat(10)}0${n}0${n}`, 'hex'));
      opened.setAuthTag(sealed.subarray(-16));
      return Buffer.concat([opened.update(sealed.subarray(0, -16)), opened.final()]);
    });
    expect(text(Buffer.concat(plain))).toBe(text(some(70_000)));
  });

  it('is not taken for one when it is something else', async () =>
    expect(await open(new TextEncoder().encode('{"format":"rapport-backup"'))).toBe('plain'));

  it('stays shut for another passphrase', async () => {
    const other = await makeKey('correct horse batterz', quick);
    const file = await seal(some(10));
    expect(await open(file, other)).toBe('locked');
    expect(await isKeyOf((await sealedHead(new Blob([file.slice()])))!, key)).toBe(true);
  });

  it('is found out when a bit of it was changed, wherever', async () => {
    const file = await seal(some(70_000));
    const length = await headLength(file);
    const places = [...Array(length).keys(), length, length + 5, length + CHUNK - 1, length + CHUNK, file.length - 1];
    for (const at of places) {
      const changed = file.slice();
      changed[at]! ^= 1;
      const found = await open(changed);
      expect(typeof found, `byte ${at}`).toBe('string');
      if (at >= length) expect(found).toBe('damaged');
    }
  });

  it('is found out when chunks were dropped, swapped, doubled, added or cut off', async () => {
    const file = await seal(some(200_000));
    const length = await headLength(file);
    const head = file.slice(0, length);
    const chunks = pieces(file.slice(length), CHUNK);
    const from = (...order: number[]) => new Uint8Array(Buffer.concat([head, ...order.map((n) => chunks[n]!)]));
    expect(text(await open(from(0, 1, 2, 3)))).toBe(text(some(200_000)));
    for (const order of [[0, 2, 3], [1, 2, 3], [1, 0, 2, 3], [0, 1, 1, 2, 3], [0, 1, 3, 2], [0, 1, 2, 3, 3], [3]])
      expect(await open(from(...order)), order.join()).toBe('damaged'); // prettier-ignore
    for (const order of [[0, 1, 2], [0, 1], [0], []]) expect(await open(from(...order)), order.join()).toBe('truncated');
    expect(await open(file.slice(0, -1))).toBe('damaged');
    expect(await open(file.slice(0, length + CHUNK + 3))).toBe('damaged');
    expect(await open(new Uint8Array([...file, 0]))).toBe('damaged');
  });

  it('cannot take chunks of another file with the same passphrase', async () => {
    const file = await seal(some(70_000));
    const other = await run([some(70_000)], sealing(key));
    const length = await headLength(file);
    expect(await open(new Uint8Array([...file.slice(0, length), ...other.slice(length)]))).toBe('damaged');
  });

  it.each([
    ['newer', 'rapport-sealed 2\n{}'],
    ['damaged', 'rapport-sealed 1'],
    ['damaged', 'rapport-sealed one\n{} x\n'],
    ['damaged', 'rapport-sealed 1\n{"kdf":"none"} x\n'],
    ['damaged', `rapport-sealed 1\n${'x'.repeat(2000)}`],
    ['hostile', `rapport-sealed 1\n${JSON.stringify({ ...quick, m: 1e8, seed: SEED })} x\n`],
    ['hostile', `rapport-sealed 1\n${JSON.stringify({ ...quick, t: 1000, p: 99, seed: SEED })} x\n`],
    ['locked', `rapport-sealed 1\n${JSON.stringify({ ...quick, seed: SEED })} nobase64!\n`],
  ])('that cannot be is refused as %s (%#)', async (code, bad) => expect(await open(new TextEncoder().encode(bad))).toBe(code));

  it('changed by chance opens as it was or not at all', async () => {
    const plain = some(300);
    const file = await seal(plain);
    const change = fc.record({ at: fc.nat(file.length), drop: fc.nat(40), put: fc.uint8Array({ maxLength: 40 }) });
    await fc.assert(
      fc.asyncProperty(change, async ({ at, drop, put }) => {
        const changed = new Uint8Array([...file.slice(0, at), ...put, ...file.slice(at + drop)]);
        const found = await open(changed);
        if (typeof found !== 'string') {
          expect(text(changed)).toBe(text(file));
          expect(text(found)).toBe(text(plain));
        }
      }),
      { numRuns: 2000, seed: Number(process.env['RAPPORT_SEED'] ?? 7) },
    );
  });
});

it('base64 of bytes comes back', () => expect(fromBase64(toBase64(some(16)))).toEqual(some(16)));
