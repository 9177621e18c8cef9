// Slate with its history, one paragraph a line.
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { flushSync } from 'react-dom';
import { createEditor, Node, type Descendant } from 'slate';
import { withHistory } from 'slate-history';
import { Editable, Slate, withReact } from 'slate-react';
import type { Mount } from './mount';

export const slate: Mount = (place, { send, refuses }) => {
  const editor = withHistory(withReact(createEditor()));
  if (refuses) editor.insertData = () => undefined;
  const initialValue = [{ type: 'paragraph', children: [{ text: '' }] }] as unknown as Descendant[];
  const editable = createElement(Editable, {
    placeholder: 'Message',
    role: 'textbox',
    onKeyDown: (event) => {
      if (event.key !== 'Enter' || event.shiftKey) return;
      event.preventDefault();
      send();
    },
  });
  const root = createRoot(place);
  flushSync(() => root.render(createElement(Slate, { editor, initialValue, children: editable })));
  const read = () => editor.children.map((line) => Node.string(line)).join('\n');
  return { box: place.querySelector<HTMLElement>('[data-slate-editor]')!, read, close: () => root.unmount() };
};
