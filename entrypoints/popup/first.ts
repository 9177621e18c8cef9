// All that the popup draws first, asked for at once before anything is drawn, so that nothing moves under the pointer afterwards.
import type { TabAnswer } from '../../components/popup/PageStrip';
import { activeTab } from '../../lib/hooks/use-active-tab';
import { ask } from '../../lib/messages/ask';
import type { Answer, ShownSettings } from '../../lib/messages/protocol';

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
  const tab = activeTab().catch(() => null);
  const state = tab.then((tab) => (tab === null ? null : ask('tab.state', { tab }))).catch(() => null);
  const early = await globalThis.firstOutcome?.catch(() => undefined);
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
