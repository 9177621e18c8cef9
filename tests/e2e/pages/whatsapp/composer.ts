// The real editor of the real site's kind: Lexical, plain text, with its own history.
import { createEmptyHistoryState, registerHistory } from '@lexical/history';
import { registerPlainText } from '@lexical/plain-text';
import {
  $createParagraphNode,
  $createTextNode,
  $createLineBreakNode,
  $getRoot,
  CLEAR_HISTORY_COMMAND,
  COMMAND_PRIORITY_HIGH,
  createEditor,
  KEY_ENTER_COMMAND,
} from 'lexical';

export interface Composer {
  read(): string;
  write(text: string): void;
}

/** Makes a box a Lexical editor; Enter sends, Shift and Enter makes a line. */
export function mountComposer(box: HTMLElement, send: () => void, changed: (text: string) => void): Composer {
  const editor = createEditor({
    namespace: 'stand-in',
    theme: { paragraph: 'selectable-text copyable-text' },
    onError: (error) => {
      throw error;
    },
  });
  const read = () => editor.getEditorState().read(() => $getRoot().getTextContent());
  registerPlainText(editor);
  registerHistory(editor, createEmptyHistoryState(), 1000);
  editor.registerCommand(
    KEY_ENTER_COMMAND,
    (event) => {
      if (event?.shiftKey) return false;
      event?.preventDefault();
      send();
      return true;
    },
    COMMAND_PRIORITY_HIGH,
  );
  editor.registerUpdateListener(() => changed(read()));
  editor.setRootElement(box);
  const write = (text: string) => {
    editor.update(
      () => {
        const line = $createParagraphNode();
        text.split('\n').forEach((words, place) => {
          if (place) line.append($createLineBreakNode());
          if (words) line.append($createTextNode(words));
        });
        $getRoot().clear().append(line);
        line.selectEnd();
      },
      { discrete: true },
    );
    editor.dispatchCommand(CLEAR_HISTORY_COMMAND, undefined);
  };
  return { read, write };
}
