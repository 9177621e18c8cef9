// Names of lead stages: the rep's own, and for the first stages the words of both languages, so that one means the same everywhere.
import type { Stage } from './care';
import { isClosedStage } from './lead/closed';
import { plainWord } from './template/fields';

/** In their plain form, see template/fields.ts. An id of a first stage is a word for it, too. */
export const FIRST_STAGE_WORDS: ReadonlyMap<string, string> = new Map([
  ['new_lead', 'lead'],
  ['新线索', 'lead'],
  ['线索', 'lead'],
  ['已联系', 'contacted'],
  ['已拜访', 'visited'],
  ['trying_it', 'tried'],
  ['试用中', 'tried'],
  ['已报价', 'quoted'],
  ['已成交', 'won'],
  ['成交', 'won'],
  ['已流失', 'lost'],
]);

/** The id of the stage in use that is called so, won and lost among them; null when there is none. */
export function stageCalled(name: string, stages: readonly Stage[]): string | null {
  const word = plainWord(name);
  const id = FIRST_STAGE_WORDS.get(word) ?? word;
  const open = stages.filter(({ removed }) => !removed);
  const found = open.find((stage) => plainWord(stage.name) === word) ?? open.find((stage) => stage.id === id);
  return found?.id ?? (isClosedStage(id) ? id : null);
}
