// The file in which a taught site is shared: one JSON object. What comes back may have been written by anybody.
import { taughtSpecSchema, type TaughtSpec } from '../domain/taught-site';

const FORMAT = 'rapport-site';
/** Far more than any real one has. */
const LARGEST = 64_000;

/** The text of the file. The user's own name beside messages stays here: it is nobody else's. */
export function writeTaught(site: TaughtSpec): string {
  const direction = site.direction.by === 'sender' ? { ...site.direction, own: '?' } : site.direction;
  return JSON.stringify({ format: FORMAT, site: { ...site, direction } }, null, 2) + '\n';
}

export type ReadTaught = { ok: true; site: TaughtSpec } | { ok: false; code: 'foreign' | 'newer' | 'wrong'; where: string[] };

/** Reads such a file, or what the user edited. `where` names the fields that are wrong, and why. */
export function readTaught(text: string): ReadTaught {
  let file: unknown;
  try {
    file = text.length > LARGEST ? null : JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return { ok: false, code: 'foreign', where: [] };
  }
  const { format, site } = (file ?? {}) as { format?: unknown; site?: unknown };
  if (format !== FORMAT || typeof site !== 'object' || site === null) return { ok: false, code: 'foreign', where: [] };
  const version = (site as { version?: unknown }).version;
  if (typeof version === 'number' && version > 1) return { ok: false, code: 'newer', where: [] };
  const read = taughtSpecSchema.safeParse(site);
  if (read.success) return { ok: true, site: read.data };
  return {
    ok: false,
    code: 'wrong',
    where: read.error.issues.slice(0, 6).map((issue) => `${issue.path.join('.') || 'site'}: ${issue.message}`),
  };
}
