// Words about the template language: its fields, and what is wrong where.
import { spellingOf, type Field } from '../../lib/domain/template/fields';
import type { Language } from '../../lib/domain/template/moment';
import type { TemplateError } from '../../lib/domain/template/parse';
import type { ErrorKind } from '../../lib/domain/template/tag';
import { t, type WordKey } from '../../lib/words/words';
import { fieldLabel } from '../replies/field-words';

/** What is offered beside the text, in the spelling of the template's language; every spelling is understood in both. */
export function fieldsToInsert(language: Language): { text: string; about: string }[] {
  const zh = language === 'zh';
  return [
    { text: zh ? '{{称呼|您好}}' : '{{first_name|there}}', about: t('help_first_name') },
    { text: zh ? '{{?车型}}' : '{{?model}}', about: t('help_ask') },
    { text: zh ? '{{日期+3天}}' : '{{date+3d}}', about: t('help_date') },
    { text: zh ? '{{光标}}' : '{{cursor}}', about: t('work_field_cursor') },
  ];
}

/** Every word there is, each as an example. */
export function wordsToInsert(language: Language): { text: string; about: string }[] {
  const zh = language === 'zh';
  const field = (name: Field) => ({ text: `{{${spellingOf(name, language)}}}`, about: fieldLabel(name) });
  const [first, ask, date, cursor] = fieldsToInsert(language);
  return [
    first!,
    field('name'),
    field('company'),
    field('last_promise'),
    field('next_date'),
    field('occasion'),
    field('greeting'),
    field('date'),
    date!,
    { text: zh ? '{{日期+2周}}' : '{{date+2w}}', about: t('help_date_weeks') },
    { text: zh ? '{{星期+1天}}' : '{{weekday+1d}}', about: t('help_weekday') },
    ask!,
    { text: zh ? '{{?车型|SUV}}' : '{{?model|SUV}}', about: t('help_ask_default') },
    { text: zh ? '{{选择:上午|下午|晚上}}' : '{{choice:morning|afternoon|evening}}', about: t('help_choice') },
    { text: zh ? '{{选择 时间:上午|下午}}' : '{{choice time:morning|afternoon}}', about: t('help_choice_named') },
    {
      text: zh ? '{{#如果 层级=深|铁}}老朋友{{否则}}新朋友{{/如果}}' : '{{#if tier=deep|iron}}old friend{{else}}new friend{{/if}}',
      about: t('help_if'),
    },
    { text: zh ? '{{#如果 标签!=老客户}}第一次来{{/如果}}' : '{{#if tag!=VIP}}first visit{{/if}}', about: t('help_if_not') },
    { text: zh ? '{{#如果 公司}}贵公司{{/如果}}' : '{{#if company}}your company{{/if}}', about: t('help_if_known') },
    cursor!,
    { text: zh ? '\\{{称呼}}' : '\\{{name}}', about: t('help_literal') },
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
