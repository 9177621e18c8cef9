// The tables that hold the user's data, in the order of a backup. Drafts, undo and staging belong to one machine alone.

export const DATA_TABLES = [
  'contacts',
  'identities',
  'interactions',
  'days',
  'notes',
  'followUps',
  'replies',
  'credits',
  'never',
  'tombstones',
  'taught',
  'settings',
] as const;
export type DataTable = (typeof DATA_TABLES)[number];
