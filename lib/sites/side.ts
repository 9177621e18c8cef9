// On which side of the list a bubble stands: right is one's own, left where people write from right to left.

/** Who writes on the right side, or the left, of this list. */
export const writerOn = (isRight: boolean, list: Element | null): 'in' | 'out' =>
  isRight !== (!!list && getComputedStyle(list).direction === 'rtl') ? 'out' : 'in';

/** Who the bubble's side speaks for; null where there is no layout, or the bubble stands in the middle or fills the list. */
export function sideOf(bubble: Element | null, list: Element | null): 'in' | 'out' | null {
  const [box, around] = [bubble, list].map((element) => element?.getBoundingClientRect());
  const shift = box?.width && around ? box.left + box.right - around.left - around.right : 0;
  return Math.abs(shift) < 16 ? null : writerOn(shift > 0, list);
}
