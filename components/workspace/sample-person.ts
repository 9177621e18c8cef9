// An invented person for trying a reply on.
import type { Values } from '../../lib/domain/template/values';
import { addDays, type Day } from '../../lib/domain/day';
import { languageTag, t } from '../../lib/words/words';

/** Everything is known of them, so that every field has something to show. */
export function samplePerson(today: Day, hour: number, locale: string): Values {
  return {
    name: t('work_sample_name'),
    company: t('work_sample_company'),
    promise: t('work_sample_promise'),
    date: { on: addDays(today, 9), kind: 'birthday', label: '' },
    type: 'customer',
    tier: 'deep',
    stage: [],
    tags: [],
    own: [],
    today,
    hour,
    language: languageTag() === 'zh-CN' ? 'zh' : 'en',
    locale,
  };
}
