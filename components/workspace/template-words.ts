// Words about the template language: its fields, and what is wrong where.
import { spellingOfOwn } from '../../lib/domain/own-names';
import { spellingOf, spellingsOf, type Field } from '../../lib/domain/template/fields';
import type { Language } from '../../lib/domain/template/moment';
import type { TemplateError } from '../../lib/domain/template/parse';
import type { ErrorKind } from '../../lib/domain/template/tag';
import { t, type WordKey } from '../../lib/words/words';
import type { ShownField } from '../own-words';
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

/** The rep's own fields, as they are written. */
export const ownToInsert = (fields: readonly ShownField[], language: Language): { text: string; about: string }[] =>
  fields.map(({ name }) => ({ text: spellingOfOwn(name, language), about: t('help_own', name) }));

/** The other spellings of a field. */
const alsoOf = (field: Field, language: Language): string[] => spellingsOf(field).filter((word) => word !== spellingOf(field, language));

/** Every word there is, each as an example. */
export function wordsToInsert(language: Language): { text: string; about: string; also?: string[] }[] {
  const zh = language === 'zh';
  const field = (name: Field) => ({ text: `{{${spellingOf(name, language)}}}`, about: fieldLabel(name), also: alsoOf(name, language) });
  const when = (en: string, chinese: string, about: WordKey) => ({ text: zh ? chinese : en, about: t(about) });
  const [first, ask, date, cursor] = fieldsToInsert(language);
  return [
    { ...first!, also: alsoOf('first_name', language) },
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
    when('{{#if tier=deep|iron}}old friend{{else}}new friend{{/if}}', '{{#如果 层级=深|铁}}老朋友{{否则}}新朋友{{/如果}}', 'help_if'),
    when('{{#if type=loyal}}thank you{{/if}}', '{{#如果 类型=忠客}}谢谢您一直支持{{/如果}}', 'help_if_type'),
    when('{{#if stage=quoted}}about the offer{{/if}}', '{{#如果 阶段=已报价}}关于报价{{/如果}}', 'help_if_stage'),
    when('{{#if tag!=VIP}}first visit{{/if}}', '{{#如果 标签!=老客户}}第一次来{{/如果}}', 'help_if_not'),
    when('{{#if language=en}}Regards{{/if}}', '{{#如果 语言=中文}}祝好{{/如果}}', 'help_if_language'),
    when('{{#if company}}your company{{/if}}', '{{#如果 公司}}贵公司{{/如果}}', 'help_if_known'),
    when('{{#if !company}}may I ask where you work{{/if}}', '{{#如果 !公司}}方便问下您在哪家公司吗{{/如果}}', 'help_if_unknown'),
    when('{{field:car|car}}', '{{字段:车型|爱车}}', 'help_own_any'),
    when('{{#if field:car=SUV|van}}family car{{/if}}', '{{#如果 字段:车型=SUV|MPV}}家用车{{/如果}}', 'help_if_own'),
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
