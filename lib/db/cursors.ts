// Two cursors of the database read as one, in the order of their keys.
import Dexie, { cmp, type DBCoreCursor, type DBCoreOpenCursorRequest } from 'dexie';

export interface Entry {
  key: unknown;
  primaryKey: unknown;
  value: unknown;
}

/** Entries in order. `head`: where it stands, null behind the last one. `move`: to the next entry, or the next with this key or behind it. */
export interface Stream {
  readonly head: Entry | null;
  move(to?: unknown): PromiseLike<void>;
}

// Promises are Dexie's own and chained with `then`: it loses its transaction at an `await` in here.
export const done = (): PromiseLike<void> => Dexie.Promise.resolve();

/** A stream of what a cursor gives; of no cursor an empty one. */
export function streamOf(cursor: DBCoreCursor | null): Stream {
  let head: Entry | null = null;
  let waiting: { then: () => void; fail: (error: unknown) => void } | null = null;
  const arrived = (): void => {
    const next = waiting;
    waiting = null;
    next?.then();
  };
  const end = (): void => {
    head = null;
    arrived();
  };
  // Begins at once, and stands at its first entry until it is moved.
  const read = (): void => {
    head = { key: cursor!.key as unknown, primaryKey: cursor!.primaryKey as unknown, value: cursor!.value as unknown };
    arrived();
  };
  cursor?.start(read).then(end, (error: unknown) => waiting?.fail(error));
  return {
    get head() {
      return head;
    },
    move: (to) =>
      head === null
        ? done()
        : new Dexie.Promise<void>((then, fail) => {
            waiting = { then, fail };
            if (to === undefined) cursor!.continue();
            else cursor!.continue(to);
          }),
  };
}

/** The first entries that a cursor gives. */
export function collect(cursor: DBCoreCursor | null, limit: number): PromiseLike<Entry[]> {
  const found: Entry[] = [];
  if (!cursor || limit === 0) return Dexie.Promise.resolve(found);
  const take = (): void => {
    found.push({ key: cursor.key as unknown, primaryKey: cursor.primaryKey as unknown, value: cursor.value as unknown });
    if (found.length < limit) cursor.continue();
    else cursor.stop();
  };
  return cursor.start(take).then(() => found);
}

/** A cursor over several streams; null when there is nothing. They are in the order that the request asks for. */
export function mergedCursor(streams: readonly Stream[], { trans, reverse, unique, values }: DBCoreOpenCursorRequest): DBCoreCursor | null {
  const sign = reverse ? -1 : 1;
  /** Of the same key a unique cursor stands at the lowest entry, forwards and backwards. */
  const before = (a: Entry, b: Entry): boolean => (sign * cmp(a.key, b.key) || (unique ? 1 : sign) * cmp(a.primaryKey, b.primaryKey)) < 0;
  const first = (): Entry | null => {
    let least: Entry | null = null;
    for (const { head } of streams) if (head && (!least || before(head, least))) least = head;
    return least;
  };
  let now = first();
  if (!now) return null;
  let isDone = false;
  let resolve: (value?: unknown) => void = () => undefined;
  let reject: (error: unknown) => void = () => undefined;
  let onNext: () => void = () => undefined;
  const run = (): void => {
    try {
      onNext();
    } catch (error) {
      reject(error);
    }
  };
  /** Moves every stream that is not so far yet. */
  const moveOn = (to: unknown): PromiseLike<void> => {
    const here = now!;
    const moves = streams.map((stream) => {
      const { head } = stream;
      if (!head) return done();
      if (to !== undefined) return sign * cmp(head.key, to) < 0 ? stream.move(to) : done();
      return head === here || (unique && cmp(head.key, here.key) === 0) ? stream.move() : done();
    });
    return Dexie.Promise.all(moves).then(() => {
      now = first();
    });
  };
  const step = (moves: PromiseLike<void>): void => {
    moves.then(() => {
      if (now) return run();
      isDone = true;
      resolve();
    }, reject);
  };
  const walk = (isThere: () => boolean): PromiseLike<void> => moveOn(undefined).then(() => (now && !isThere() ? walk(isThere) : undefined));
  const cursor: DBCoreCursor = {
    trans,
    get key() {
      return now?.key;
    },
    get primaryKey() {
      return now?.primaryKey;
    },
    get value() {
      return values ? now?.value : undefined;
    },
    get done() {
      return isDone;
    },
    continue: (key: unknown) => step(moveOn(key)),
    continuePrimaryKey: (key: unknown, primaryKey: unknown) =>
      step(walk(() => (sign * cmp(now!.key, key) || sign * cmp(now!.primaryKey, primaryKey)) >= 0)),
    advance: (count) => {
      let left = count;
      step(walk(() => (left -= 1) === 0));
    },
    start: (next) =>
      new Dexie.Promise((then, fail) => {
        [resolve, reject, onNext] = [then, fail, next];
        run();
      }) as Promise<unknown>,
    stop: (value) => resolve(value),
    fail: (error) => reject(error),
    next: () => {
      let isFirst = true;
      return cursor
        .start(() => {
          if (isFirst) cursor.continue();
          else cursor.stop();
          isFirst = false;
        })
        .then(() => cursor);
    },
  };
  return cursor;
}
