// Writes into an editor with its own model, which takes all lines at once from a paste.

/** Offers the text to the editor as if pasted. The user's clipboard is not involved. */
export function writeByPaste(box: HTMLElement, text: string): void {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  // Firefox passes over `clipboardData` and has names of its own for the same (seen in 153).
  const firefox = { dataType: 'text/plain', data: text };
  box.dispatchEvent(new ClipboardEvent('paste', { clipboardData, ...firefox, bubbles: true, cancelable: true, composed: true }));
}
