// Boxes without a library.
import type { Behaviour, Mount, Mounted } from './mount';

function bare(box: HTMLElement, { send, refuses }: Behaviour, read: () => string): Mounted {
  box.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey) return;
    event.preventDefault();
    send();
  });
  if (refuses) {
    let last = '';
    let refused = false;
    box.style.whiteSpace = 'pre-wrap';
    box.addEventListener('input', () => {
      // One key at a time is let through, so that a draft can be typed. What a command writes cannot be cancelled before.
      refused ||= read().length > last.length + 1;
      if (refused) box.textContent = last;
      else last = read();
    });
  }
  return { box, read };
}

const field =
  (tag: 'textarea' | 'input'): Mount =>
  (place, behaviour) => {
    const box = document.createElement(tag);
    if (behaviour.refuses) box.maxLength = 20;
    place.append(box);
    return bare(box, { ...behaviour, refuses: false }, () => box.value);
  };

const editable =
  (value: 'true' | 'plaintext-only'): Mount =>
  (place, behaviour) => {
    const box = document.createElement('div');
    box.contentEditable = value;
    place.append(box);
    // A last line break in `innerText` only holds the last line open, and the browser writes some spaces as hard ones.
    return bare(box, behaviour, () => box.innerText.replace(/\n$/, '').replace(/\u00a0/g, ' '));
  };

export const textarea = field('textarea');
export const input = field('input');
export const contenteditable = editable('true');
export const plaintextOnly = editable('plaintext-only');
