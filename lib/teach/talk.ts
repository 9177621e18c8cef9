// What the frame and the page say to each other while a site is being taught, over a channel that the page itself has no end of.
import type { TaughtReading } from '../domain/taught-site';
import type { Problem } from './derive';

/** What is pointed at, in this order. */
export const STEPS = ['title', 'theirs', 'own', 'composer'] as const;
export type Step = (typeof STEPS)[number];

/** In CSS pixels of the window. */
export interface Box {
  top: number;
  left: number;
  width: number;
  height: number;
}

export type Way = 'up' | 'down' | 'left' | 'right' | 'next' | 'previous';

/** From the frame: what the user did in it. */
export type Said =
  | { say: 'hello' }
  | { say: 'point'; x: number; y: number }
  | { say: 'pick' }
  | { say: 'walk'; to: Way }
  | { say: 'wheel'; x: number; y: number; dx: number; dy: number }
  | { say: 'back' }
  /** Start over. */
  | { say: 'again' }
  /** One more example of this side. */
  | { say: 'more'; side: 'theirs' | 'own' }
  /** The next way to read the page. */
  | { say: 'another' }
  | { say: 'identity'; choice: number }
  /** Only this part of the window is the frame's: the rest is the page's again. Null: the whole window. */
  | { say: 'place'; box: Box | null }
  | { say: 'stop' };

/** What the outline is around. `frame`: a page within the page, into which nobody can point. */
export interface Target {
  box: Box;
  words: string;
  kind: 'element' | 'box' | 'frame';
}

/** A way to tell people apart, as shown to the user; `isSeen`: seen to change with the person. */
export interface Identity {
  by: TaughtReading['identity']['by'];
  value: string;
  isSeen: boolean;
}

/** What the page reads like now. */
export interface Check {
  name: string | null;
  theirs: number;
  own: number;
  unclear: number;
  /** No message ids: counts are approximate. */
  approximate: boolean;
  composer: boolean;
  problems: Problem[];
  /** Which of how many ways to read the page this is, from 1. */
  way: number;
  ways: number;
  identities: Identity[];
  identity: number;
  /** What is saved. */
  reading: TaughtReading | null;
}

/** From the page: what to show. */
export interface Shown {
  step: Step | 'check';
  target: Target | null;
  /** Nothing fitting was under the pointer when it was clicked: why. */
  refused: 'frame' | 'not-a-box' | 'no-words' | null;
  /** The words of what was picked so far. */
  picked: Partial<Record<Step, string>>;
  /** Null while the page is being looked at. */
  check: Check | null;
  /** The site's name to begin with. */
  host: string;
}
