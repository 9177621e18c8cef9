// Fields whose value React and Vue keep: what they did not hear of is gone at the next drawing.
import { createElement, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { flushSync } from 'react-dom';
import { createApp, h, ref, vModelText, withDirectives } from 'vue';
import type { Mount } from './mount';

const reactField =
  (tag: 'textarea' | 'input'): Mount =>
  (place, { send, refuses }) => {
    let state = '';
    function Composer() {
      const [value, setValue] = useState('');
      state = value;
      return createElement(tag, {
        value,
        onChange: (event: { target: HTMLInputElement }) =>
          setValue((now) => (refuses && event.target.value.length > now.length + 1 ? now : event.target.value)),
        onKeyDown: (event: KeyboardEvent) => {
          if (event.key !== 'Enter' || event.shiftKey) return;
          event.preventDefault();
          send();
        },
      });
    }
    const root = createRoot(place);
    flushSync(() => root.render(createElement(Composer)));
    return { box: place.querySelector<HTMLElement>(tag)!, read: () => state, close: () => root.unmount() };
  };

export const reactTextarea = reactField('textarea');
export const reactInput = reactField('input');

/** What `<textarea v-model="text" @keydown.enter.exact.prevent="send">` is compiled to. */
export const vueTextarea: Mount = (place, { send, refuses }) => {
  const text = ref('');
  const app = createApp({
    render: () =>
      withDirectives(
        h('textarea', {
          ...(refuses ? { maxlength: 20 } : {}),
          'onUpdate:modelValue': (value: string) => (text.value = value),
          onKeydown: (event: KeyboardEvent) => {
            if (event.key !== 'Enter' || event.shiftKey) return;
            event.preventDefault();
            send();
          },
        }),
        [[vModelText, text.value]],
      ),
  });
  app.mount(place);
  return { box: place.querySelector('textarea')!, read: () => text.value, close: () => app.unmount() };
};
