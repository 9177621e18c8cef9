// The tables that hold the user's data, in the order of a backup. Drafts, undo and staging belong to one machine alone.

export const DATA_TABLES = [
  'contacts',
  'identities',
  'rolled',
  'interactions',
  'days',
  'notes',
  'followUps',
  'deals',
  'facts',
  'keyDates',
  'marks',
  'moves',
  'handled',
  'merges',
  'apart',
  'fields',
  'replies',
  'examples',
  'learned',
  'credits',
  'never',
  'tombstones',
  'taught',
  'settings',
] as const;
export type DataTable = (typeof DATA_TABLES)[number];

/** Tables whose rows belong to one contact and name it in `contactId`. */
export const OWNED_TABLES = ['notes', 'followUps', 'deals', 'facts', 'keyDates', 'marks', 'moves', 'handled'] as const;
export type OwnedTable = (typeof OWNED_TABLES)[number];
