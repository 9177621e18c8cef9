// Teahouse, the demo messenger in demo/messenger. It is read like any other site; the structure is our own, since 2026-11.
import { cleanName, instant, pick, textOf } from './pick';
import type { Site } from './site';

const APP = [
  '[data-app="teahouse"]', // The root element, there from the first paint on.
];

const TALK = [
  'main[data-conversation-id]', // The open conversation; the attribute goes away when none is open.
];

const NAME = [
  'header [data-name]', // The heading over the messages.
];

const LIST = [
  '[data-messages]', // The log of messages.
];

const TEXT = [
  '[data-text]', // The words alone; time, state and sender stand beside it.
];

const COMPOSER = [
  'main[data-conversation-id] [data-composer]', // The box in the footer; a textarea, but tests put other editors there.
];

/** The id in an address such as `#/c/lin-yue`, or null. */
function idInAddress(url: URL): string | null {
  return /^#\/c\/([^/]+)$/.exec(url.hash)?.[1] ?? null;
}

export const demo: Site = {
  id: 'demo',
  name: 'Teahouse (demo)',
  origins: ['http://127.0.0.1/*'],
  selfHosted: false,
  marks: APP,
  surface: 'overlay',
  hasAccount: true,
  keysUniqueIn: 'conversation',
  readsWhileHidden: true,
  rows: '[data-direction]',

  account: ({ document }) => pick(document, APP)?.dataset.account || null,

  conversation({ document, url }) {
    const talk = pick(document, TALK);
    const id = talk?.dataset.conversationId;
    const name = cleanName(pick(talk, NAME)?.textContent);
    // The address changes a moment before the page does: while they disagree it is not certain who is on the screen.
    const kind = talk?.dataset.conversationKind;
    if (!id || !name || id !== idInAddress(url) || (kind !== 'person' && kind !== 'group')) return null;
    return { kind, ids: [{ value: id, kind: 'permanent' }], name };
  },

  list: ({ document }) => pick(pick(document, TALK), LIST),

  key: (row) => row.getAttribute('data-message-id') || null,

  message(row) {
    const key = demo.key(row);
    if (!key) return null;
    const direction = row.getAttribute('data-direction');
    return {
      key,
      direction: direction === 'in' || direction === 'out' ? direction : 'unknown',
      at: instant(pick(row, ['time[datetime]'])?.getAttribute('datetime')),
    };
  },

  text: (row) => textOf(pick(row, TEXT)).trim(),

  composer: ({ document }) => pick(document, COMPOSER),

  link({ url }, conversation) {
    const link = new URL(url);
    link.hash = `#/c/${conversation.ids[0].value}`;
    return link.href;
  },
};
