// Writes into a box whose page reads the DOM: the browser's own typing commands, which undo knows as one step.

/** Types the text at the caret. */
export function writeByCommand(box: HTMLElement, text: string): void {
  // Quill wants a paragraph per line. Elsewhere those blocks would mix with the bare first line (`a<div><br></div>`), which pages
  // read as one line break too many; `br` is read alike by all.
  const lineBreak = box.closest('.ql-editor') ? 'insertParagraph' : 'insertLineBreak';
  text.split('\n').forEach((line, at) => {
    if (at) document.execCommand(lineBreak);
    if (line) document.execCommand('insertText', false, line);
  });
}
