// ProseMirror by itself with its basic schema, and TipTap with its starter kit, which is ProseMirror underneath.
import { Editor, Extension } from '@tiptap/core';
import { baseKeymap } from 'prosemirror-commands';
import { history, redo, undo } from 'prosemirror-history';
import { keymap } from 'prosemirror-keymap';
import type { Node } from 'prosemirror-model';
import { schema } from 'prosemirror-schema-basic';
import { EditorState, Plugin, type Command } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import StarterKit from '@tiptap/starter-kit';
import type { Behaviour, Mount } from './mount';

const textOf = (doc: Node) =>
  doc.textBetween(0, doc.content.size, '\n', (leaf) => (leaf.type.spec.linebreakReplacement || /break/i.test(leaf.type.name) ? '\n' : ''));

/** An app's plugin that lets typing pass and nothing longer. */
const refusal = new Plugin({ filterTransaction: (change, state) => change.doc.content.size <= state.doc.content.size + 1 });

const breakLine: Command = (state, dispatch) => {
  dispatch?.(state.tr.replaceSelectionWith(schema.nodes.hard_break.create()));
  return true;
};

const sender =
  ({ send }: Behaviour) =>
  () => {
    send();
    return true;
  };

export const prosemirror: Mount = (place, behaviour) => {
  const state = EditorState.create({
    schema,
    plugins: [
      keymap({ Enter: sender(behaviour), 'Shift-Enter': breakLine, 'Mod-z': undo, 'Mod-y': redo }),
      keymap(baseKeymap),
      history(),
      ...(behaviour.refuses ? [refusal] : []),
    ],
  });
  const view = new EditorView(place, { state });
  view.dom.style.whiteSpace = 'pre-wrap'; // As in its own style sheet.
  return { box: view.dom, read: () => textOf(view.state.doc), close: () => view.destroy() };
};

export const tiptap: Mount = (place, behaviour) => {
  const sending = Extension.create({
    name: 'sending',
    priority: 1000,
    addKeyboardShortcuts: () => ({ Enter: sender(behaviour) }),
    addProseMirrorPlugins: () => (behaviour.refuses ? [refusal] : []),
  });
  const editor = new Editor({ element: place, extensions: [StarterKit, sending] });
  return { box: editor.view.dom, read: () => textOf(editor.state.doc), close: () => editor.destroy() };
};
