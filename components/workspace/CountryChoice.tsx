// Where phone numbers that are written without a country's code belong.
import { callingCodes, countryOfLanguage } from '../../lib/formats/phone';
import { languageTag, t } from '../../lib/words/words';
import { countryInWords } from './phone-words';

/** `country` null follows the browser's language, whose tag is given, too. */
export function CountryChoice({
  country,
  language,
  onChoose,
}: {
  country: string | null;
  language: string;
  onChoose: (country: string | null) => void;
}) {
  const likely = countryOfLanguage(language);
  const named = callingCodes().map((one) => ({ ...one, name: countryInWords(one.country) }));
  const sorted = named.sort((a, b) => a.name.localeCompare(b.name, languageTag()));
  return (
    <label class="ws-morning">
      <span>{t('phone_country')}</span>
      <select class="field" value={country ?? ''} onChange={({ currentTarget }) => onChoose(currentTarget.value || null)}>
        <option value="">{likely ? t('phone_country_auto', countryInWords(likely)) : t('phone_country_none')}</option>
        {sorted.map((one) => (
          <option key={one.country} value={one.country}>
            {one.name} +{one.code}
          </option>
        ))}
      </select>
      <span class="soft small">{t('phone_country_about')}</span>
    </label>
  );
}
