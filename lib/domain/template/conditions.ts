// What stands behind {{#if …}}: `tier=deep|iron`, `tag!=VIP`, `field:car=SUV`, or a field alone, which asks whether it is known.
import { CUSTOMER_TYPES, TIERS } from '../kinds';
import { FIRST_STAGE_WORDS } from '../stage-words';
import { fieldOf, plainWord } from './fields';
import type { Named } from './value-of';

export type Topic = 'type' | 'tier' | 'stage' | 'tag' | 'language';

/** `values` in their plain form (see plainWord); of several one has to be so, or with `not` none may be. */
export type Condition =
  | { about: Topic; not: boolean; values: readonly string[] }
  | { own: string; not: boolean; values: readonly string[] }
  | { named: Named; not: boolean };

const TOPICS: ReadonlyMap<string, Topic> = new Map<string, Topic>([
  ...['type', '类型', '客户类型'].map((word): [string, Topic] => [word, 'type']),
  ...['tier', '层级', '深浅'].map((word): [string, Topic] => [word, 'tier']),
  ...['stage', '阶段'].map((word): [string, Topic] => [word, 'stage']),
  ...['tag', '标签'].map((word): [string, Topic] => [word, 'tag']),
  ...['language', '语言'].map((word): [string, Topic] => [word, 'language']),
]);

const named = (ids: readonly string[], names: readonly string[]): [string, string][] => ids.map((id, i) => [names[i]!, id]);

/** Values of closed lists, by every word for them. */
const VALUES: Record<'type' | 'tier' | 'language', ReadonlyMap<string, string>> = {
  type: new Map([
    ...named(CUSTOMER_TYPES, CUSTOMER_TYPES),
    ...named(CUSTOMER_TYPES, ['过客', '访客', '潜客', '试客', '现客', '忠客', '大客', '友客', '转客']),
  ]),
  tier: new Map([...named(TIERS, TIERS), ...named(TIERS, ['浅', '粘', '深', '铁'])]),
  language: new Map([
    ...named(['en', 'zh'], ['en', 'zh']),
    ...named(['en', 'zh'], ['english', 'chinese']),
    ...named(['en', 'zh'], ['英文', '中文']),
  ]),
};

/** Every word that a condition can ask about, and every value of the closed lists. */
export const TOPIC_WORDS: readonly string[] = [...TOPICS.keys()];
export const VALUE_WORDS = { type: [...VALUES.type.keys()], tier: [...VALUES.tier.keys()], language: [...VALUES.language.keys()] } as const;

/** Reads a condition; null when it is none. */
export function readCondition(text: string): Condition | null {
  const match = /^([^=＝!！]*)([!！]?)[=＝](.*)$/su.exec(text);
  if (!match) return readKnown(text);
  const about = TOPICS.get(plainWord(match[1]!));
  const own = about ? null : ownField(match[1]!);
  const words = match[3]!.split(/[|｜]/).map(plainWord);
  if ((!about && own === null) || words.some((word) => word === '')) return null;
  const not = match[2] !== '';
  if (own !== null) return { own, not, values: words };
  if (!about) return null;
  if (about === 'tag') return { about, not, values: words };
  if (about === 'stage') return { about, not, values: words.map((word) => FIRST_STAGE_WORDS.get(word) ?? word) };
  const values = words.map((word) => VALUES[about].get(word.replaceAll('_', '-')));
  return values.every((value) => value !== undefined) ? { about, not, values } : null;
}

function readKnown(text: string): Condition | null {
  const not = /^\s*[!！]/.test(text);
  const word = text.replace(/^\s*[!！]/, '');
  const own = ownField(word);
  if (own !== null) return { named: { kind: 'own', name: own }, not };
  const field = fieldOf(word);
  return field === null ? null : { named: { kind: 'value', field, offset: null }, not };
}

/** The name behind `field:`, for what the rep keeps of a contact under names of their own; null when it is none. */
export function ownField(word: string): string | null {
  const name = /^\s*(?:field|字段)\s*[:：](.*)$/isu.exec(word)?.[1]?.trim();
  return name === undefined || name === '' ? null : name;
}
