// The contract between Rapport and one site. A site file turns DOM into plain data and does nothing else.
import type { Conversation, ConversationId } from '../domain/conversation';

export type { Conversation, ConversationId };

/**
 * When a message was written: an instant as ISO 8601 in UTC (`2026-03-01T09:30:00.000Z`), a calendar day (`2026-03-01`)
 * when the page shows no more, or null when it shows nothing that can be trusted.
 */
export type At = string | null;

/** One message on the screen. There is no field for its text, on purpose. */
export interface Message {
  key: string;
  direction: 'in' | 'out' | 'unknown';
  at: At;
}

/** What the rep can do to something another person published: a post, a video, an answer, a comment. */
export interface Act {
  kind: 'like' | 'comment' | 'repost';
  /** The site's own id of the post or comment it is done to: each kind of act counts once per item. */
  item: string;
  /**
   * Who published that item: the author of the nearest post or comment, not the profile in the address. Ids as in the chat; a weak
   * one may stand alone only if it is a handle, which one person at a time has. Nobody's own posts: null.
   */
  author: Pick<Conversation, 'ids' | 'name'>;
  /** For likes and reposts: whether it is done at this moment, or null where the page does not show it (then each click turns it). */
  done: boolean | null;
  /** For comments: the box whose emptying proves that the comment went out. */
  box: HTMLElement | null;
}

/** What readers are given: the page as it stands now. */
export interface Page {
  document: Document;
  url: URL;
}

/**
 * A site. Readers are pure: DOM in, plain data or null out. They never throw on a page that looks different, never guess,
 * and never touch the page. Selectors stand in arrays, most stable first (see `pick.ts`).
 */
export interface Site {
  /** Stored in the database: never changes, equals the file name. */
  id: string;
  /** The name people know the site by. */
  name: string;
  /** Match patterns on which the script runs once the user allows it. */
  origins: string[];
  /** True when people host it themselves: it can then be enabled on any origin. */
  selfHosted: boolean;
  /** Selectors of which one matches whenever the site's app is on the page, logged in or not. */
  marks: string[];
  /** Where the panel shows unless the user chose otherwise. */
  surface: 'overlay' | 'sidepanel';
  /** Whether `account` can be read at all. While such a site shows none, nothing is counted. */
  hasAccount: boolean;
  /** Within what a message key is unique. `account` lets a renamed conversation be recognised by its messages. */
  keysUniqueIn: 'conversation' | 'account';
  /** False when the site draws only part of the list while its tab is hidden. */
  readsWhileHidden: boolean;
  /** True when the page shows no message ids: `key` is made from what the row shows, and counts are approximate. */
  approximate?: boolean;
  /** Message rows inside `list`, as one selector list. */
  rows: string;

  /** Whose mailbox this is, or null while the page does not show it. */
  account(page: Page): string | null;
  /** The conversation that is open, or null when none is. */
  conversation(page: Page): Conversation | null;
  /** The element that holds the message rows of the open conversation. */
  list(page: Page): Element | null;
  /** Whether the rows stand in the document with the newest first. Sites that never do so leave it out. */
  newestFirst?(list: Element): boolean;
  /** The site's own id of the message in this row, or null when the row is none or is not settled yet (still sending). */
  key(row: Element): string | null;
  /** Everything known about the message in this row, or null when the row is none. */
  message(row: Element, page: Page): Message | null;
  /** The words of the message in this row: used in memory for suggestions, never stored, never sent on. */
  text(row: Element): string;
  /** The box into which the user types. */
  composer(page: Page): HTMLElement | null;
  /** The person whose profile page is open, under the same ids as in the chat. Sites without profile pages leave it out. */
  profile?(page: Page): Conversation | null;
  /**
   * The act that a click on this element (its innermost, found through open shadow roots) or, in a comment box, Enter would
   * do; null when it is none, or when item or author cannot be read. Asked again later for the same item, it gives the new
   * `done`. A button that opens a menu for an act whose `done` shows is that act, too. It is also asked of what the pointer rests
   * on, so it has to say no quickly. Sites on which nothing is published leave it out.
   */
  act?(target: Element, page: Page): Act | null;
  /** Open shadow roots in which the site keeps its chat: they are watched like the document. */
  roots?(page: Page): ShadowRoot[];
  /** An address that opens this conversation, or null when the site has none. */
  link(page: Page, conversation: Conversation): string | null;
}
