// Writes into a box whose page reads the DOM: the browser's own typing command, which undo knows.

/** Types the text at the caret; the browser turns newlines into lines of the box. */
export function writeByCommand(text: string): void {
  document.execCommand('insertText', false, text);
}
