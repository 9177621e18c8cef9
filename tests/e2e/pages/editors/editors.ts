// One real editor of each kind for the insertion spec. Written by us; the page tells what the editor's own model holds.
import { createEmptyHistoryState, registerHistory } from '@lexical/history';
import { registerPlainText } from '@lexical/plain-text';
import { registerRichText } from '@lexical/rich-text';
import { $getRoot, createEditor, type LexicalEditor } from 'lexical';

export const editorNames = [
  'textarea',
  'input',
  'controlled textarea',
  'contenteditable',
  'plaintext-only',
  'Lexical plain',
  'Lexical rich',
] as const;
export type EditorName = (typeof editorNames)[number];

declare global {
  interface Window {
    mountEditor(name: EditorName): void;
    readModel(): string;
  }
}

function field(tag: 'textarea' | 'input'): HTMLTextAreaElement | HTMLInputElement {
  const box = document.createElement(tag);
  document.body.append(box);
  return box;
}

function editable(value: 'true' | 'plaintext-only'): HTMLElement {
  const box = document.createElement('div');
  box.contentEditable = value;
  document.body.append(box);
  return box;
}

/** Behaves like a textarea that React controls: a tracker on the element hides writes that go through its own setter. */
function controlled(): () => string {
  const box = field('textarea');
  const native = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')!;
  let tracked = '';
  let state = '';
  Object.defineProperty(box, 'value', {
    configurable: true,
    get: () => native.get!.call(box) as string,
    set: (next: string) => {
      tracked = next;
      native.set!.call(box, next);
    },
  });
  box.addEventListener('input', () => {
    const now = native.get!.call(box) as string;
    if (now !== tracked) state = tracked = now;
    if (now !== state) native.set!.call(box, state);
  });
  return () => state;
}

function lexical(register: (editor: LexicalEditor) => () => void): () => string {
  const editor = createEditor({ namespace: 'spec', onError: (error) => console.error(error) });
  const root = editable('true');
  root.setAttribute('role', 'textbox');
  register(editor);
  registerHistory(editor, createEmptyHistoryState(), 1000);
  editor.setRootElement(root);
  const read = () => $getRoot().getChildren();
  return () =>
    editor.getEditorState().read(() =>
      read()
        .map((line) => line.getTextContent())
        .join('\n'),
    );
}

window.mountEditor = (name) => {
  document.body.replaceChildren();
  const text = (read: () => string) => () => read().replace(/\u00a0/g, ' ');
  if (name === 'textarea' || name === 'input') {
    const box = field(name);
    window.readModel = () => box.value;
  } else if (name === 'controlled textarea') window.readModel = controlled();
  else if (name === 'Lexical plain') window.readModel = lexical(registerPlainText);
  else if (name === 'Lexical rich') window.readModel = lexical(registerRichText);
  else {
    const box = editable(name === 'plaintext-only' ? 'plaintext-only' : 'true');
    // A last line break in `innerText` only holds the last line open.
    window.readModel = text(() => box.innerText.replace(/\n$/, ''));
  }
  document.body.firstElementChild!.id = 'box';
  const other = document.createElement('button');
  other.textContent = 'Elsewhere';
  document.body.append(other);
};
