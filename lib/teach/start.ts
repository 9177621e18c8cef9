// The script for teaching, put into a page when the user asks for it in the popup.
import type { Outcome } from '../messages/protocol';
import { cover } from './frame';
import { makeOutlines } from './outlines';
import { makeSession } from './session';
import type { Said } from './talk';

/** Shared by all runs of this script in this page: how to end the one before. */
const world = globalThis as { teaching?: () => void };

/** How often the page is looked at again while the user checks what is read. */
const LOOK_MS = 400;

async function tokenFor(refused: boolean): Promise<string | null> {
  try {
    const outcome = await chrome.runtime.sendMessage<unknown, Outcome<{ token: string }> | undefined>({
      name: 'page.teach',
      request: { refused },
    });
    return outcome?.ok ? outcome.value.token : null;
  } catch {
    return null;
  }
}

/** Starts teaching on this page. Asked for again, it begins anew. */
export async function startTeaching(): Promise<void> {
  world.teaching?.();
  const token = await tokenFor(false);
  if (token === null) return;
  const ending = new AbortController();
  const { signal } = ending;
  const end = (world.teaching = (): void => ending.abort());

  const frame = cover(
    token,
    (message) => hear(message as Said),
    () => {
      // The page lets no frame in; the popup says so.
      void tokenFor(true);
      end();
    },
  );
  const outlines = makeOutlines(frame.root);
  const session = makeSession((shown, drawn) => {
    outlines.draw(drawn);
    frame.tell(shown);
  });

  function hear(said: Said): void {
    if (said.say === 'stop') end();
    else if (said.say === 'place') frame.place(said.box);
    else session.hear(said);
  }

  // The page moves under the outlines: it scrolls, grows, opens another chat.
  let drawing = 0;
  const later = (): void => {
    drawing ||= requestAnimationFrame(() => {
      drawing = 0;
      session.refresh();
    });
  };
  addEventListener('scroll', later, { capture: true, passive: true, signal });
  addEventListener('resize', later, { signal });
  const looking = setInterval(() => {
    // After an update nobody tells an orphaned script that it is one.
    if (chrome.runtime?.id === undefined) end();
    else if (session.isChecking()) session.refresh();
  }, LOOK_MS);
  signal.addEventListener('abort', () => {
    clearInterval(looking);
    cancelAnimationFrame(drawing);
    frame.remove();
  });
}
