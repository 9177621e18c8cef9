// From a passphrase to the key of sealed backups.
import { argon2idAsync } from '@noble/hashes/argon2.js';
import type { Making } from '../domain/sealed';

/** The key to files sealed with one passphrase. It can be kept in the browser, and nobody can read it out of there. */
export interface SealKey {
  making: Making;
  master: CryptoKey;
}

/** How keys are made now, with a new salt: the second recommended option of RFC 9106 §4, which needs 64 MiB. */
export function newMaking(): Making {
  return { kdf: 'argon2id', t: 3, m: 65_536, p: 4, salt: toBase64(crypto.getRandomValues(new Uint8Array(16))) };
}

/**
 * Makes the key: seconds of work, done in slices so that the screen stays alive. `onProgress` hears the share that is done, 0 to 1.
 * Stops with the signal's reason.
 */
export async function makeKey(
  passphrase: string,
  making: Making,
  { signal, onProgress }: { signal?: AbortSignal; onProgress?: (share: number) => void } = {},
): Promise<SealKey> {
  const { t, m, p, salt } = making;
  // One passphrase can be typed as different characters that look the same.
  const secret = await argon2idAsync(new TextEncoder().encode(passphrase.normalize('NFKC')), fromBase64(salt)!, {
    t,
    m,
    p,
    dkLen: 32,
    asyncTick: 15,
    onProgress: (share) => {
      signal?.throwIfAborted();
      onProgress?.(share);
    },
  });
  const master = await crypto.subtle.importKey('raw', new Uint8Array(secret), 'HKDF', false, ['deriveKey']);
  secret.fill(0);
  return { making, master };
}

export function toBase64(from: Uint8Array): string {
  return btoa(String.fromCharCode(...from));
}

/** Null when the text is no base64. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> | null {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch {
    return null;
  }
}
