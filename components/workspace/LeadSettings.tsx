// How many leads one rep can hold, and the rep's own exchange rates for sums of several currencies.
import type { Care } from '../../lib/domain/care';
import type { CareChange } from '../../lib/domain/care-change';
import { currencySchema, rateSchema } from '../../lib/domain/rates';
import { t } from '../../lib/words/words';
import { IconButton } from '../Button';
import { AddLine } from './AddLine';
import { Field, KeptField } from './Field';
import { useDraft } from './use-draft';
import { numberWrong } from './whole-number';

type OnSet = (change: CareChange) => Promise<boolean>;

const currencyIn = (text: string): string => text.normalize('NFKC').trim().toUpperCase();
const isCurrency = (text: string): boolean => currencySchema.safeParse(text).success;
const rateIn = (text: string): string => text.normalize('NFKC').trim();
const rateWrong = (text: string): string | null => (rateSchema.safeParse(rateIn(text)).success ? null : t('lead_wrong_rate'));

export function LeadSettings({ care, onSet }: { care: Pick<Care, 'holding' | 'rates'>; onSet: OnSet }) {
  const { into, of } = care.rates;
  return (
    <>
      <div class="ws-holding">
        <KeptField
          label={t('lead_holding')}
          about={t('lead_holding_about')}
          isNumber
          maxLength={5}
          stored={care.holding?.toString() ?? ''}
          check={(text) => (text === '' ? null : numberWrong(text, 1, 10_000))}
          onKeep={(text) => onSet({ holding: text === '' ? null : Number(text) })}
        />
      </div>
      <fieldset class="ws-group">
        <legend>{t('lead_rates')}</legend>
        <p class="ws-about">{t('lead_rates_about')}</p>
        <ul class="ws-tag-days">
          <li>
            <KeptField
              label={t('lead_rates_into')}
              maxLength={3}
              stored={into ?? ''}
              check={(text) => (text === '' || isCurrency(currencyIn(text)) ? null : t('life_wrong_currency'))}
              onKeep={(text) => onSet({ rates: { into: text === '' ? null : currencyIn(text) } })}
            />
          </li>
          {into !== null &&
            Object.entries(of)
              .sort(([a], [b]) => (a < b ? -1 : 1))
              .map(([currency, rate]) => (
                <li key={currency}>
                  <KeptField
                    label={t('lead_rate_of', currency, into)}
                    maxLength={18}
                    stored={rate}
                    check={rateWrong}
                    onKeep={(text) => onSet({ rates: { of: { [currency]: rateIn(text) } } })}
                  />
                  <IconButton
                    icon="close"
                    label={t('lead_rate_remove', currency)}
                    onClick={() => void onSet({ rates: { of: { [currency]: null } } })}
                  />
                </li>
              ))}
        </ul>
        {into !== null && <AddRate into={into} onSet={onSet} />}
      </fieldset>
    </>
  );
}

function AddRate({ into, onSet }: { into: string; onSet: OnSet }) {
  const { draft, set, bind } = useDraft({ currency: '', rate: '' });
  const currency = currencyIn(draft.currency);
  return (
    <AddLine
      check={() => (isCurrency(currency) && currency !== into ? rateWrong(draft.rate) : t('life_wrong_currency'))}
      onAdd={() => onSet({ rates: { of: { [currency]: rateIn(draft.rate) } } })}
      onAdded={() => set({ currency: '', rate: '' })}
    >
      <Field label={t('lead_rate_currency')}>
        <input class="field ws-short" maxLength={3} autocomplete="off" {...bind('currency')} />
      </Field>
      <Field label={t('lead_rate_new', into)}>
        <input class="field" inputMode="decimal" maxLength={18} autocomplete="off" {...bind('rate')} />
      </Field>
    </AddLine>
  );
}
