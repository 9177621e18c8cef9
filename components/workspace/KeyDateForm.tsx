// The form of a key date, by the solar or the lunar calendar.
import { useState } from 'preact/hooks';
import { howOften, lunarName } from '../../lib/domain/dates/occasion';
import { newId } from '../../lib/domain/id';
import { DATE_KINDS, type DateKind } from '../../lib/domain/kinds';
import { languageTag, t, type WordKey } from '../../lib/words/words';
import { Field } from './Field';
import { draftOfDate, keyDateIn, type KeyDateGiven } from './key-date-draft';
import { LifeForm } from './LifeList';
import { useDraft } from './use-draft';

const KINDS: Record<DateKind, WordKey> = {
  birthday: 'dates_birthday',
  anniversary: 'dates_anniversary',
  'child-birth': 'dates_child_birth',
  'child-exam': 'dates_child_exam',
  expiry: 'dates_expiry',
  custom: 'dates_custom',
};
const EVERY = [12, 6, 3, 1, 24, 60];

/** Names of months; the lunar ones as Chinese calendars print them, with their number in other languages. */
function monthName(calendar: string, month: number): string {
  if (calendar === 'solar')
    return new Intl.DateTimeFormat(languageTag(), { month: 'long', timeZone: 'UTC' }).format(new Date(Date.UTC(2000, month - 1, 1)));
  const name = lunarName({ month, leapMonth: false, day: 1 }).slice(0, -2);
  return languageTag() === 'zh-CN' ? name : `${month} (${name})`;
}

function dayName(calendar: string, day: number): string {
  if (calendar === 'solar') return String(day);
  const name = lunarName({ month: 1, leapMonth: false, day }).slice(-2);
  return languageTag() === 'zh-CN' ? name : `${day} (${name})`;
}

const upTo = (n: number): number[] => Array.from({ length: n }, (_, index) => index + 1);

export function KeyDateForm({
  date,
  onSave,
  onCancel,
}: {
  date: KeyDateGiven | null;
  onSave: (date: KeyDateGiven) => void;
  onCancel: () => void;
}) {
  // One id for as long as the form is open: saving twice makes one date.
  const [id] = useState(() => date?.id ?? newId(Date.now()));
  const { draft, set, bind } = useDraft(draftOfDate(date));
  const [wrong, setWrong] = useState<WordKey | null>(null);
  const save = () => {
    const read = keyDateIn(draft, id);
    if ('wrong' in read) return setWrong(read.wrong);
    setWrong(null);
    onSave(read.date);
  };
  const often = [...new Set([...EVERY, ...(date?.everyMonths ? [date.everyMonths] : [])])];
  const inWords = (everyMonths: number | null) => {
    const { word, args } = howOften({ everyMonths });
    return t(word as WordKey, ...args);
  };
  return (
    <LifeForm label={t(date ? 'life_date' : 'life_date_add')} wrong={wrong && t(wrong)} onSave={save} onCancel={onCancel}>
      <Field label={t('life_date_kind')}>
        <select class="field" {...bind('kind')}>
          {DATE_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {t(KINDS[kind])}
            </option>
          ))}
        </select>
      </Field>
      <Field label={t('life_date_calendar')}>
        <select class="field" {...bind('calendar')}>
          <option value="solar">{t('life_date_solar')}</option>
          <option value="lunar">{t('life_date_lunar')}</option>
        </select>
      </Field>
      <Field label={t('life_date_label')} wide>
        <input class="field private" maxLength={120} autocomplete="off" {...bind('label')} />
      </Field>
      <Field label={t('life_date_month')}>
        <select class="field" {...bind('month')}>
          <option value="" />
          {upTo(12).map((month) => (
            <option key={month} value={month}>
              {monthName(draft.calendar, month)}
            </option>
          ))}
        </select>
      </Field>
      <Field label={t('life_date_day')}>
        <select class="field" {...bind('day')}>
          <option value="" />
          {upTo(draft.calendar === 'lunar' ? 30 : 31).map((day) => (
            <option key={day} value={day}>
              {dayName(draft.calendar, day)}
            </option>
          ))}
        </select>
      </Field>
      {draft.calendar === 'lunar' && (
        <label class="ws-check wide">
          <input
            type="checkbox"
            checked={draft.leap === 'yes'}
            onChange={({ currentTarget }) => set({ leap: currentTarget.checked ? 'yes' : '' })}
          />
          <span>{t('life_date_leap')}</span>
        </label>
      )}
      <Field label={t('life_date_year')}>
        <input class="field" inputMode="numeric" maxLength={4} autocomplete="off" {...bind('year')} />
      </Field>
      <Field label={t('life_date_repeat')}>
        <select class="field" {...bind('every')}>
          <option value="">{inWords(null)}</option>
          {often.map((months) => (
            <option key={months} value={months}>
              {inWords(months)}
            </option>
          ))}
        </select>
      </Field>
      <Field label={t('life_date_leads')} wide>
        <input class="field" maxLength={40} autocomplete="off" {...bind('leads')} />
      </Field>
      <label class="ws-check wide">
        <input
          type="checkbox"
          checked={draft.inferred === 'yes'}
          onChange={({ currentTarget }) => set({ inferred: currentTarget.checked ? 'yes' : '' })}
        />
        <span>{t('life_date_unsure')}</span>
      </label>
    </LifeForm>
  );
}
