// What passes between the picker's frame and our script around it. No name, no reply, nothing that is kept: only what was typed.

/** What the frame says. */
export type Said =
  | { say: 'ready' }
  /** The keyboard writes into the frame now. */
  | { say: 'focused' }
  | { say: 'query'; query: string }
  /** How tall the picker wants to be, in pixels. */
  | { say: 'size'; height: number }
  /** The focus left. `stolen`: right after a key, which no hand does. */
  | { say: 'blur'; stolen: boolean }
  /** Done. `typed`: what was typed is to stand in the composer. */
  | { say: 'close'; typed: boolean };

/** What the frame is told. */
export type Told =
  /** What was typed before the frame had the focus, all of it each time. */
  | { tell: 'typed'; query: string }
  /** The page took the focus, and again when it was taken back. */
  | { tell: 'stolen' };
