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
  /** Open shadow roots in which the site keeps its chat: they are watched like the document. */
  roots?(page: Page): ShadowRoot[];
  /** An address that opens this conversation, or null when the site has none. */
  link(page: Page, conversation: Conversation): string | null;
}
