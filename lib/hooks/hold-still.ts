// Nothing moves under a finger: what comes in between pressing a button and letting it go is drawn after the click. Else the button may
// have moved away by then, and the click goes to nobody, or to another one.
import { options } from 'preact';

/** Whoever holds longer than this, in ms, does not click. */
const LONGEST = 3_000;
/** Nor does whoever moves farther than this, in CSS pixels. */
const FARTHEST = 8;

/** Lets this document be drawn again only between clicks. For every screen, once. */
export function holdStill(): void {
  let pressed: { x: number; y: number; timer: ReturnType<typeof setTimeout> } | null = null;
  let held: (() => void) | null = null;
  options.debounceRendering = (draw) => {
    if (pressed) held = draw;
    else queueMicrotask(draw);
  };
  const letGo = () => {
    if (!pressed) return;
    clearTimeout(pressed.timer);
    pressed = null;
    const draw = held;
    held = null;
    draw?.();
  };
  const listen = <T extends keyof DocumentEventMap>(type: T, hear: (event: DocumentEventMap[T]) => void) =>
    document.addEventListener(type, hear, { capture: true, passive: true });
  listen('pointerdown', ({ target, clientX: x, clientY: y }) => {
    letGo();
    if (target instanceof Element && target.closest('button, a, label, summary')) pressed = { x, y, timer: setTimeout(letGo, LONGEST) };
  });
  listen('pointermove', ({ clientX, clientY }) => {
    if (pressed && Math.hypot(clientX - pressed.x, clientY - pressed.y) > FARTHEST) letGo();
  });
  // What the click itself changes is drawn at once, as ever; what came in before it, when all have heard the click.
  listen('click', () => held || letGo());
  window.addEventListener('click', letGo, { passive: true });
  // A press need not end in a click; if it does, that is heard before anything that waits.
  listen('pointerup', () => setTimeout(letGo));
  listen('pointercancel', letGo);
  listen('gotpointercapture', letGo);
}
