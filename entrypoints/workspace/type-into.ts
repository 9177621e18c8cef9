/** Puts text where the caret is, as if it were typed, so that Ctrl+Z takes it back. */
export function typeInto(area: HTMLTextAreaElement, text: string): void {
  area.focus();
  if (document.execCommand?.('insertText', false, text)) return;
  area.setRangeText(text, area.selectionStart, area.selectionEnd, 'end');
  area.dispatchEvent(new Event('input', { bubbles: true }));
}
