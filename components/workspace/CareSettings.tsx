// How the book is cared for: which way it goes, how often to be in touch, and when not to be reminded.
import type { Care } from '../../lib/domain/care';
import type { CareChange } from '../../lib/domain/care-change';
import { languageTag, t } from '../../lib/words/words';
import { Cadences } from './Cadences';
import { Choice } from './Choice';
import { Field, KeptField } from './Field';
import { LeadSettings } from './LeadSettings';
import { Stages } from './Stages';
import { numberWrong } from './whole-number';

/** Monday to Sunday, as 1 to 7; 1 January 2024 was a Monday. */
const weekdays = (): string[] =>
  Array.from({ length: 7 }, (_, day) =>
    new Intl.DateTimeFormat(languageTag(), { weekday: 'short', timeZone: 'UTC' }).format(new Date(Date.UTC(2024, 0, 1 + day))),
  );
/** Months. */
const ROLL_UP = [24, 36, 60, 120];
const HOURS = Array.from({ length: 24 }, (_, hour) => hour);
const inHours = (hour: number): string => `${String(hour).padStart(2, '0')}:00`;

interface CareProps {
  care: Care;
  inStage: Readonly<Record<string, number>>;
  left: Readonly<Record<string, readonly { id: string; name: string }[]>>;
  /** Tags in use that begin like this. */
  known: (beginning: string) => Promise<string[]>;
  /** Says whether it was taken; `words` tell what was done. */
  onSet: (change: CareChange, words?: string) => Promise<boolean>;
}

export function CareSettings({ care, inStage, left, known, onSet }: CareProps) {
  const number = (name: 'halfLife' | 'budget' | 'afterUse', least: number, most: number, label: string, about: string) => (
    <KeptField
      label={label}
      about={about}
      isNumber
      maxLength={4}
      stored={String(care[name])}
      check={(text) => numberWrong(text, least, most)}
      onKeep={(text) => onSet({ [name]: Number(text) })}
    />
  );
  const hour = (end: 'from' | 'to', label: string) => (
    <Field label={label}>
      <select
        class="field"
        value={care.quietHours[end]}
        onChange={({ currentTarget }) => void onSet({ quietHours: { [end]: Number(currentTarget.value) } })}
      >
        {HOURS.map((one) => (
          <option key={one} value={one}>
            {inHours(one)}
          </option>
        ))}
      </select>
    </Field>
  );
  return (
    <>
      <Choice
        label={t('care_path')}
        value={care.path}
        options={[
          { value: 'nurture', label: t('care_path_nurture') },
          { value: 'convert', label: t('care_path_convert') },
        ]}
        about={t(care.path === 'nurture' ? 'care_path_nurture_about' : 'care_path_convert_about')}
        onChoose={(path) => void onSet({ path })}
      />
      <fieldset class="ws-choice">
        <legend>{t('care_rest')}</legend>
        <div class="ws-options">
          {weekdays().map((name, index) => {
            const day = index + 1;
            const rests = care.restDays.includes(day);
            return (
              <label key={day}>
                <input
                  type="checkbox"
                  checked={rests}
                  // One day of work is left.
                  disabled={!rests && care.restDays.length === 6}
                  onChange={({ currentTarget }) => void onSet({ restDays: { [day]: currentTarget.checked } })}
                />
                <span>{name}</span>
              </label>
            );
          })}
        </div>
        <p class="ws-about">{t('care_rest_about')}</p>
      </fieldset>
      <div class="ws-care thirds">
        {number('budget', 1, 100, t('care_budget'), t('care_budget_about'))}
        {number('afterUse', 1, 1000, t('care_after_use'), t('care_after_use_about'))}
        {number('halfLife', 3, 365, t('care_half_life'), t('care_half_life_about'))}
      </div>
      <div class="ws-group">
        <Field label={t('care_roll_up')}>
          <select
            class="field"
            value={care.rollUp ?? ''}
            onChange={({ currentTarget: { value } }) => void onSet({ rollUp: value === '' ? null : Number(value) })}
          >
            {ROLL_UP.map((months) => (
              <option key={months} value={months}>
                {t('care_roll_up_years', months / 12)}
              </option>
            ))}
            <option value="">{t('care_roll_up_never')}</option>
          </select>
        </Field>
        <p class="ws-about">{t('care_roll_up_about')}</p>
      </div>
      <fieldset class="ws-group">
        <legend>{t('care_quiet')}</legend>
        <div class="ws-care">
          {hour('from', t('care_quiet_from'))}
          {hour('to', t('care_quiet_to'))}
        </div>
        <p class="ws-about">{t('care_quiet_about')}</p>
      </fieldset>
      <Cadences cadences={care.cadences} known={known} onSet={onSet} />
      <Stages stages={care.stages} inStage={inStage} left={left} onSet={onSet} />
      <LeadSettings care={care} onSet={onSet} />
    </>
  );
}
