// A background without a browser: ask it as a page, as the panel in a tab, as a screen.
import 'fake-indexeddb/auto';
import { vi } from 'vitest';
import type { Runtime } from 'webextension-polyfill';
import { countingAnswers } from '@/entrypoints/background/answers-counting';
import { pageAnswers } from '@/entrypoints/background/answers-page';
import { panelAnswers } from '@/entrypoints/background/answers-panel';
import { fieldAnswers } from '@/entrypoints/background/answers-fields';
import { personAnswers } from '@/entrypoints/background/answers-person';
import { keepAnswers } from '@/entrypoints/background/answers-keep';
import { replyAnswers } from '@/entrypoints/background/answers-reply';
import { pickerAnswers } from '@/entrypoints/background/picker';
import { templateAnswers } from '@/entrypoints/background/answers-templates';
import { tieAnswers } from '@/entrypoints/background/answers-tie';
import { todayAnswers } from '@/entrypoints/background/answers-today';
import { workspaceAnswers } from '@/entrypoints/background/answers-workspace';
import { boardAnswers } from '@/entrypoints/background/answers-board';
import { bookAnswers } from '@/entrypoints/background/answers-book';
import { bulkAnswers } from '@/entrypoints/background/answers-bulk';
import { numbersAnswers } from '@/entrypoints/background/answers-numbers';
import { importAnswers } from '@/entrypoints/background/answers-import';
import { levelOf } from '@/entrypoints/background/level';
import { readTab } from '@/entrypoints/background/tabs';
import { sameAnswers } from '@/entrypoints/background/answers-same';
import { teachAnswers } from '@/entrypoints/background/teaching';
import { db } from '@/lib/db/database';
import type { Answer, MessageName, Reading, Request } from '@/lib/messages/protocol';
import { serve } from '@/lib/messages/serve';
import { granted, page, panel, resetBrowser, screen, session } from './browser';
import { NOW, wipe } from './people';

export const TAB = 5;
const answers = {
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

/** Asks as the browser would deliver it; gives the value or throws the code. */
export async function ask<N extends MessageName>(from: Runtime.MessageSender, name: N, request: Request<N>): Promise<Answer<N>> {
  const outcome = (await serve({ name, request }, await levelOf(from), answers))!;
  if (!outcome.ok) throw new Error(outcome.code);
  return outcome.value as Answer<N>;
}
export const fromPage = <N extends MessageName>(name: N, request: Request<N>, tab = TAB) => ask(page(tab), name, request);
export const fromPanel = async <N extends MessageName>(name: N, request: Request<N>) =>
  ask(panel(TAB, (await readTab(TAB))!.token), name, request);
export const fromScreen = <N extends MessageName>(name: N, request: Request<N>) => ask(screen('workspace'), name, request);

export const reading: Reading = { state: 'reading', missing: [], since: NOW };
export const hello = (tab = TAB) => fromPage('page.hello', { site: 'demo' }, tab);
export const message = (key: string, direction: 'in' | 'out' = 'in', live = true) => ({ key, direction, at: null, live });
export const tell = (keys: string[], ref = 'r1', tab = TAB) =>
  fromPage('page.messages', { site: 'demo', ref, messages: keys.map((key) => message(key)) }, tab);

interface Shown {
  ref?: string;
  id?: string;
  keys?: string[];
  kind?: 'permanent' | 'weak';
  group?: boolean;
  tab?: number;
}

/** The page shows a conversation; weak ones are known by their name only. */
export const show = (
  name: string,
  { ref = 'r1', id = `id-${name}`, keys = [], kind = 'permanent', group = false, tab = TAB }: Shown = {},
) =>
  fromPage(
    'page.conversation',
    {
      site: 'demo',
      ref,
      reading,
      account: 'me',
      link: 'http://127.0.0.1/#/c',
      keys,
      conversation: { kind: group ? 'group' : 'person', ids: [{ value: kind === 'weak' ? name : id, kind }], name },
    },
    tab,
  );
export const subject = { ref: 'r1' };
export const rows = async () =>
  (await Promise.all(db.tables.filter((table) => table.name !== 'unlisted').map((table) => table.count()))).reduce((sum, n) => sum + n, 0);
export const stored = async () => JSON.stringify([[...session.entries()], await Promise.all(db.tables.map((table) => table.toArray()))]);

/** A fresh browser at noon of the same day, an empty database, one tab that has said hello. */
export async function startAnew(): Promise<void> {
  vi.useFakeTimers({ toFake: ['Date'], now: NOW });
  resetBrowser();
  granted.add('http://127.0.0.1/*');
  await wipe();
  await hello();
}
