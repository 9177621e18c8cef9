// All that the popup draws first, asked for at once before anything is drawn, so that nothing moves under the pointer afterwards.
import type { TabAnswer } from '../../components/popup/PageStrip';
import { activeTab } from '../../lib/hooks/use-active-tab';
import { ask } from '../../lib/messages/ask';
import type { Answer, ShownSettings } from '../../lib/messages/protocol';
import type { AskedFirst } from './ask-early';

/** Each is null when it was not to be had: then it is asked for again, and a failure shown. */
export interface First {
  settings: ShownSettings | null;
  today: Answer<'today.list'> | null;
  backup: Answer<'backup.state'> | null;
  space: Answer<'space.state'> | null;
  tab: number | null;
  state: TabAnswer | null;
}

/** Nobody waits longer (ms) for the page in front, which may be busy, when everything else is there. */
const PATIENCE = 25;

/** Never rejects. */
export async function askFirst(): Promise<First> {
  const asked = globalThis.askedFirst;
  const tab = (asked?.tab ?? activeTab()).catch(() => null);
  const state = stateOf(tab, asked?.state).catch(() => null);
  const early = await asked?.screen.catch(() => undefined);
  const screen = early?.ok ? early.value : await ask('popup.first', {}).catch(() => null);
  const tooLong = new Promise<null>((resolve) => setTimeout(() => resolve(null), PATIENCE));
  return {
    settings: screen?.settings ?? null,
    today: screen?.today ?? null,
    backup: screen?.backup ?? null,
    space: screen?.space ?? null,
    tab: await Promise.race([tab, tooLong]),
    state: await Promise.race([state, tooLong]),
  };
}

/** How it stands on the tab; `early` is what was asked of it before. */
async function stateOf(front: Promise<number | null>, early?: AskedFirst['state']): Promise<TabAnswer | null> {
  const tab = await front;
  if (tab === null) return null;
  const outcome = await early?.catch(() => undefined);
  return outcome?.ok ? outcome.value : ask('tab.state', { tab });
}
