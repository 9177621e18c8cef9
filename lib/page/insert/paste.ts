// Writes into an editor with its own model, which takes all lines at once from a paste.

/** Offers the text to the editor as if pasted. The user's clipboard is not involved. */
export function writeByPaste(box: HTMLElement, text: string): void {
  const options = { bubbles: true, cancelable: true, composed: true };
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  // Firefox passes over `clipboardData` and has names of its own for the same, one format alone (seen in 153).
  let firefox = { dataType: 'text/plain', data: text };
  const isCk = box.closest('.ck-editor__editable');
  if (isCk || box.closest('.ProseMirror')) {
    // Of plain text these drop blank lines, and TipTap makes `*this*` bold. Paragraphs marked as copied from ProseMirror are left
    // alone. CKEditor drops ordinary spaces at both ends of a line.
    const words = (isCk ? text.replace(/^ | (?= |$)/gm, '\u00a0') : text).replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    firefox = { dataType: 'text/html', data: `<p data-pm-slice="1 1 []">${words.replaceAll('\n', '</p><p>')}</p>` };
    clipboardData.setData('text/html', firefox.data);
  }
  let event: Event & { clipboardData?: DataTransfer | null } = new ClipboardEvent('paste', { ...options, ...firefox, clipboardData });
  if (box.closest('[data-slate-editor]') && event.clipboardData === clipboardData) {
    // Slate takes plain text on one line for more typing, and undoes what the user has just typed with it. A piece copied from
    // Slate is a step of its own, and comes with `beforeinput`.
    if (!text.includes('\n')) clipboardData.setData('application/x-slate-fragment', btoa(encodeURIComponent(JSON.stringify([{ text }]))));
    event = new InputEvent('beforeinput', { ...options, inputType: 'insertFromPaste', dataTransfer: clipboardData });
  }
  box.dispatchEvent(event);
}
