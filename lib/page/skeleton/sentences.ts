// Labels that are sentences made by the site, with the name of somebody in them: what the site wrote stays, in the languages that the
// site files understand; names get stand-ins and what was said becomes dots.
import { CHAT, SENDER } from '../../sites/words';
import { dots } from './dots';

const SAID = new RegExp(SENDER.source, `${SENDER.flags}d`);
/** What stands before the title in the label of a chat. The pattern of the sites allows any ending; here each is named. */
const BEFORE = /^(?:(?:messages in )?conversa(?:tion|ción|s)? (?:titled|intitulada|con el título|with|con|com) |[與与])$/i;
/** Longer ones are no names. */
const LONGEST = 60;

/** How the parts of a sentence are written. */
export interface Parts {
  name: (name: string) => string;
  /** What stands around names: dates, clocks, other words. */
  around: (text: string) => string;
  /** Whether this word means the user. */
  isYou: (word: string) => boolean;
}

/** The sentence with its names and words replaced; null for what is no such label. */
export function sentence(text: string, { name, around, isYou }: Parts): string | null {
  const chat = CHAT.exec(text);
  if (chat) {
    const title = (chat[2] ?? chat[4])!;
    const at = chat[2] === undefined ? chat[3]!.length : text.length - title.length;
    const before = text.slice(0, at);
    return BEFORE.test(before) && title.length <= LONGEST ? before + name(title) + text.slice(at + title.length) : null;
  }
  const said = SAID.exec(text);
  const [, head = '', sender = '', words] = said ?? [];
  const [from, to] = said?.indices?.[2] ?? [];
  if (from === undefined || to === undefined) return null;
  const [first = '', ...more] = sender.split(' ');
  const who = isYou(first) ? [first, ...(more.length > 0 ? [dots(more.join(' '))] : [])].join(' ') : null;
  return [
    head.startsWith('At ') ? `At ${around(head.slice(3))}` : around(head),
    text.slice(head.length, from),
    who ?? (sender.length > LONGEST ? dots(sender) : name(sender)),
    words ? text.slice(to, -words.length) + dots(words) : text.slice(to),
  ].join('');
}
