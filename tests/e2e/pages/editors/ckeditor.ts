// CKEditor 5 with typing, paste and undo. Its licence is the GPL: it is used in these tests alone and never shipped.
import { ClassicEditor } from '@ckeditor/ckeditor5-editor-classic';
import { Essentials } from '@ckeditor/ckeditor5-essentials';
import { Paragraph } from '@ckeditor/ckeditor5-paragraph';
import type { Mount } from './mount';

interface Item {
  is(kind: string, name?: string): boolean;
  getChildren(): Iterable<Item>;
  data: string;
}

const textOf = (item: Item): string =>
  item.is('$text') ? item.data : item.is('element', 'softBreak') ? '\n' : [...item.getChildren()].map(textOf).join('');

export const ckeditor: Mount = async (place, { send, refuses }) => {
  const frame = document.createElement('div');
  place.append(frame);
  const editor = await ClassicEditor.create(frame, { licenseKey: 'GPL', plugins: [Essentials, Paragraph] });
  editor.editing.view.document.on(
    'enter',
    (event, data: { isSoft: boolean; preventDefault(): void }) => {
      if (data.isSoft) return;
      data.preventDefault();
      event.stop();
      send();
    },
    { priority: 'high' },
  );
  if (refuses) editor.editing.view.document.on('clipboardInput', (event) => event.stop(), { priority: 'highest' });
  const lines = () => [...editor.model.document.getRoot()!.getChildren()] as unknown as Item[];
  return {
    box: editor.editing.view.getDomRoot()!,
    read: () => lines().map(textOf).join('\n'),
    mark: (name, value) =>
      editor.editing.view.change((writer) => void writer.setAttribute(name, value, editor.editing.view.document.getRoot()!)),
    close: () => void editor.destroy(),
  };
};
