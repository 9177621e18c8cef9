// What every editor of the specs offers, whichever library it comes from.

/** An editor on the page. */
export interface Mounted {
  /** The element that the user types into. */
  box: HTMLElement;
  /** The text as the editor's own model holds it, lines divided by `\n`. */
  read(): string;
  /** Gives the box an attribute, where the editor takes away what it did not put there itself. */
  mark?(name: string, value: string): void;
  /** Takes the editor off the page. */
  close?(): void;
}

export interface Behaviour {
  /** What Enter does, in the way the library has for it. */
  send(): void;
  /** An app that refuses what is inserted, in the way the library has for it. */
  refuses: boolean;
}

/** Puts an editor into a place. */
export type Mount = (place: HTMLElement, behaviour: Behaviour) => Mounted | Promise<Mounted>;
