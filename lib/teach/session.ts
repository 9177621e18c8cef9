// What was pointed at so far, what it reads like, and what comes next.
import { cleanName, textOf } from '../sites/pick';
import type { Page, Site } from '../sites/site';
import { derive, trial, type Derived } from './derive';
import { composerAt } from './details';
import { candidates, makeTrail, type Candidate } from './identities';
import { likely } from './likely';
import type { Outline } from './outlines';
import { STEPS, type Check, type Said, type Shown, type Step, type Target } from './talk';
import { boxOf, elementAt, isSeen, scrollAt, walk } from './under';

interface Picked {
  title: Element | null;
  theirs: Element[];
  own: Element[];
  composer: Element | null;
}

/** A chat has to stand still this many looks before its id is believed to be its. */
const STEADY = 3;
const MOST_OUTLINES = 150;

export function makeSession(show: (shown: Shown, outlines: Outline[]) => void) {
  let picked: Picked = { title: null, theirs: [], own: [], composer: null };
  let step: Shown['step'] = 'title';
  let target: Element | null = null;
  let refused: Shown['refused'] = null;
  let ways: Derived[] | null = null;
  let way = 0;
  let site: Site | null = null;
  let named: Candidate[] = [];
  let trail = makeTrail([]);
  let identity = 0;
  let isChosen = false;
  let still = { what: '', looks: 0 };

  const page = (): Page => ({ document, url: new URL(location.href) });
  const words = (element: Element | null): string => (cleanName(element && textOf(element)) ?? '').slice(0, 80);

  function targetOf(): Target | null {
    if (!target) return null;
    const kind =
      target.localName === 'iframe' || target.localName === 'frame'
        ? 'frame'
        : step === 'composer' && composerAt(target)
          ? 'box'
          : 'element';
    const shown = kind === 'box' ? composerAt(target)! : target;
    return { box: boxOf(shown), words: words(shown), kind };
  }

  /** The page as the chosen way reads it now, with an outline around everything that is read. */
  function checkNow(): { check: Check; outlines: Outline[] } {
    const derived = ways![way]!;
    const none = { name: null, theirs: 0, own: 0, unclear: 0, approximate: false, composer: false, identities: [], identity: 0 };
    if (!derived.reading || !site) return { check: { ...none, problems: derived.problems, way: 1, ways: 1, reading: null }, outlines: [] };
    const here = page();
    const name = site.conversation(here)?.name ?? null;
    const list = site.list(here);
    const outlines: Outline[] = [];
    const count = { in: 0, out: 0, unknown: 0 };
    for (const row of list?.querySelectorAll(site.rows) ?? []) {
      const message = site.message(row, here);
      // Without an id a row of unclear side has no key either: it is shown as unclear all the same.
      const side = message?.direction ?? (site.approximate ? 'unknown' : null);
      if (!side) continue;
      count[side] += 1;
      if (outlines.length < MOST_OUTLINES && isSeen(row))
        outlines.push({ box: boxOf(row), look: side === 'in' ? 'theirs' : side === 'out' ? 'own' : 'unclear' });
    }
    const composer = site.composer(here);
    for (const part of [picked.title?.isConnected ? picked.title : null, composer])
      if (part && isSeen(part)) outlines.push({ box: boxOf(part), look: 'part' });
    follow(name, here.url);
    const identities = named.flatMap(({ rule, value }, i) => (trail.isWrong(i) ? [] : [{ by: rule.by, value, isSeen: trail.isProven(i) }]));
    const rule = identity > 0 && !trail.isWrong(identity - 1) ? named[identity - 1]!.rule : ({ by: 'name' } as const);
    const check: Check = {
      name,
      theirs: count.in,
      own: count.out,
      unclear: count.unknown,
      approximate: site.approximate ?? false,
      composer: composer !== null,
      problems: [],
      way: way + 1,
      ways: ways!.length,
      identities,
      identity: rule.by === 'name' ? 0 : 1 + named.slice(0, identity - 1).filter((_, i) => !trail.isWrong(i)).length,
      reading: { ...derived.reading, identity: rule },
    };
    return { check, outlines };
  }

  /** Learns which id changes with the person, once the chat stands still. */
  function follow(name: string | null, url: URL): void {
    const what = `${name}|${url.href}`;
    still = { what, looks: still.what === what ? still.looks + 1 : 0 };
    if (!name || still.looks !== STEADY) return;
    trail.look(name, url);
    const proven = named.findIndex((_, i) => trail.isProven(i));
    if (!isChosen && proven >= 0) identity = proven + 1;
  }

  function refresh(): void {
    const shown: Shown = { step, target: targetOf(), refused, picked: pickedWords(), check: null, host: location.host };
    if (step !== 'check') {
      const earlier = [picked.title, ...picked.theirs, ...picked.own].filter((element) => element?.isConnected && isSeen(element));
      const outlines: Outline[] = earlier.map((element) => ({ box: boxOf(element!), look: 'picked' }));
      if (shown.target) outlines.push({ box: shown.target.box, look: 'target' });
      return show(shown, outlines);
    }
    if (!ways) return show(shown, []);
    const { check, outlines } = checkNow();
    show({ ...shown, check }, outlines);
  }

  const pickedWords = (): Shown['picked'] => {
    const all: Record<Step, Element | undefined> = {
      title: picked.title ?? undefined,
      theirs: picked.theirs.at(-1),
      own: picked.own.at(-1),
      composer: picked.composer ?? undefined,
    };
    return Object.fromEntries(STEPS.flatMap((one) => (all[one] ? [[one, one === 'composer' ? '✓' : words(all[one])]] : [])));
  };

  function pick(): void {
    if (step === 'check' || !target) return;
    const { kind } = targetOf()!;
    refused =
      kind === 'frame'
        ? 'frame'
        : step === 'composer'
          ? kind === 'box'
            ? null
            : 'not-a-box'
          : words(target) || step !== 'title'
            ? null
            : 'no-words';
    if (refused) return;
    if (step === 'title') picked.title = target;
    else if (step === 'composer') picked.composer = target;
    else picked[step].push(target);
    target = null;
    // One more example: the rest is known already.
    const isWhole = picked.composer !== null && picked.title !== null && picked.theirs.length > 0 && picked.own.length > 0;
    step = isWhole ? 'check' : STEPS[STEPS.indexOf(step) + 1]!;
    if (isWhole) look();
  }

  /** Finds the ways to read the page; after the frame had time to say that this is going on. */
  function look(): void {
    ways = null;
    setTimeout(() => {
      const { title, theirs, own, composer } = picked;
      if (!title || !composer || step !== 'check') return;
      ways = derive({ title, theirs, own, composer }, page());
      useWay(0);
      const list = site?.list(page());
      named = list ? candidates(page().url, title, list) : [];
      trail = makeTrail(named);
      identity = 0;
      isChosen = false;
      refresh();
    }, 60);
  }

  function useWay(next: number): void {
    way = next;
    const reading = ways?.[way]?.reading;
    site = reading ? trial(reading) : null;
  }

  function back(): void {
    target = null;
    if (step === 'check') picked.composer = null;
    const at = step === 'check' ? STEPS.length : STEPS.indexOf(step);
    const before = STEPS[Math.max(0, at - 1)]!;
    if (before === 'title') picked.title = null;
    else if (before === 'composer') picked.composer = null;
    else picked[before].pop();
    step = before;
  }

  function walkTo(to: Extract<Said, { say: 'walk' }>['to']): void {
    if (step === 'check') return;
    if (to === 'next' || to === 'previous') {
      const all = likely(step, picked);
      const at = target ? all.indexOf(target) : -1;
      target = all[to === 'next' ? at + 1 : (at < 0 ? all.length : at) - 1] ?? null;
    } else target = walk(target ?? likely(step, picked)[0] ?? document.body, to);
    target?.scrollIntoView?.({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
  }

  return {
    refresh,
    isChecking: () => step === 'check' && ways !== null,
    hear(said: Said): void {
      refused = null;
      switch (said.say) {
        case 'point':
          target = step === 'check' ? null : elementAt(said.x, said.y);
          break;
        case 'pick':
          pick();
          break;
        case 'walk':
          walkTo(said.to);
          break;
        case 'wheel':
          scrollAt(said.x, said.y, said.dx, said.dy);
          target = step === 'check' ? null : elementAt(said.x, said.y);
          break;
        case 'back':
          back();
          break;
        case 'again':
          picked = { title: null, theirs: [], own: [], composer: null };
          target = null;
          step = 'title';
          break;
        case 'more':
          target = null;
          step = said.side;
          break;
        case 'another':
          useWay((way + 1) % (ways?.length ?? 1));
          break;
        case 'identity': {
          // What was found wrong meanwhile is not in the list that was shown.
          const offered = [0, ...named.flatMap((_, i) => (trail.isWrong(i) ? [] : [i + 1]))];
          identity = offered[said.choice] ?? 0;
          isChosen = true;
          break;
        }
        default:
      }
      refresh();
    },
  };
}
