// From what the user says of those in a chat to what would be counted for whom.
import type { Day } from '../../lib/domain/day';
import { TIMED, type ChatFile } from '../../lib/domain/import/chat';
import type { Chat } from '../../lib/formats/contacts/chat-export';
import { chatDays, chatTimes, isGroupChat, type ChatDay } from '../../lib/formats/contacts/chat-person';
import type { Answer } from '../../lib/messages/protocol';
import type { Roles } from '../../components/workspace/ChatVoices';

/** One person of the chat with all names that are theirs. */
export interface Teller {
  contact: string | null;
  /** As the file calls them. */
  name: string;
  /** As the book does. */
  known: string;
  voices: number[];
}
export interface Told {
  me: number[];
  people: Teller[];
}

/** Whom the chat is with, as far as it was said. `me` is one of the voices, null none of them. */
export function toldOf({ authors }: Pick<Chat, 'authors'>, me: number | null, roles: Roles): Told {
  const told: Told = { me: me === null ? [] : [me], people: [] };
  for (const [voice, { name }] of authors.entries()) {
    const role = voice === me ? undefined : roles.get(voice);
    if (role?.is === 'me') told.me.push(voice);
    else if (role?.is === 'new') told.people.push({ contact: null, name, known: name, voices: [voice] });
    else if (role?.is === 'contact') {
      const there = told.people.find(({ contact }) => contact === role.id);
      if (there) there.voices.push(voice);
      else told.people.push({ contact: role.id, name, known: role.name, voices: [voice] });
    }
  }
  return told;
}

/** What would be counted, in the order of the people and without times. Days that lie ahead stay out. */
export function fileOf(chat: Chat, hash: string, { me, people }: Told, today: Day): ChatFile {
  return {
    hash,
    isGroup: people.some(({ voices }) => isGroupChat(chat, { me, theirs: voices })),
    people: people.map(({ contact, name, voices }) => ({
      ...{ contact, name, timed: [] },
      days: chatDays(chat, { me, theirs: voices }).filter(({ day }) => day <= today),
    })),
  };
}

/** One person of the chat and what would be new of them. */
export interface ChatPlan {
  teller: Teller;
  /** All days of the file. */
  days: ChatDay[];
  fresh: ChatDay[];
  never: boolean;
}

export function plansOf({ people }: Told, file: ChatFile, { people: stands }: Answer<'chat.compare'>): ChatPlan[] {
  return people.map((teller, i) => {
    const { days } = file.people[i]!;
    const counted = new Set(stands[i]?.counted);
    return { teller, days, fresh: days.filter(({ day }) => !counted.has(day)), never: stands[i]?.never ?? false };
  });
}

/** What is handed over: those of whom something is new, with the times of their latest messages. Null when nothing is. */
export function takenOf(chat: Chat, file: ChatFile, me: readonly number[], plans: readonly ChatPlan[], zone: string): ChatFile | null {
  const people = plans.flatMap(({ teller, days, fresh, never }) => {
    if (never || fresh.length === 0) return [];
    const wanted = new Set(fresh.map(({ day }) => day));
    const timed = chatTimes(chat, { me, theirs: teller.voices }, { days: wanted, most: TIMED, zone });
    return [{ contact: teller.contact, name: teller.name, days, timed }];
  });
  return people.length === 0 ? null : { ...file, people };
}

/** How many messages these are. */
export const messagesOf = (days: readonly ChatDay[]): number => days.reduce((sum, one) => sum + one.in + one.out, 0);
