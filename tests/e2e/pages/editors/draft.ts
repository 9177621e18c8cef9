// Draft.js.
import { Editor, EditorState } from 'draft-js';
import { createElement, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { flushSync } from 'react-dom';
import type { Mount } from './mount';

export const draft: Mount = (place, { send, refuses }) => {
  let state = EditorState.createEmpty();
  function Composer() {
    const [editorState, setEditorState] = useState(state);
    state = editorState;
    return createElement(Editor, {
      editorState,
      onChange: setEditorState,
      handleReturn: (event) => {
        if (event.shiftKey) return 'not-handled';
        send();
        return 'handled';
      },
      ...(refuses ? { handlePastedText: () => 'handled' as const } : {}),
    });
  }
  const root = createRoot(place);
  flushSync(() => root.render(createElement(Composer)));
  return {
    box: place.querySelector<HTMLElement>('.public-DraftEditor-content')!,
    read: () => state.getCurrentContent().getPlainText('\n'),
    close: () => root.unmount(),
  };
};
