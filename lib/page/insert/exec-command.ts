// Writes into a box whose page reads the DOM: the browser's own typing commands, which undo knows as one step.

/** Types the text at the caret. */
export function writeByCommand(box: HTMLElement, text: string): void {
  // Quill wants a paragraph per line, which is what one command makes. Elsewhere those blocks would mix with the bare first
  // line (`a<div><br></div>`), which pages read as one line break too many; `br` is read alike by all.
  const lines = box.closest('.ql-editor') ? [text] : text.split('\n');
  lines.forEach((line, at) => {
    if (at) document.execCommand('insertLineBreak');
    if (line) document.execCommand('insertText', false, line);
  });
}
