// The way in which a lead is nurtured, to choose from.
import { NURTURES, type Nurture } from '../../lib/domain/kinds';
import { t, type WordKey } from '../../lib/words/words';

export const NURTURE_NAMES: Record<Nurture, WordKey> = {
  article: 'lead_nurture_article',
  invitation: 'lead_nurture_invitation',
  message: 'lead_nurture_message',
  visit: 'lead_nurture_visit',
  case: 'lead_nurture_case',
};

/** `onChoose` says whether it was taken; the rest belongs to the select. */
export function NurtureChoice({
  nurture,
  onChoose,
  ...select
}: {
  nurture: Nurture | null;
  onChoose: (nurture: Nurture | null) => Promise<boolean>;
  id?: string;
}) {
  return (
    <select
      {...select}
      class="field"
      value={nurture ?? ''}
      onChange={({ currentTarget }) =>
        void onChoose(NURTURES.find((one) => one === currentTarget.value) ?? null).then(
          (taken) => taken || (currentTarget.value = nurture ?? ''),
        )
      }
    >
      <option value="">{t('lead_nurture_none')}</option>
      {NURTURES.map((one) => (
        <option key={one} value={one}>
          {t(NURTURE_NAMES[one])}
        </option>
      ))}
    </select>
  );
}
