// Reads the source as the architecture tests see it: files, and which of them import what.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Every file under these folders, as a path from the root with slashes. */
export function filesIn(...folders: string[]): string[] {
  return folders.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).replaceAll('\\', '/')),
  );
}

export const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');
/** Tests, and what only tests import. */
export const isTest = (file: string): boolean => /\.test\.tsx?$/.test(file) || /from 'vitest'/.test(read(file));
export const isCode = (file: string): boolean => /\.tsx?$/.test(file) && !file.endsWith('.d.ts') && !isTest(file);

/** One import: what it names, as a file of ours (`lib/domain/day.ts`) or a package (`zod`), and whether only types are taken. */
export interface Import {
  to: string;
  isType: boolean;
}

const STATEMENT = /(?:^|\n)\s*(?:import|export)\s+(type\s+)?(?:[\w*${}\s,]+?from\s+)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/g;

/** The imports of a file, `import()` and re-exports among them. */
export function importsOf(file: string): Import[] {
  return [...read(file).matchAll(STATEMENT)].map(([, type, named, dynamic]) => ({
    to: resolve(file, named ?? dynamic!),
    isType: type !== undefined,
  }));
}

function resolve(from: string, name: string): string {
  const path = name.startsWith('@/')
    ? name.slice(2)
    : name.startsWith('.')
      ? normalize(join(dirname(from), name)).replaceAll('\\', '/')
      : null;
  if (path === null) return /^(@[^/]+\/)?[^/]+/.exec(name)![0];
  return KNOWN.get(path) ?? KNOWN.get(`${path}/index`) ?? path;
}

/** Every code file by its path without ending. */
const KNOWN = new Map(filesIn('lib', 'components', 'entrypoints').map((file) => [file.replace(/\.tsx?$/, ''), file]));

/** Whatever a file brings into a bundle: its value imports, theirs, and so on. Gives the way to each. */
export function reachableFrom(file: string): Map<string, string[]> {
  const ways = new Map<string, string[]>([[file, [file]]]);
  for (const [at, way] of ways) {
    if (!/\.tsx?$/.test(at)) continue;
    for (const { to, isType } of importsOf(at)) if (!isType && !ways.has(to)) ways.set(to, [...way, to]);
  }
  return ways;
}
