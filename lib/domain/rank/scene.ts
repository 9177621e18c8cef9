// Who is written to, and what the day brings: what decides besides the message.
import type { Line } from '../agenda/line';
import type { CustomerType, Tier } from '../kinds';
import type { Fits } from '../reply-records';
import type { Said } from '../said';
import type { CompactDate } from '../tie/standing';

export type Occasion = Fits['occasions'][number];

/** Everything known of the contact is optional: null and empty say "unknown", which neither helps nor harms a reply. */
export interface ReplyScene {
  type: CustomerType | null;
  /** Null is a contact that was not added yet; such a one is never sold to either. */
  tier: Tier | null;
  /** Lead stage, an id of the settings' `stages`. */
  stage: string | null;
  /** What today brings for this contact, each with its reason ("birthday in 3 days"). */
  occasions: readonly { kind: Occasion; why: Said }[];
  /** The language to write in: that of their message, see languageOf, else the usual one with this contact. */
  language: 'en' | 'zh' | null;
  /** Ids of the replies that were sent to this contact before. */
  sent: readonly string[];
}

const HAN = /\p{Script=Han}/gu;
const LETTER = /\p{L}/gu;

/** The language of a message, as far as replies know languages: Chinese where a third of it is; null without letters. */
export function languageOf(message: string): ReplyScene['language'] {
  const start = message.slice(0, 600);
  const han = start.match(HAN)?.length ?? 0;
  const letters = start.match(LETTER)?.length ?? 0;
  if (letters === 0) return null;
  // A Latin word has about five letters, a Chinese one two characters.
  return han / 2 >= (letters - han) / 10 ? 'zh' : 'en';
}

/** The occasions of a line of Today; `keyDates` are those of the contact's standing. */
export function occasionsOf(
  line: Pick<Line, 'kind' | 'ref' | 'why' | 'also'> | null,
  keyDates: readonly CompactDate[],
): ReplyScene['occasions'] {
  if (line === null) return [];
  return [line, ...line.also].flatMap(({ kind, ref, why }): { kind: Occasion; why: Said }[] => {
    if (kind === 'date') return keyDates.filter(({ id }) => id === ref).map((date) => ({ kind: date.kind, why }));
    if (kind === 'follow-up') return [{ kind: 'promise', why }];
    if (kind === 'touch') return [{ kind: 'cooling', why }];
    return kind === 'stage' ? [] : [{ kind, why }];
  });
}
