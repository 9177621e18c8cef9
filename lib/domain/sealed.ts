// How the key of a sealed backup is made from a passphrase.
import { z } from 'zod';

/** Sixteen bytes in base64. */
export const sixteenBytes = z.string().regex(/^[A-Za-z0-9+/]{21}[AQgw]==$/);

/**
 * The choices of Argon2id (RFC 9106), which stand in the file, for they are no secret: passes, memory in KiB, lanes. The most that is
 * accepted keeps a hostile file from taking all memory or a day of work.
 */
export const makingSchema = z.object({
  kdf: z.literal('argon2id'),
  t: z.number().int().min(1).max(8),
  m: z.number().int().min(64).max(262_144),
  p: z.number().int().min(1).max(4),
  salt: sixteenBytes,
});
export type Making = z.infer<typeof makingSchema>;

/** The beginning of a sealed file; `seed` is the file's own. */
export const sealedHeadSchema = makingSchema.extend({ seed: sixteenBytes });

/** Shorter passphrases (characters) are found by trying. */
export const LEAST_PASSPHRASE = 10;

/**
 * Why a sealed file does not open. `locked`: the passphrase is another one. `damaged`, `truncated`: of the chunks. `newer`: of a later
 * version. `hostile`: asks for too much work.
 */
export type SealProblem = 'locked' | 'damaged' | 'truncated' | 'newer' | 'hostile';
