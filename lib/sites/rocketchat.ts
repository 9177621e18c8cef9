// Rocket.Chat, on any server. From a description of its web app of 2026, not captured; 2026-11.
import { cleanName, instant, pick, textOf } from './pick';
import type { Site } from './site';

const NAME = [
  'main header :is(h1, h2, h3)', // The heading over the room, 2026.
];

const MESSAGE = '.rcx-message[data-mid]';

const TEXT = [
  '.rcx-message-body', // The words alone, 2026.
];

const COMPOSER = [
  'main textarea[name="msg"]', // The box under the messages, 2026.
];

/** The room in the address: `/direct/<room id>` for a person, `/channel/<name>` or `/group/<name>`; a thread may follow. */
const placeIn = ({ pathname }: URL): RegExpExecArray | null => /^.*?\/(direct|channel|group)\/([^/]+)/.exec(pathname);

/** Rocket.Chat. */
export const rocketchat: Site = {
  id: 'rocketchat',
  name: 'Rocket.Chat',
  origins: [],
  selfHosted: true,
  marks: [
    MESSAGE, // A message, 2026.
    '[class*="rcx-"]', // Whatever is built from its own parts, on every screen, 2026.
  ],
  surface: 'overlay',
  hasAccount: false,
  keysUniqueIn: 'account',
  readsWhileHidden: true,
  rows: MESSAGE,

  account: () => null,

  conversation({ document, url }) {
    const [, kind, id] = placeIn(url) ?? [];
    const name = cleanName(pick(document, NAME)?.textContent);
    // The box too: without it the room is not drawn yet, or nobody can write.
    if (!id || !name || !pick(document, COMPOSER)) return null;
    return kind === 'direct'
      ? { kind: 'person', ids: [{ value: id, kind: 'permanent' }], name }
      : { kind: 'group', ids: [{ value: `${kind}/${id}`, kind: 'weak' }], name };
  },

  list: ({ document, url }) => (placeIn(url) ? (pick(document, [`main ${MESSAGE}`])?.parentElement ?? null) : null),

  // The id stands there three times; they differ only where the page is not what it was.
  key(row) {
    const key = row.getAttribute('data-mid');
    return key && key === row.id && row.matches(MESSAGE) && !row.matches('.rcx-message--pending') ? key : null;
  },

  message(row) {
    const key = rocketchat.key(row);
    if (!key) return null;
    const own = row.getAttribute('data-own');
    return {
      key,
      direction: own === 'true' ? 'out' : own === 'false' ? 'in' : 'unknown',
      at: instant(pick(row, ['time[datetime]'])?.getAttribute('datetime')),
    };
  },

  text: (row) => textOf(pick(row, TEXT)).trim(),

  composer: ({ document, url }) => (placeIn(url) ? pick(document, COMPOSER) : null),

  link({ url }, { kind, ids: [{ value }] }) {
    const place = placeIn(url);
    return place && value === (kind === 'person' ? place[2] : `${place[1]}/${place[2]}`) ? new URL(place[0], url).href : null;
  },
};
