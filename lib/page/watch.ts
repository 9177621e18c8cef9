// Watches the open conversation and reports what is new in it: who it is, and which messages, without a word of them.
import type { Reading, SeenMessage } from '../messages/protocol';
import type { Site } from '../sites/site';
import { followDoubt } from './doubt';
import { attempt, keysOf, look, type Look } from './read-page';
import { insist, report } from './report';
import { followRows } from './rows';
import { makeSettler, type Sight } from './settle';

/**
 * Looks come at most this often, and take at most a twentieth of the time: by the cheaper of the last two, for the machine may have done
 * something else meanwhile, and what is scrolled past while we rest is not counted.
 */
const PAUSE_MS = 100;
const SHARE = 20;
/** Reading new messages stops after this long and goes on after a breath. */
const SLICE_MS = 8;
const BATCH = 200;
/** A row that shows no direction after this many looks is left alone: guessing would be worse. */
const TRIES = 20;
const TOLD = 99;
/** A message dated further back than this was not written just now. */
const FRESH_MS = 10 * 60_000;

/** The conversation that is open and believed. */
interface Open {
  ref: string;
  identity: string | null;
  /** The same again when the conversation is opened once more, if its id proves that it is the same; else the ref. */
  place: string;
  /** How often a row could not be read, by key; TOLD for what the background has taken, or is taking. */
  tries: Map<string, number>;
  /** When the first look at it was done; what was there then did not arrive while watched. */
  baseline: number | null;
  /** What was reported last of the conversation itself, and whether the background has taken it. */
  reported: string;
  isTaken: boolean;
}

const opened = ({ identity, weak }: Pick<Sight, 'identity' | 'weak'>, ref: string = crypto.randomUUID()): Open => ({
  ref,
  identity,
  place: weak || identity === null ? ref : identity,
  tries: new Map(),
  baseline: null,
  reported: '',
  isTaken: false,
});

export interface Watch {
  /** Reports everything on the screen once more. */
  again(): void;
  /** Whether this very conversation is open at this moment, judged by a fresh look. */
  isOpen(ref: string): boolean;
  look(): Look;
  /** Names the open conversation for as long as this page lives. */
  place(): string;
}

const identityOf = ({ conversation, account }: Look): string | null =>
  conversation && JSON.stringify([conversation.kind, conversation.ids, account]);

/**
 * Starts watching until the signal aborts. `hello` is called when the background has lost this tab and must be greeted
 * again; `look` after every look, with the conversation if
 * it is believed; `sent` for each new own message that arrived while watched.
 */
