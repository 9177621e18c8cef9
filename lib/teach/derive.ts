// From four things pointed at to a way to read the whole chat. What is derived is tried on the page before it is believed.
import type { TaughtReading } from '../domain/taught-site';
import { cleanName, textOf } from '../sites/pick';
import type { Page, Site } from '../sites/site';
import { inside, makeTaught } from '../sites/taught';
import { appOf, composerAt, saidIn, timeIn, unsettledIn } from './details';
import { sidesOf } from './direction';
import { rowsFrom, type Rows } from './rows';
import { selectorsFor } from './selectors-for';

/** What the user pointed at. */
export interface Picks {
  title: Element;
  theirs: readonly Element[];
  own: readonly Element[];
  composer: Element;
}

/** What cannot be read: `title`, `composer`: no way to find it again; `rows`: the messages have nothing in common; `sides`: nothing tells whose they are. */
export type Problem = 'title' | 'rows' | 'sides' | 'composer';

export interface Derived {
  reading: TaughtReading | null;
  problems: Problem[];
}

/** The most ways that are tried and offered. */
const MOST = 6;

/** Ways to read the chat, the best first, each different in what it reads; one with problems when there is none. */
export function derive(picks: Picks, page: Page): Derived[] {
  const messages = [...picks.theirs, ...picks.own];
  const title = selectorsFor(picks.title);
  const box = composerAt(picks.composer);
  const composer = box ? selectorsFor(box) : [];
  const problems: Problem[] = [];
  if (title.length === 0 || !cleanName(textOf(picks.title))) problems.push('title');
  if (composer.length === 0) problems.push('composer');
  const ways = rowsFrom(messages, [picks.title, box ?? picks.composer]);
  if (ways.length === 0) problems.push('rows');
  if (problems.length > 0) return [{ reading: null, problems }];

  const found: { reading: TaughtReading; score: number; says: string }[] = [];
  for (const way of ways.slice(0, 4)) {
    const said = saidIn(way.examples, messages);
    const list = selectorsFor(way.list);
    if (list.length === 0) continue;
    const theirs = way.examples.slice(0, picks.theirs.length);
    const own = way.examples.slice(picks.theirs.length);
    const words = (row: Element): Element | null => inside(row, said);
    const name = cleanName(textOf(picks.title));
    for (const { direction, score } of sidesOf({ list: way.list, rows: way.rows, theirs, own, said, words, name }).slice(0, 5)) {
      const reading = readingOf(way, { title, list, said, composer, direction });
      const site = trial(reading);
      // It must find what it was shown, and read it so.
      if (site.conversation(page)?.name !== name || site.list(page) !== way.list || site.composer(page) !== box) continue;
      const sides = way.examples.map((row) => site.message(row, page)?.direction);
      if (sides.some((side, i) => side !== (i < theirs.length ? 'in' : 'out'))) continue;
      const says = way.rows.map((row) => Object.values(site.message(row, page) ?? {}).join()).join('|');
      found.push({ reading, score: way.score + score, says });
    }
  }
  found.sort((a, b) => b.score - a.score);
  const different = found.filter(({ says }, i) => found.findIndex((one) => one.says === says) === i);
  if (different.length === 0) return [{ reading: null, problems: ['sides'] }];
  return different.slice(0, MOST).map(({ reading }) => ({ reading, problems: [] }));
}

function readingOf(way: Rows, parts: Pick<TaughtReading, 'title' | 'list' | 'said' | 'composer' | 'direction'>): TaughtReading {
  const { key } = way;
  return {
    ...parts,
    app: appOf(way.list, [parts.list, parts.composer, parts.title]),
    row: way.selectors,
    key: key && { at: key.at, attribute: key.attribute, digits: key.digits },
    keysUniqueIn: key?.isUnique ?? 'conversation',
    unsettled: unsettledIn(way.rows, way.examples),
    time: timeIn(way.rows, way.examples),
    identity: { by: 'name' },
  };
}

/** The site as it would be, to be tried on this page. */
export function trial(reading: TaughtReading): Site {
  return makeTaught({ ...reading, id: 'taught-00000000', name: '-', surface: 'overlay' });
}
