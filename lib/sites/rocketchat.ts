// Rocket.Chat, on any server. From the source of its web app (RocketChat/Rocket.Chat and RocketChat/fuselage, 2023 to 2026), not captured.
import { cleanName, instant, pick, textOf } from './pick';
import type { Site } from './site';

const NAME = [
  'main header h1', // The heading over the room, for years.
  'main header :is(h2, h3)',
];

const LIST = [
  'main .messages-list', // The messages of the room, for years; since 2026 each in an element of its own, and only those in view.
];

const MESSAGE = '.rcx-message[data-mid]';

const TEXT = [
  '[id$="-content"]', // The words alone, since 2025; what they quote stands before them and has no such id.
  '.rcx-message-body', // The same by class, for years; quotes stood below.
];

const TIME = [
  '.rcx-message-header__time[title]', // Over the first message of a run only; the title is in the user's language.
];

const COMPOSER = [
  'main textarea[name="msg"]', // The box under the messages, for years.
];

/** The room in the address: `/direct/<room id>`, `/channel/<name>` or `/group/<name>`; a thread may follow. */
const placeIn = ({ pathname }: URL): RegExpExecArray | null => /^.*?\/(direct|channel|group)\/([^/]+)/.exec(pathname);

/** The room of two has both their ids for an id, so it is another one for each account of the user; that of several has 17 letters of its own. */
const isOfTwo = (kind: string | undefined, id: string): boolean => kind === 'direct' && !/^[0-9A-Za-z]{17}$/.test(id);

/** The time as servers show it unless they are told otherwise: `November 20, 2026 8:00 AM`. Numbers alone may stand in any order. */
const isPlain = (time: string): boolean => /^[A-Z][a-z]+ \d\d?, \d{4} \d\d?:\d\d [AP]M$/.test(time);

/** Rocket.Chat. */
export const rocketchat: Site = {
  id: 'rocketchat',
  name: 'Rocket.Chat',
  origins: [],
  selfHosted: true,
  marks: [
    MESSAGE, // A message, for years.
    '[class*="rcx-"]', // Whatever is built from its own parts, on every screen.
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
    return isOfTwo(kind, id)
      ? { kind: 'person', ids: [{ value: id, kind: 'permanent' }], name }
      : { kind: 'group', ids: [{ value: `${kind}/${id}`, kind: kind === 'direct' ? 'permanent' : 'weak' }], name };
  },

  list: ({ document, url }) => (placeIn(url) ? (pick(document, LIST) ?? pick(document, [`main ${MESSAGE}`])?.parentElement ?? null) : null),

  // The id stands there three times; they differ only where the page is not what it was. Answers in threads, shown in short, have it once.
  key(row) {
    const key = row.getAttribute('data-mid');
    return key && key === row.id && row.matches(MESSAGE) && !row.matches('.rcx-message--pending') ? key : null;
  },

  message(row) {
    const key = rocketchat.key(row);
    if (!key) return null;
    // Written as a word on every message, for years.
    const own = row.getAttribute('data-own');
    const time = pick(row, TIME)?.title ?? '';
    return {
      key,
      direction: own === 'true' ? 'out' : own === 'false' ? 'in' : 'unknown',
      at: isPlain(time) ? instant(time) : null,
    };
  },

  text: (row) => textOf(pick(row, TEXT)).trim(),

  composer: ({ document, url }) => (placeIn(url) ? pick(document, COMPOSER) : null),

  link({ url }, { kind, ids: [{ value }] }) {
    const place = placeIn(url);
    return place && value === (kind === 'person' ? place[2] : `${place[1]}/${place[2]}`) ? new URL(place[0], url).href : null;
  },
};
