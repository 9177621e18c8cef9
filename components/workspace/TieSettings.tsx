// What the rep says of the tie: type over what the records say, bonds, stage, how often to be in touch, quiet time.
import { useId } from 'preact/hooks';
import { isDay, type Day } from '../../lib/domain/day';
import { BONDS, CUSTOMER_TYPES } from '../../lib/domain/kinds';
import type { About } from '../../lib/domain/records';
import type { TieView } from '../../lib/messages/protocol';
import { tell } from '../../lib/words/said';
import { t } from '../../lib/words/words';
import { Field, KeptField } from './Field';
import { NurtureChoice } from './NurtureChoice';
import { stageName } from './stage-name';
import { TYPE_NAMES } from './type-names';
import { numberWrong } from './whole-number';

/** `onSay` says whether it was taken. */
export function TieSettings({ tie, today, onSay }: { tie: TieView; today: Day; onSay: (about: About) => Promise<boolean> }) {
  const { own, stages, type, bonds } = tie;
  const id = useId();
  return (
    <section aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{t('life_own')}</h2>
      <div class="ws-life-form">
        <div class="ws-field wide">
          <label class="label" for={`${id}-type`}>
            {t('life_type')}
          </label>
          <select
            id={`${id}-type`}
            class="field"
            aria-describedby={`${id}-why`}
            value={own.type ?? ''}
            onChange={({ currentTarget }) =>
              void onSay({ type: CUSTOMER_TYPES.find((one) => one === currentTarget.value) ?? null }).then(
                (taken) => taken || (currentTarget.value = own.type ?? ''),
              )
            }
          >
            <option value="">{t('life_type_derived', t(TYPE_NAMES[type.derived]))}</option>
            {CUSTOMER_TYPES.map((one) => (
              <option key={one} value={one}>
                {t(TYPE_NAMES[one])}
              </option>
            ))}
          </select>
          <span id={`${id}-why`} class="small soft private">
            {tell(type.why, today)}
          </span>
        </div>
        <fieldset class="ws-bonds wide" aria-describedby={bonds.missing ? `${id}-missing` : undefined}>
          <legend class="label">{t('life_bonds')}</legend>
          {BONDS.map((bond) => (
            <label key={bond} class="ws-check">
              <input
                type="checkbox"
                checked={bonds.marked.includes(bond)}
                onChange={({ currentTarget }) => {
                  const marked = BONDS.filter((one) => (one === bond ? currentTarget.checked : bonds.marked.includes(one)));
                  void onSay({ bonds: marked }).then((taken) => taken || (currentTarget.checked = bonds.marked.includes(bond)));
                }}
              />
              <span>{t(`tie_bond_${bond}`)}</span>
            </label>
          ))}
          {bonds.missing && (
            <p id={`${id}-missing`} class="small soft">
              {t('tie_bond_missing', tell(bonds.missing.label, today))} · {tell(bonds.missing.why, today)}
            </p>
          )}
        </fieldset>
        <Field label={t('life_stage')} wide>
          <select
            class="field"
            value={own.stage ?? ''}
            onChange={({ currentTarget }) =>
              void onSay({ stage: currentTarget.value || null }).then((taken) => taken || (currentTarget.value = own.stage ?? ''))
            }
          >
            <option value="">{t('life_stage_none')}</option>
            {stages.map((stage) => (
              <option key={stage.id} value={stage.id}>
                {stage.removed ? t('life_stage_removed', stageName(stage)) : stageName(stage)}
              </option>
            ))}
          </select>
        </Field>
        {own.stage === 'lost' && (
          <KeptField
            label={t('lead_lost_reason')}
            wide
            isPrivate
            maxLength={200}
            stored={own.lostReason}
            onKeep={(lostReason) => onSay({ lostReason })}
          />
        )}
        <Field label={t('lead_nurture')} wide>
          <NurtureChoice nurture={own.nurture} onChoose={(nurture) => onSay({ nurture })} />
        </Field>
        <KeptField
          label={t('life_cadence')}
          isNumber
          maxLength={4}
          stored={own.cadence?.toString() ?? ''}
          check={(text) => (text === '' ? null : numberWrong(text, 1, 1000))}
          onKeep={(text) => onSay({ cadence: text === '' ? null : Number(text) })}
        />
        <KeptField
          label={t('life_quiet')}
          type="date"
          stored={own.quietUntil ?? ''}
          check={(text) => (text === '' || isDay(text) ? null : t('life_wrong_day'))}
          onKeep={(text) => onSay({ quietUntil: text === '' ? null : text })}
        />
      </div>
    </section>
  );
}
