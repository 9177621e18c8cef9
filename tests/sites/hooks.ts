// The words of a site's file by which it holds on to a page: those of its selectors and patterns.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TEXT } from './changes';

const SITES = join(import.meta.dirname, '../../lib/sites');

/** Comments, texts and patterns of a source file; a slash with a space behind it divides. */
const PIECES =
  /\/\/.*|\/\*[^]*?\*\/|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`|\/(?![*/ ])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+\//g;
/** Read by properties of an element, by how the page looks, and by what turns elements into words (`pick.ts`, `text-without.ts`). */
const ALWAYS = ['style', 'dir', 'lang', 'hidden', 'img', 'alt', 'text', 'br', TEXT];

/** The words by which a site holds on to a page, in lower case. */
export function hooksOf(id: string): string[] {
  const source = readFileSync(join(SITES, `${id}.ts`), 'utf8');
  // There the key of a message is made of what it shows, pictures by their addresses.
  const isByContent = source.includes("from './content-key'");
  const words = new Set(isByContent ? [...ALWAYS, 'src'] : ALWAYS);
  for (const [piece] of source.matchAll(PIECES)) {
    if (!/^\/[/*]/.test(piece)) for (const [word] of piece.matchAll(/[\p{L}\d_-]+/gu)) words.add(word.toLowerCase());
  }
  for (const [, name] of source.matchAll(/dataset\.(\w+)/g)) words.add(`data-${name!.replace(/[A-Z]/g, (big) => `-${big.toLowerCase()}`)}`);
  return [...words];
}
