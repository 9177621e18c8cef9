// What the panel can ask for. Components only say it; the screen adds about whom (`subject`) and asks the background.
import type { Answer, MessageName, Request } from '../../lib/messages/protocol';

type About = Extract<
  MessageName,
  | `person.${string}`
  | 'tags.set'
  | `tie.${string}`
  | 'field.values'
  | 'field.say'
  | 'life.get'
  | 'life.save'
  | 'note.add'
  | 'note.edit'
  | 'note.pin'
  | 'note.hide'
  | 'draft.keep'
  | `followup.${string}`
  | 'reply.offer'
  | 'reply.insert'
  | 'reply.written'
  | 'reply.dismiss'
  | 'example.keep'
>;
type General = 'reply.keep' | 'tags.known' | 'undo.run' | 'settings.set';

/** An intention about the person on the screen, or a general one. Bound to the conversation that was shown when it was made. */
export type Act = <N extends About | General>(name: N, intention: Omit<Request<N>, 'subject'>) => Promise<Answer<N>>;

/** The same, with what the panel does for everyone: a failure is shown, an undo is offered. Null after a failure. */
export type Try = <N extends About | General>(name: N, intention: Omit<Request<N>, 'subject'>, words?: string) => Promise<Answer<N> | null>;