export function watch(
  site: Site,
  signal: AbortSignal,
  on: { hello(): Promise<void>; look(look: Look, place: string | null): void; sent(place: string): void },
): Watch {
  const settler = makeSettler(site.approximate);
  let open = opened({ identity: null, weak: true });
  let reading: Reading = { state: 'reading', missing: [], since: Date.now() };
  let last = look(site);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let cost = 0;
  let costBefore = 0;
  const watchedRoots = new WeakSet<Node>();
  const doubt = followDoubt(() => last, signal);
  let isTelling = false;

  const schedule = (delay = Math.max(PAUSE_MS, Math.min(cost, costBefore) * SHARE)): void => {
    if (timer === undefined && !signal.aborted) timer = setTimeout(tick, delay);
  };
  const rowsOf = followRows(site, () => schedule());
  /** The list that messages were told of: all before `next` are told or given up. */
  let tellingOf: unknown;
  let next = 0;
  const pageObserver = new MutationObserver(() => schedule());

  const sightOf = (seen: Look, keys: Sight['keys']): Sight => ({
    identity: identityOf(seen),
    keys,
    weak: seen.conversation?.ids[0].kind === 'weak',
  });

  function tick(): void {
    timer = undefined;
    if (signal.aborted) return;
    // Some sites draw only the last message while their tab is hidden: what is not drawn is not gone.
    if (document.hidden && !site.readsWhileHidden) return;
    const start = performance.now();
    last = look(site);
    for (const root of attempt(() => site.roots?.({ document, url: new URL(location.href) }) ?? [], [])) {
      if (!watchedRoots.has(root)) pageObserver.observe(root, { childList: true, subtree: true, characterData: true });
      watchedRoots.add(root);
    }
    const keys = rowsOf(last.list);
    const sight = sightOf(last, keys);
    const verdict = settler.judge(sight, Date.now());
    if (verdict === 'open') {
      open = opened(sight);
      tellingOf = undefined;
      doubt.end();
    }
    if (verdict === 'wait') {
      tellLeaving();
      schedule(PAUSE_MS);
    } else {
      tellConversation(last, keys);
      if (open.isTaken && last.conversation && !last.missing.includes('account') && last.state !== 'unrecognised') tellMessages(keys);
    }
    on.look(last, verdict === 'wait' ? null : open.place);
    costBefore = cost;
    cost = performance.now() - start;
  }

  /** What was open may be somebody else by now: the panel shows nobody until it is clear. */
  function tellLeaving(): void {
    if (open.identity === null || open.reported === '' || isTelling) return;
    open.reported = '';
    isTelling = true;
    void report('page.leaving', { site: site.id }).then(() => {
      isTelling = false;
      // The next chat may have been believed meanwhile, and was held back.
      schedule(0);
    });
  }

  function tellConversation({ account, conversation, link, state, missing }: Look, keys: ReadonlyMap<string, Element>): void {
    if (state !== reading.state || missing.join() !== reading.missing.join()) reading = { state, missing, since: Date.now() };
    // The keys are only told when they first appear: later ones come with the messages.
    const news = JSON.stringify([open.identity, state, missing, link, conversation?.name, keys.size > 0]);
    // One after another: a report that overtakes an earlier one would leave the panel with the wrong person.
    if (news === open.reported || isTelling) return;
    const told = open;
    told.reported = news;
    isTelling = true;
    const request = { site: site.id, ref: told.ref, reading, account, conversation, link, keys: [...keys.keys()].slice(-60) };
    void report('page.conversation', request).then((outcome) => {
      isTelling = false;
      if (!outcome.ok) return failed(outcome.code, told);
      // Messages are told only of a conversation that the background knows.
      told.isTaken = true;
      return schedule(0);
    });
  }

  function tellMessages(keys: ReadonlyMap<string, Element>): void {
    const start = performance.now();
    const { tries, baseline } = open;
    const page = { document, url: new URL(location.href) };
    const order = [...keys.keys()];
    if (keys !== tellingOf) {
      tellingOf = keys;
      next = 0;
    }
    const known = order.findLastIndex((key) => tries.get(key) === TOLD);
    const isSure = known >= 0 || Date.now() - baseline! > 3_000;
    const fresh: SeenMessage[] = [];
    let i = next;
    for (; i < order.length; i++) {
      if (i % 16 === 0 && performance.now() - start > SLICE_MS) break;
      const key = order[i]!;
      const tried = tries.get(key) ?? 0;
      if (tried < TRIES) {
        const { direction = 'unknown', at = null } = attempt(() => site.message(keys.get(key)!, page), null) ?? {};
        const isRead = direction !== 'unknown';
        tries.set(key, isRead ? TOLD : tried + 1);
        if (isRead) fresh.push({ key, direction, at, live: baseline !== null && isLive(at, i > known && isSure, baseline) });
      }
      if (next === i && tries.get(key)! >= TRIES) next++;
    }
    if (i < order.length) schedule(16);
    else open.baseline ??= Date.now();
    while (fresh.length > 0) send(fresh.splice(0, BATCH), open);
  }

  function send(fresh: SeenMessage[], current: Open): void {
    void insist('page.messages', { site: site.id, ref: current.ref, messages: fresh }).then((outcome) => {
      if (outcome.ok) {
        if (fresh.some((message) => message.live && message.direction === 'out')) on.sent(current.place);
        return;
      }
      for (const { key } of fresh) current.tries.delete(key);
      tellingOf = undefined;
      void failed(outcome.code, current);
    });
  }

  /** The worker died, or lost this tab: greet it and tell everything again. */
  async function failed(code: string, told: Open): Promise<void> {
    told.reported = '';
    told.isTaken = false;
    if (code === 'gone') await on.hello();
    else await new Promise((later) => setTimeout(later, 1_000));
    schedule();
  }

  pageObserver.observe(document, { childList: true, subtree: true, characterData: true });
  document.addEventListener('visibilitychange', () => schedule(), { signal });
  // Single-page apps change the address without any event of the document.
  (globalThis as { navigation?: EventTarget }).navigation?.addEventListener('currententrychange', () => schedule(), { signal });
  signal.addEventListener('abort', () => {
    rowsOf(null);
    pageObserver.disconnect();
  });
  schedule(0);

  return {
    again() {
      open.tries.clear();
      tellingOf = undefined;
      open.baseline = null;
      open.reported = '';
      schedule(0);
    },
    isOpen(ref) {
      const now = look(site);
      if (now.conversation?.ids[0].kind === 'weak' && doubt.isOn()) return false;
      return ref === open.ref && settler.agrees(sightOf(now, keysOf(site, now.list)));
    },
    look: () => last,
    place: () => open.place,
  };
}

/** Whether a message was written while we watched: it stands below all that was known, and its date does not deny it. */
function isLive(at: string | null, isBelow: boolean, since: number): boolean {
  const now = Date.now();
  if (at?.includes('T')) {
    const age = now - Date.parse(at);
    // An own message takes its place before it settles, and an answer may come below it meanwhile: its instant proves it.
    return age > -FRESH_MS && (now - age >= since || (isBelow && age < FRESH_MS));
  }
  // Swedish writes days as they are written here.
  return isBelow && (at === null || at === new Date(now).toLocaleDateString('sv'));
}
