// The background: the only code that opens the database. It may be stopped and started at any moment.
import { defineBackground } from 'wxt/utils/define-background';
import browser, { type Runtime } from 'webextension-polyfill';
import { openAgain } from '@/lib/db/database';
import { purgeDeleted } from '@/lib/db/contacts';
import { purgeFields } from '@/lib/db/own-fields';
import { purgeDrafts } from '@/lib/db/drafts';
import { bringStarter } from '@/lib/db/starter';
import { purgeTyped } from '@/lib/db/typed';
import { purgeTaught } from '@/lib/db/taught';
import { purgeUndos } from '@/lib/db/undo';
import { whenListed } from '@/lib/db/book';
import { answering, whenFree } from '@/lib/db/free';
import { somebodyAsks } from '@/lib/db/stride';
import { DATA_TABLES } from '@/lib/domain/tables';
import { codeOf, serve, type Answers } from '@/lib/messages/serve';
import { countingAnswers } from './answers-counting';
import { pageAnswers, forgetClosedTabs } from './answers-page';
import { panelAnswers } from './answers-panel';
import { fieldAnswers } from './answers-fields';
import { personAnswers } from './answers-person';
import { keepAnswers } from './answers-keep';
import { replyAnswers } from './answers-reply';
import { sameAnswers } from './answers-same';
import { templateAnswers } from './answers-templates';
import { tieAnswers } from './answers-tie';
import { todayAnswers } from './answers-today';
import { workspaceAnswers } from './answers-workspace';
import { boardAnswers } from './answers-board';
import { bookAnswers } from './answers-book';
import { bulkAnswers } from './answers-bulk';
import { numbersAnswers } from './answers-numbers';
import { importAnswers } from './answers-import';
import { armMidnight, refreshBadge, showBadge } from './badge';
import { purgeBrief } from './brief-undo';
import { followCommands } from './commands';
import { importOn } from './importing';
import { levelOf } from './level';
import { openOnClick, sayGoodMorning } from './morning';
import { pickerAnswers } from './picker';
import { whenReckoned } from './reckon';
import { rollUpOld } from './roll-up';
import { syncScripts } from './site-scripts';
import { whenNotBusy } from './long-write';
import { beginAllowed, giveBackDeleted, teachAnswers } from './teaching';
import { spokenLanguage } from './reply-values';
import { followSpace, lookAtSpace, sayFull, whenSpaceKnown } from './space';
import { tellChanged } from './tell';

const answers: Answers = {
  ...pageAnswers,
  ...countingAnswers,
  ...panelAnswers,
  ...personAnswers,
  ...fieldAnswers,
  ...pickerAnswers,
  ...keepAnswers,
  ...replyAnswers,
  ...sameAnswers,
  ...teachAnswers,
  ...templateAnswers,
  ...tieAnswers,
  ...todayAnswers,
  ...workspaceAnswers,
  ...bookAnswers,
  ...bulkAnswers,
  ...numbersAnswers,
  ...importAnswers,
  ...boardAnswers,
};

/** Chromium's side panel, which webextension-polyfill does not know. */
interface SidePanel {
  open(where: { tabId: number }): Promise<void>;
}

function listen(message: unknown, sender: Runtime.MessageSender, respond: (answer: unknown) => void): true | undefined {
  // The click's permission to open the side panel is gone after the first await: this has to stand first.
  if (
    (message as { name?: unknown } | null)?.name === 'sidepanel.open' &&
    sender.id === browser.runtime.id &&
    sender.tab?.id !== undefined
  ) {
    const { sidePanel } = globalThis.chrome as unknown as { sidePanel?: SidePanel };
    void sidePanel?.open({ tabId: sender.tab.id }).catch(() => undefined);
  }
  if (typeof (message as { name?: unknown } | null)?.name !== 'string') return undefined;
  const { name } = message as { name: string };
  openAgain();
  somebodyAsks();
  void answering(Promise.all([levelOf(sender), whenNotBusy(name), whenSpaceKnown(name)]).then(([from]) => serve(message, from, answers)))
    .catch((error: unknown) => ({ ok: false as const, code: codeOf(error) }))
    .then(sayFull)
    .then(respond);
  return true;
}

/** Puts right what an update, a sleep or a lost alarm may have left wrong. Safe to run at any time. */
async function repair(): Promise<void> {
  const now = Date.now();
  // First: what follows writes, too.
  await lookAtSpace();
  await syncScripts();
  await sayGoodMorning(now);
  importOn();
  if (await bringStarter(await spokenLanguage(), now)) tellChanged('replies');
  await Promise.all([
    armMidnight(),
    refreshBadge(),
    purgeUndos(now),
    purgeDrafts(now),
    purgeTyped(now),
    purgeBrief(now),
    purgeDeleted(now),
    purgeTaught(now),
    purgeFields(now),
    giveBackDeleted(now),
  ]);
  // What is not done today is done tomorrow, and nobody waits for it.
  void rollUpOld().catch(() => undefined);
}

/** After installing: the first page, unless sites are allowed already and the rep knows the way. */
async function welcome(reason: Runtime.OnInstalledReason): Promise<void> {
  const { origins } = await browser.permissions.getAll();
  if (reason !== 'install' || (origins?.length ?? 0) > 0) return;
  await browser.tabs.create({ url: browser.runtime.getURL('workspace.html#/welcome') });
}

export default defineBackground({
  type: 'module',
  main() {
    browser.runtime.onMessage.addListener(listen as Parameters<typeof browser.runtime.onMessage.addListener>[0]);
    browser.permissions.onAdded.addListener(() => {
      void beginAllowed();
      void syncScripts().then(() => tellChanged('sites', 'tabs'));
    });
    browser.permissions.onRemoved.addListener(() => void syncScripts().then(() => tellChanged('sites', 'tabs')));
    browser.alarms.onAlarm.addListener(() => void repair().then(() => tellChanged('followUps')));
    browser.runtime.onInstalled.addListener(({ reason }) => void welcome(reason));
    // Listening is enough: the browser starts the worker for it, and a starting worker repairs.
    browser.runtime.onStartup.addListener(() => undefined);
    followSpace();
    forgetClosedTabs();
    followCommands();
    openOnClick();
    whenReckoned((asked) => {
      void showBadge(asked);
      // With standings made anew come moves.
      tellChanged('agenda', 'moves');
    });
    whenListed(() => tellChanged('book'));
    // The worker before this one may have been stopped after a change and before saying so.
    void whenFree()
      .then(repair)
      .finally(() => tellChanged(...DATA_TABLES, 'tabs', 'sites'));
  },
});
