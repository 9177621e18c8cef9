// Words about the template language: its fields, and what is wrong where.
import type { TemplateError } from '../../lib/domain/template';
import { languageTag, t } from '../../lib/words/words';

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

export function problemInWords(error: TemplateError): string {
  if (error.code === 'unclosed') return t('work_wrong_unclosed');
  if (error.code === 'two-cursors') return t('work_wrong_cursors');
  if (error.code === 'empty') return t('work_wrong_empty');
  return t('work_wrong_unknown', error.word);
}
