// The editors that can be put on the page, by the names the specs use.

export const editorNames = [
  'textarea',
  'input',
  'React textarea',
  'React input',
  'Vue textarea',
  'contenteditable',
  'plaintext-only',
  'Lexical plain',
  'Lexical rich',
  'Slate',
  'Draft.js',
  'Quill 1',
  'Quill 2',
  'ProseMirror',
  'TipTap',
  'CKEditor 5',
] as const;
export type EditorName = (typeof editorNames)[number];

/** Whether it is a field of one line, in which line breaks become spaces. */
export const isOneLine = (name: EditorName): boolean => name.endsWith('input');

/** Histories that take what comes within this time, in ms, for one step: the user who types and inserts at once undoes both. */
export const oneStepMs = (name: EditorName): number => (name.startsWith('Quill') ? 1_000 : /ProseMirror|TipTap/.test(name) ? 500 : 0);
