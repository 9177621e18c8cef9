// The rep's hand in a panel. Each act reads who is shown and acts in one turn, so that what it writes carries the name of the
// person it was meant for.
import type { Page } from '@playwright/test';
import type { SidePanel } from './side-panel';

/** What a panel did when asked: for whom, or null when there was nothing to click or type into. */
export interface Hand {
  where: 'panel' | 'side panel';
  /** The name over the panel; null while it shows no person. */
  shown(): Promise<string | null>;
  /** The same, waiting a while for this name: asked in the document itself, which is cheaper than from here again and again. */
  soonShown(name: string): Promise<string | null>;
  /** Clicks the reply with this title. */
  insert(title: string): Promise<string | null>;
  /** Types into the note box; the words end with the name of the person shown. */
  type(tag: string): Promise<string | null>;
  /** Types on in the very box typed into before, as fingers do, if it is still there; in the one shown now otherwise. */
  typeOn(tag: string): Promise<string | null>;
  /** Saves what stands in the note box. */
  save(): Promise<string | null>;
  /** Waits until every request of this panel is answered. Gives the outcomes of its inserts, in their order. */
  idle(): Promise<string[]>;
}

/** Runs inside the panel's document; must not use anything from outside. */
function install(): void {
  interface Holder {
    hand?: unknown;
  }
  if ((globalThis as Holder).hand) return;
  const { runtime } = chrome;
  const send: (message: unknown) => Promise<unknown> = runtime.sendMessage.bind(runtime);
  const outcomes: string[] = [];
  let waiting = 0;
  let held: { box: HTMLTextAreaElement; name: string } | null = null;
  runtime.sendMessage = (async (message: { name?: string }) => {
    waiting += 1;
    try {
      const answer = (await send(message)) as { ok: boolean; code?: string; value?: { outcome?: string } } | undefined;
      if (message.name === 'reply.insert') outcomes.push(answer?.value?.outcome ?? answer?.code ?? 'lost');
      return answer;
    } catch (error) {
      if (message.name === 'reply.insert') outcomes.push('lost');
      throw error;
    } finally {
      waiting -= 1;
    }
  }) as typeof runtime.sendMessage;

  const shown = (): string | null =>
    document.querySelector('.note-box') ? (document.querySelector('h1.panel-name')?.textContent ?? null) : null;
  const put = (box: HTMLTextAreaElement, words: string): void => {
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')!.set!.call(box, box.value + words);
    box.dispatchEvent(new InputEvent('input', { bubbles: true }));
  };
  const type = (tag: string): string | null => {
    const name = shown();
    const box = document.querySelector<HTMLTextAreaElement>('.note-box textarea');
    if (name === null || !box) return null;
    put(box, `${tag} for ${name}; `);
    held = { box, name };
    return name;
  };
  (globalThis as Holder).hand = {
    shown,
    async soonShown(name: string) {
      const end = Date.now() + 2_000;
      while (shown() !== name && Date.now() < end) await new Promise((later) => setTimeout(later, 20));
      return shown();
    },
    type,
    insert(title: string) {
      const name = shown();
      const button = [...document.querySelectorAll<HTMLElement>('.reply-insert')].find(
        (one) => one.querySelector('.reply-title')?.textContent === title,
      );
      if (name === null || !button) return null;
      button.click();
      return name;
    },
    typeOn(tag: string) {
      if (!held?.box.isConnected) return type(tag);
      put(held.box, `${tag} for ${held.name}; `);
      return held.name;
    },
    save() {
      const button = document.querySelector<HTMLElement>('.note-box button[type=submit]');
      button?.click();
      return button ? shown() : null;
    },
    async idle() {
      const end = Date.now() + 5_000;
      while (waiting > 0 && Date.now() < end) await new Promise((later) => setTimeout(later, 20));
      return outcomes.splice(0);
    },
  };
}

function handOf(where: Hand['where'], run: <T>(expression: string) => Promise<T>): Hand {
  const call = <T>(act: string, ...words: string[]): Promise<T> =>
    run<T>(`(${install.toString()})(), hand.${act}(${words.map((word) => JSON.stringify(word)).join()})`);
  return {
    where,
    shown: () => call('shown'),
    soonShown: (name) => call('soonShown', name),
    insert: (title) => call('insert', title),
    type: (tag) => call('type', tag),
    typeOn: (tag) => call('typeOn', tag),
    save: () => call('save'),
    idle: () => call('idle'),
  };
}

/** The hand in the panel beside a chat. */
export function panelHand(chat: Page): Hand {
  return handOf('panel', (expression) =>
    chat
      .frames()
      .find((frame) => frame.url().includes('/panel.html'))!
      .evaluate(expression),
  );
}

/** The hand in the browser's real side panel. */
export function sideHand(side: SidePanel): Hand {
  return handOf('side panel', (expression) => side.evaluate(expression));
}
