// Which way of writing an editor understands. The site does not matter, the editor does.

/** `value`: textarea and input. `paste`: editors with a model of their own. `exec`: editors that read the DOM. */
export type EditorKind = 'value' | 'paste' | 'exec';

/** Editors that keep their own model and take text reliably through a paste event only. */
const PASTE = [
  '[data-lexical-editor]', // Lexical: WhatsApp, Messenger, Instagram
  '[data-slate-editor]', // Slate: Discord; execCommand breaks it
  '.public-DraftEditor-content', // Draft.js
  '.ProseMirror', // ProseMirror and TipTap
  '.ck-editor__editable', // CKEditor 5
  '.editor-kit-container', // the Slate-like editor of Douyin
].join();

/** The way in which text is written into this box, or null when nobody may write there. */
export function editorKind(box: HTMLElement): EditorKind | null {
  if (box.matches('textarea, input')) return box.matches(':disabled, :read-only') ? null : 'value';
  if (!box.isContentEditable) return null;
  // Quill 1 ignores a synthetic paste and both versions follow the DOM, so `.ql-editor` is `exec` like any plain box.
  return box.closest(PASTE) ? 'paste' : 'exec';
}

/** Whether the box is a textarea or an input. */
export function isField(box: HTMLElement): box is HTMLTextAreaElement | HTMLInputElement {
  return 'value' in box;
}
