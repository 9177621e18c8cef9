// Quill, both versions in use: Slack's is made from the first.
import Quill2 from 'quill';
// @ts-expect-error The first version is here under a second name, and has no types.
import Quill1 from 'quill1';
import type { Mount } from './mount';

const quill =
  (Quill: typeof Quill2): Mount =>
  (place, { send, refuses }) => {
    const frame = document.createElement('div');
    place.append(frame);
    const enter = {
      key: Quill === Quill2 ? 'Enter' : 13,
      shiftKey: false,
      handler: () => {
        send();
        return false;
      },
    };
    const editor = new Quill(frame, { modules: { toolbar: false, keyboard: { bindings: { send: enter } } } });
    const read = () => editor.getText().replace(/\n$/, '');
    if (refuses)
      editor.on('text-change', (_change, before, source) => {
        if (source === 'user' && read().length > before.length() + 1) editor.setContents(before, 'silent');
      });
    const box = frame.querySelector<HTMLElement>('.ql-editor')!;
    box.style.whiteSpace = 'pre-wrap'; // As in its own style sheet.
    return { box, read };
  };

export const quill1 = quill(Quill1 as typeof Quill2);
export const quill2 = quill(Quill2);
