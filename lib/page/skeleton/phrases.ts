// Which short texts are names? Those that stand in two different kinds of places, such as the heading and the label of a row. They get stand-ins
// of their own, because the site files compare them; a text that stands in one kind of place only, as messages do, gets none.
import { stampsIn } from './stamps';
import { ADDRESSES, TEXTUAL } from './standard';
import type { Raw } from './take';
import { placeOf, UNSEEN, type PhraseList } from './words';

const MOST = 300;
/** A label without the colon and the invisible marks around it. */
const coreOf = (text: string): string =>
  text
    .replace(UNSEEN, '')
    .trim()
    .replace(/\s*[:：]$/, '');
/** Whether this could be a name: no number, no date, no sentence. */
function isShort(text: string): boolean {
  const words = text.split(/\s+/).length;
  if (text.length > 40 || words > 4 || (text.length < 2 && text < '\u3000')) return false;
  return !/^[\d\s\p{P}]+$/u.test(text) && !stampsIn().test(text) && !/[?!…。？！]$/.test(text) && !(words > 2 && text.endsWith('.'));
}

/** What people read of an element without looking into it: an attribute, and the kind of place it is. */
interface Label {
  text: string;
  place: string;
}
/** A label belongs to what is so deep in its element: both say the same thing, once for the eye and once for the ear. */
const NEAR = 4;

/** Finds names, and the words of ids, in a page. `visit` is shown every string of it. */
export function findPhrases(page: Raw, url: string, visit: (text: string) => void): PhraseList {
  /** Short texts with the kinds of places they stand in, and the labels they belong to. */
  const found = new Map<string, { places: Set<string>; own: Set<string> }>();
  const labels = new Set<string>();
  const tokens = new Set<string>();
  const seeIds = (value: string): void => {
    for (const [part] of value.matchAll(/[A-Za-z0-9]+/g)) tokens.add(part.toLowerCase());
  };

  function see(text: string, place: string, near: readonly Label[]): void {
    const core = coreOf(text);
    if (core === '' || !isShort(core)) return;
    const seen = found.get(core) ?? { places: new Set(), own: new Set() };
    const own = near.filter((label) => placeOf(core, label.text) >= 0);
    for (const label of own) seen.own.add(label.text);
    seen.places.add(own[0]?.place ?? place);
    found.set(core, seen);
  }

  function walk(element: Raw, above: readonly Label[][]): void {
    const place = [element.tag, ...element.attributes.map(([name, value]) => (name === 'class' ? value : name))].join(' ');
    const mine: Label[] = [];
    for (const [name, value] of element.attributes) {
      visit(name);
      visit(value);
      if (TEXTUAL.has(name) || (!ADDRESSES.has(name) && /\s|[^\x21-\x7e]/.test(value) && name !== 'class')) {
        if (value.length <= 300) mine.push({ text: coreOf(value), place: `@${name} ${element.tag}` });
      } else if (name !== 'class' && name !== 'style') seeIds(value);
    }
    const levels = [...above, mine].slice(-NEAR);
    const near = levels.flat();
    for (const { text, place: its } of mine) {
      labels.add(text);
      see(text, its, near);
    }
    for (const child of [...element.children, ...(element.shadow ?? [])]) {
      if (typeof child !== 'string') walk(child, levels);
      else {
        visit(child);
        see(child, place, near);
        if (element.tag === 'title') labels.add(coreOf(child.slice(0, 300)));
      }
    }
  }
  walk(page, []);
  visit(url);
  seeIds(url);

  const texts = [...labels].slice(0, 1_000);
  const phrases = [...found]
    .slice(0, 1_500)
    .filter(
      ([text, { places, own }]) => places.size > 1 || texts.some((label) => label !== text && !own.has(label) && placeOf(text, label) >= 0),
    )
    .map(([text]) => text);
  return { phrases: phrases.sort((a, b) => b.length - a.length).slice(0, MOST), tokens };
}
