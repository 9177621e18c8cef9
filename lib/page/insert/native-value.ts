// Writes into a textarea or input at its caret.

/** Writes so that React and Vue notice. The typing command keeps undo; without focus there is only the setter. */
export function writeValue(box: HTMLTextAreaElement | HTMLInputElement, text: string, isFocused: boolean): void {
  if (isFocused) {
    document.execCommand('insertText', false, text);
    return;
  }
  // An isolated world sees the browser's own setter, not the one React puts on the element to notice changes.
  const at = box.selectionEnd ?? box.value.length;
  box.value = box.value.slice(0, at) + text + box.value.slice(at);
  box.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, inputType: 'insertText', data: text }));
}
