// Two people of one name, on a site that shows only names: after a click beside the conversation the composer may already be the
// other one's while header and list look as before. For a moment nothing is written into it.

/** How long the list may lag behind the composer. */
const DOUBT_MS = 1_500;

export interface Doubt {
  isOn(): boolean;
  /** Another conversation was opened and is believed: what the click did is known. */
  end(): void;
}

/** Follows what the user does in the page; acts inside the conversation itself open no other one. */
export function followDoubt(look: () => { list: Element | null; composer: Element | null }, signal: AbortSignal): Doubt {
  let since = -Infinity;
  const onAct = (event: Event): void => {
    const target = event.composedPath()[0] as Node;
    const { list, composer } = look();
    const isWithin = Boolean(list?.contains(target) || composer?.contains(target));
    if (!isWithin || isShortcut(event)) since = performance.now();
  };
  // At the window, before the page can stop them. A page that makes them up only has our text refused for a moment.
  for (const type of ['pointerdown', 'click', 'keydown']) addEventListener(type, onAct, { capture: true, signal });
  return { isOn: () => performance.now() - since < DOUBT_MS, end: () => void (since = -Infinity) };
}

/** Whether this key may open another chat, even from the composer: Tab and the like with a modifier, but none that types. */
function isShortcut(event: Event): boolean {
  const { key = '', altKey, ctrlKey, metaKey } = event as KeyboardEvent;
  return (altKey || ctrlKey || metaKey) && /^(Tab|Enter|Arrow\w+|Page\w+)$/.test(key);
}
