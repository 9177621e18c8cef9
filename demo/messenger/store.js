// What the messenger remembers: the invented history, and in sessionStorage what was sent, received and read since.
import { historyOf } from './history.js';
import { chinesePeople } from './people-zh.js';
import { englishPeople } from './people-en.js';

const KEY = 'teahouse';

function load() {
  try {
    const saved = JSON.parse(sessionStorage.getItem(KEY) ?? 'null');
    if (saved && typeof saved.base === 'number') return saved;
  } catch {
    // A broken entry is the same as none: the history starts anew.
  }
  return { base: Date.now(), live: {}, read: {}, answered: {} };
}

const saved = load();
const save = () => sessionStorage.setItem(KEY, JSON.stringify(saved));

/** What was sent and received since, by time: a message may settle after an answer to it has arrived. */
const liveOf = ({ id }) => (saved.live[id] ?? []).toSorted((a, b) => a.at - b.at);

const conversations = new Map(
  [...chinesePeople, ...englishPeople].map((person) => [
    person.id,
    {
      ...person,
      kind: person.kind ?? 'person',
      draft: '',
      isTyping: false,
      messages: [...historyOf(person, saved.base), ...liveOf(person)],
    },
  ]),
);

/** The conversation with this id, or undefined. */
export const find = (id) => conversations.get(id);

/** All conversations, the one with the latest message first. */
export const latestFirst = () => [...conversations.values()].sort((a, b) => lastOf(b).at - lastOf(a).at);

/** The last message of a conversation. */
export const lastOf = (conversation) => conversation.messages[conversation.messages.length - 1];

/** How many messages came in unseen. Some conversations begin with a few. */
export function unreadIn(conversation) {
  const seen = saved.read[conversation.id] ?? conversation.messages.length - liveOf(conversation).length - (conversation.unread ?? 0);
  return conversation.messages.slice(seen).filter((message) => message.direction === 'in').length;
}

/** Marks everything in the conversation as seen. */
export function markRead(conversation) {
  saved.read[conversation.id] = conversation.messages.length;
  save();
}

/** Keeps a message that is settled, so that a reload shows it again. */
export function keep(conversation, message) {
  (saved.live[conversation.id] ??= []).push(message);
  save();
}

/** An id for a new message; unlike the history's it differs between two tabs. */
export const newId = (conversation) => `${conversation.id}-${crypto.randomUUID().slice(0, 13)}`;

/** The next canned answer of this conversation, or null when these people never answer. */
export function nextReply(conversation) {
  if (conversation.replies.length === 0) return null;
  const count = saved.answered[conversation.id] ?? 0;
  saved.answered[conversation.id] = count + 1;
  save();
  return conversation.replies[count % conversation.replies.length];
}
