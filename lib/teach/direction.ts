// Whose message is it? What differs between the rows of both sides, held against all other rows.
import { isSelector, quoted } from '../domain/selector';
import type { TaughtReading } from '../domain/taught-site';
import { cleanName, textOf } from '../sites/pick';
import { inside, leftShare, sideByMark } from '../sites/taught';
import { sharedHooks } from './hooks';
import { isHashed, isLook, speaksOfSides, speaksOfState } from './stable';
import { lineage, partsOf, wayTo } from './tree';

export type Direction = TaughtReading['direction'];
type Side = 'in' | 'out';

/** A way to tell the sides apart, with what it says of each row. */
export interface Sides {
  direction: Direction;
  score: number;
}

/** What is known: the rows shown by the user, and all rows. */
export interface Known {
  list: Element;
  rows: readonly Element[];
  theirs: readonly Element[];
  own: readonly Element[];
  said: readonly string[];
  /** The element of the words in a row. */
  words: (row: Element) => Element | null;
  /** The name over the messages. */
  name: string | null;
}

/** Something an element shows: as a selector that finds elements that show it, and elements that could. */
interface Trait {
  css: string;
  /** The same element with something else in its place; null for a class or an attribute that is merely absent elsewhere. */
  other: string | null;
  text: string;
}

/** Ways to tell the sides apart, the best first; none when the examples do not differ in anything that lasts. */
export function sidesOf(known: Known): Sides[] {
  const laid = bySide(known);
  const marks = (['row', 'around', 'inside'] as const).flatMap((where) => marksIn(where, known, laid));
  const sender = bySender(known);
  return [...marks, ...(laid ? [{ direction: laid.direction, score: laid.score }] : []), ...(sender ? [sender] : [])].sort(
    (a, b) => b.score - a.score,
  );
}

type Where = 'row' | 'around' | 'inside';

