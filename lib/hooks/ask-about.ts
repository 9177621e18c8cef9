// Binds what a panel asks for to the conversation it shows, so that an act can never land on another person.
import { ask } from '../messages/ask';
import type { Answer, MessageName, Request, Subject } from '../messages/protocol';

/** Messages of a panel that are about nobody. */
const GENERAL: ReadonlySet<MessageName> = new Set(['tags.known', 'undo.run', 'settings.set']);

/** `ask`, with the subject filled in. Make a new one when the conversation changes; old ones keep speaking of the old one. */
export function askAbout(subject: Subject): <N extends MessageName>(name: N, intention: Omit<Request<N>, 'subject'>) => Promise<Answer<N>> {
  return (name, intention) => ask(name, (GENERAL.has(name) ? intention : { ...intention, subject }) as Request<typeof name>);
}
