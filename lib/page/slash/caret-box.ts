// Where the caret is on the screen.
import { isField } from '../insert/kind';
import type { Box } from '../place';

/** The line with the caret: `left` is the caret's, top and height are the line's. In a field the left is reckoned from its font. */
export function caretBox(box: HTMLElement): Box {
  const around = box.getBoundingClientRect();
  const whole: Box = { top: around.top, left: around.left, width: around.width, height: around.height };
  if (isField(box)) {
    const style = getComputedStyle(box);
    const line = box.value
      .slice(0, box.selectionEnd ?? 0)
      .split('\n')
      .at(-1)!;
    const pen = document.createElement('canvas').getContext('2d');
    if (!pen || style.direction === 'rtl') return whole;
    pen.font = style.font;
    const room = Math.max(1, box.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight));
    return { ...whole, left: around.left + parseFloat(style.paddingLeft) + (pen.measureText(line).width % room) };
  }
  const selection = document.getSelection();
  if (!selection?.rangeCount || !box.contains(selection.focusNode)) return whole;
  const range = selection.getRangeAt(0).cloneRange();
  range.collapse(false);
  // An empty line has no rectangle of its own.
  const at = range.getClientRects()[0] ?? (range.endContainer as Element).getBoundingClientRect?.();
  return at && at.height > 0 ? { top: at.top, left: at.left, width: at.width, height: at.height } : whole;
}
