// Lexical, as chats use it: plain text, and rich text.
import { createEmptyHistoryState, registerHistory } from '@lexical/history';
import { registerPlainText } from '@lexical/plain-text';
import { registerRichText } from '@lexical/rich-text';
import { $getRoot, COMMAND_PRIORITY_CRITICAL, createEditor, KEY_ENTER_COMMAND, PASTE_COMMAND, type LexicalEditor } from 'lexical';
import type { Mount } from './mount';

const lexical =
  (register: (editor: LexicalEditor) => () => void): Mount =>
  (place, { send, refuses }) => {
    const editor = createEditor({ namespace: 'spec', onError: (error) => console.error(error) });
    const box = document.createElement('div');
    box.contentEditable = 'true';
    box.setAttribute('role', 'textbox');
    place.append(box);
    register(editor);
    registerHistory(editor, createEmptyHistoryState(), 1000);
    const sends = (event: KeyboardEvent | null) => {
      if (event?.shiftKey) return false;
      event?.preventDefault();
      send();
      return true;
    };
    editor.registerCommand(KEY_ENTER_COMMAND, sends, COMMAND_PRIORITY_CRITICAL);
    if (refuses) editor.registerCommand(PASTE_COMMAND, () => true, COMMAND_PRIORITY_CRITICAL);
    editor.setRootElement(box);
    const lines = () => $getRoot().getChildren();
    const read = () =>
      editor.getEditorState().read(() =>
        lines()
          .map((line) => line.getTextContent())
          .join('\n'),
      );
    return { box, read, close: () => editor.setRootElement(null) };
  };

export const lexicalPlain = lexical(registerPlainText);
export const lexicalRich = lexical(registerRichText);
