// Words about the template language: its fields, and what is wrong where.
import type { TemplateError } from '../../lib/domain/template/parse';
import type { ErrorKind } from '../../lib/domain/template/tag';
import { languageTag, t, type WordKey } from '../../lib/words/words';

/** The fields offered for insertion, in the spelling of the language in use; every spelling is understood in both. */
export function fieldsToInsert(): { text: string; about: string }[] {
  const zh = languageTag() === 'zh-CN';
  return [
    { text: zh ? '{{称呼}}' : '{{name}}', about: t('work_field_name') },
    { text: zh ? '{{称呼|您好}}' : '{{name|there}}', about: t('work_field_fallback') },
    { text: zh ? '{{光标}}' : '{{cursor}}', about: t('work_field_cursor') },
  ];
}

/** Line and character of an offset, both from 1; a character is what a person counts as one. */
export function placeOf(body: string, offset: number): [line: number, character: number] {
  const before = body.slice(0, offset).split('\n');
  const line = before[before.length - 1] ?? '';
  return [before.length, [...new Intl.Segmenter().segment(line)].length + 1];
}

const PROBLEMS: Record<ErrorKind, WordKey> = {
  unknown: 'work_wrong_unknown',
  unclosed: 'work_wrong_unclosed',
  empty: 'work_wrong_empty',
  'two-cursors': 'work_wrong_cursors',
  nameless: 'work_wrong_nameless',
  choices: 'work_wrong_choices',
  long: 'work_wrong_long',
  condition: 'work_wrong_condition',
  'endless-if': 'work_wrong_endless_if',
  'two-elses': 'work_wrong_two_elses',
  'stray-else': 'work_wrong_stray_else',
  'stray-end': 'work_wrong_stray_end',
};

/** What is wrong, and how to put it right. */
export const problemInWords = ({ code, word }: TemplateError): string => t(PROBLEMS[code], word);