/** What is where on this row. */
function traitsOf(where: Where, row: Element, list: Element): Map<string, Trait> {
  const line = lineage(row);
  const around = where === 'row' ? [row] : line.slice(1, line.indexOf(list));
  const parts = where === 'inside' ? partsOf(row, 200) : around.map((element) => ({ element, way: '' }));
  const traits = new Map<string, Trait>();
  const add = (css: string, other: string | null, text: string): void => void (isSelector(css) && traits.set(css, { css, other, text }));
  for (const { element, way } of parts) {
    const tag = where === 'inside' ? way + element.localName : '';
    for (const name of element.classList) if (/^-?[_a-z][\w-]*$/i.test(name) && !isHashed(name)) add(`${tag}.${name}`, null, name);
    for (const { name, value } of element.attributes) {
      if (!/^[a-z_][\w-]*$/i.test(name) || /^(class|style|id|title|src|href|alt|d|value|dir|lang|tabindex|datetime)$/.test(name)) continue;
      if (/^[\p{L}\p{M}\p{Cf}/’'_:：. -]{1,24}$/u.test(value))
        add(`${tag}[${name}=${quoted(value)}]`, `${tag}[${name}]:not([${name}=${quoted(value)}])`, `${name}=${value}`);
      // An attribute that is there or not: `data-own=""`.
      if (value === '' || value === 'true') add(`${tag}[${name}]`, null, name);
    }
  }
  return traits;
}

const shared = (maps: readonly Map<string, Trait>[]): Trait[] =>
  [...maps[0]!.values()].filter(({ css }) => maps.every((map) => map.has(css)));

function marksIn(where: Where, known: Known, laid: Laid | null): Sides[] {
  const { theirs, own, list, name } = known;
  const of = (row: Element): Map<string, Trait> => traitsOf(where, row, list);
  const [incoming, outgoing] = [theirs.map(of), own.map(of)];
  // What names the other one is another mark with everybody else.
  const isLasting = ({ text }: Trait): boolean => !name || !cleanName(text)?.includes(name);
  const onlyIn = shared(incoming).filter((trait) => isLasting(trait) && !outgoing.some((map) => map.has(trait.css)));
  const onlyOut = shared(outgoing).filter((trait) => isLasting(trait) && !incoming.some((map) => map.has(trait.css)));
  const says = ({ text }: Trait): number => {
    if (speaksOfSides(text)) return 30;
    return text.split('=').some((part) => speaksOfState(part)) ? -40 : isLook(text) ? -12 : 0;
  };
  const found: Sides[] = [];
  const place = where === 'row' ? 8 : where === 'around' ? 6 : 0;
  const put = (out: Trait | null, incomingMark: Trait | null, otherwise: Side | 'unknown', score: number): void => {
    const direction: Direction = { by: 'mark', where, out: out ? [out.css] : [], in: incomingMark ? [incomingMark.css] : [], otherwise };
    found.push({ direction, score: score + place + agreement(direction, known, laid) });
  };
  for (const out of onlyOut) {
    // Both sides are marked: `in` and `out` in the same place.
    for (const other of onlyIn)
      if (kinOf(out) === kinOf(other) || (says(out) > 0 && says(other) > 0)) put(out, other, 'unknown', 14 + says(out) + says(other) / 2);
    if (out.other) put(out, { css: out.other, other: null, text: '' }, 'unknown', 6 + says(out));
    put(out, null, 'in', says(out));
  }
  for (const other of onlyIn) {
    if (other.other && !(name && other.text.includes(name)))
      put({ css: other.other, other: null, text: '' }, other, 'unknown', 6 + says(other));
    put(null, other, 'out', says(other));
  }
  return found.filter(({ direction }) =>
    [...(direction as { out: string[] }).out, ...(direction as { in: string[] }).in].every(isSelector),
  );
}

/** What two traits have in common when one takes the other's place: the attribute, or the first part of the class. */
const kinOf = ({ css, text }: Trait): string => (css.includes('=') ? text.split('=')[0]! : text.replace(/[-_]+[^-_]*$/, ''));

/** How far a mark agrees with where the rows stand, and how many of them it knows. */
function agreement(direction: Direction, { rows }: Known, laid: Laid | null): number {
  const said = rows.map((row) => (direction.by === 'mark' ? (sideByMark(direction, row) ?? direction.otherwise) : 'unknown'));
  const known = said.filter((side) => side !== 'unknown').length;
  let points = (known / rows.length) * 10;
  if (laid) {
    const both = rows.flatMap((row, i) => (laid.sides.get(row) && said[i] !== 'unknown' ? [laid.sides.get(row) === said[i]] : []));
    if (both.length > 1) points += 60 * (both.filter(Boolean).length / both.length) - 30;
  }
  return points;
}

interface Laid extends Sides {
  sides: ReadonlyMap<Element, Side | null>;
}

/** The side of the window on which own messages stand; null where nothing is laid out, or all stand on one side. */
function bySide({ list, rows, theirs, own, words }: Known): Laid | null {
  const share = (row: Element): number | null => {
    const element = words(row);
    return element && leftShare(element, list);
  };
  const at = (some: readonly Element[]): number[] => some.flatMap((row) => share(row) ?? []);
  const [left, right] = [at(theirs), at(own)];
  if (left.length < theirs.length || right.length < own.length) return null;
  const isRight = right.every((one) => one > 0.65) && left.every((one) => one < 0.35);
  const isLeft = right.every((one) => one < 0.35) && left.every((one) => one > 0.65);
  if (!isRight && !isLeft) return null;
  const sides = new Map(
    rows.map((row) => {
      const place = share(row);
      const side: Side | null = place === null || (place > 0.35 && place < 0.65) ? null : place > 0.5 === isRight ? 'out' : 'in';
      return [row, side] as const;
    }),
  );
  return { direction: { by: 'side', own: isRight ? 'right' : 'left' }, score: 20, sides };
}

/** The name beside a message: on their row, or above it in the same run, the one over the messages, on the user's another. */
function bySender({ rows, theirs, own, name }: Known): Sides | null {
  const naming = (row: Element): Element[] =>
    partsOf(row, 200)
      .map(({ element }) => element)
      .filter((element) => {
        const text = cleanName(textOf(element));
        return (
          text !== null &&
          text.length <= 60 &&
          (text === name ||
            [...element.classList, element.getAttribute('data-qa') ?? '', element.getAttribute('data-testid') ?? ''].some((one) =>
              /sender|author|user-?_?name|nick|from/i.test(one),
            ))
        );
      });
  // A run begins with the name; the rows of examples may lie further down in it.
  const start = (row: Element): Element | null => rows.slice(0, rows.indexOf(row) + 1).findLast((one) => naming(one).length > 0) ?? null;
  const [theirStarts, ownStarts] = [theirs.map(start), own.map(start)];
  if ([...theirStarts, ...ownStarts].includes(null)) return null;
  for (const element of naming(theirStarts[0]!)) {
    for (const { css: hook, score } of sharedHooks([element])) {
      const css = wayTo(theirStarts[0]!, element) + hook;
      if (score < 45 || !isSelector(css)) continue;
      const at = (row: Element | null): string | null => cleanName(textOf(row && inside(row, [css])));
      const mine = new Set(ownStarts.map(at));
      const their = new Set(theirStarts.map(at));
      const [self] = mine;
      if (mine.size !== 1 || !self || [...their].some((one) => !one || one === self)) continue;
      // What is another one on each row is a time or the message itself.
      const values = rows.flatMap((row) => at(row) ?? []);
      if (values.length > 3 && new Set(values).size === values.length) continue;
      const named = [...their].every((one) => one === name);
      return { direction: { by: 'sender', sender: [css], own: self, named }, score: named ? 24 : 12 };
    }
  }
  return null;
}
