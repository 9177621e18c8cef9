// Every message there is: who may send it, what it carries, what comes back, and one sentence. "Who can read my notes?" is
// answered by this table, whose parts lie beside it. Everything is plain JSON. Requests and replies are both checked by `serve.ts`; a reply is
// cut down to its schema, so nothing leaves the background that is not written here.
import { z } from 'zod';
import type { ErrorCode } from '../domain/failure';
import { pageMessages } from './page-messages';
import { panelMessages } from './panel-messages';
import { personMessages } from './person-messages';
import { lifeMessages } from './life-messages';
import { todayMessages } from './today-messages';
import { sitesMessages } from './sites-messages';
import { bookMessages } from './book-messages';
import { repliesMessages } from './replies-messages';
import { backupMessages } from './backup-messages';
import { importMessages } from './import-messages';

export { type Level, subjectSchema, type Subject } from './shapes';
export { partSchema, type Part, readingSchema, type Reading, type Counts, personSchema, type Person } from './views';
export { conversationSchema, messageSchema, type SeenMessage } from './page-messages';
export { panelViewSchema, type PanelView, type OfferedReply, insertOutcome, type InsertOutcome } from './panel-messages';
export { timelineLine, type TimelineLine } from './person-messages';
export { tieViewSchema, type TieView } from './life-messages';
export { type TodayLineView, type ShownSettings } from './today-messages';
export { type SiteRow, type TabRow } from './sites-messages';
export { type ContactRow, type LeadCard, type BookRow } from './book-messages';
export { type ReplyWithStats } from './replies-messages';
export { type Difference } from './backup-messages';
export { type ImportView } from './import-messages';

export const protocol = {
  ...pageMessages,
  ...panelMessages,
  ...personMessages,
  ...lifeMessages,
  ...todayMessages,
  ...sitesMessages,
  ...bookMessages,
  ...repliesMessages,
  ...backupMessages,
  ...importMessages,
} as const;

export type Protocol = typeof protocol;
export type MessageName = keyof Protocol;
export type Request<N extends MessageName> = z.input<Protocol[N]['request']>;
export type Answer<N extends MessageName> = z.output<Protocol[N]['reply']>;

/** Tables whose rows a screen may be showing; `changed` names these and nothing else. */
export const changedSchema = z.object({ changed: z.array(z.string()) });

/** What went wrong, in a form that a screen has words for. */
export type { ErrorCode };

export type Outcome<T> = { ok: true; value: T } | { ok: false; code: ErrorCode };

/** The background's orders to a page script. */
export type Order =
  /** `picked`: in the picker, for which something stands in the composer. */
  | { order: 'insert'; ref: string; text: string; cursor: number | null; insertion: string; picked: boolean }
  /** Open the picker for this conversation. `marked`: its mark was typed, and stands in the composer. */
  | { order: 'slash'; ref: string; token: string; marked: boolean }
  | { order: 'place'; open?: boolean; width?: number; by?: number }
  | { order: 'again' }
  /** Give the words of the last message, if it went in this direction. */
  | { order: 'words'; ref: string; direction: 'in' | 'out' }
  | { order: 'look' }
  | { order: 'who' }
  | { order: 'mounted' }
  | { order: 'surface'; surface: 'overlay' | 'sidepanel' }
  | { order: 'leave' };
