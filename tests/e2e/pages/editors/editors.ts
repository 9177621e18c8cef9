// One real editor of each kind for the insertion specs, on a page of ours; the page tells what the editor's own model holds.
import { ckeditor } from './ckeditor';
import { draft } from './draft';
import { contenteditable, input, plaintextOnly, textarea } from './fields';
import { lexicalPlain, lexicalRich } from './lexical';
import type { Mount, Mounted } from './mount';
import type { EditorName } from './names';
import { prosemirror, tiptap } from './prosemirror';
import { quill1, quill2 } from './quill';
import { reactInput, reactTextarea, vueTextarea } from './react';
import { slate } from './slate';

const editors: Record<EditorName, Mount> = {
  textarea,
  input,
  'React textarea': reactTextarea,
  'React input': reactInput,
  'Vue textarea': vueTextarea,
  contenteditable,
  'plaintext-only': plaintextOnly,
  'Lexical plain': lexicalPlain,
  'Lexical rich': lexicalRich,
  Slate: slate,
  'Draft.js': draft,
  'Quill 1': quill1,
  'Quill 2': quill2,
  ProseMirror: prosemirror,
  TipTap: tiptap,
  'CKEditor 5': ckeditor,
};

export interface MountOptions {
  /** Whether the app refuses what is inserted. */
  refuses?: boolean;
  /** An element that the editor takes the place of; the element with the id `place` is filled otherwise. */
  instead?: Element;
  /** Attributes of the box. */
  attributes?: Record<string, string>;
}

declare global {
  interface Window {
    /** Takes the editor of before off the page and puts this one there. */
    mountEditor(name: EditorName, options?: MountOptions): Promise<void>;
    /** What the editor's model holds. */
    readModel(): string;
    /** Takes away the right to write into the box. */
    lockEditor(): void;
    /** How often Enter has sent. */
    sends: number;
  }
}

let mounted: Mounted | null = null;

function mark(name: string, value: string): void {
  if (mounted?.mark) mounted.mark(name, value);
  else mounted?.box.setAttribute(name, value);
}

window.mountEditor = async (name, { refuses = false, instead, attributes = { id: 'box' } } = {}) => {
  mounted?.close?.();
  const place = document.createElement('div');
  if (instead) instead.replaceWith(place);
  else document.getElementById('place')!.replaceChildren(place);
  window.sends = 0;
  mounted = await editors[name](place, { refuses, send: () => window.sends++ });
  for (const [attribute, value] of Object.entries(attributes)) mark(attribute, value);
};
window.readModel = () => mounted!.read();
window.lockEditor = () => ('value' in mounted!.box ? mark('readonly', '') : mark('contenteditable', 'false'));
