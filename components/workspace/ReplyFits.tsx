// Whom and when a reply fits: customer types, tiers, stages, occasions. What is not chosen says nothing.
import { CUSTOMER_TYPES, TIERS } from '../../lib/domain/kinds';
import { OCCASIONS, type Fits } from '../../lib/domain/reply-records';
import { t, type WordKey } from '../../lib/words/words';
import { Several } from './Several';
import { stageName } from './stage-name';
import { TYPE_NAMES } from './type-names';

const OCCASION_NAMES: Record<Fits['occasions'][number], WordKey> = {
  birthday: 'dates_birthday',
  anniversary: 'dates_anniversary',
  'child-birth': 'dates_child_birth',
  'child-exam': 'dates_child_exam',
  expiry: 'dates_expiry',
  custom: 'dates_custom',
  owed: 'fits_owed',
  promise: 'fits_promise',
  'after-use': 'fits_after_use',
  cooling: 'fits_cooling',
  festival: 'fits_festival',
};

const named = <T extends string>(values: readonly T[], label: (value: T) => string) =>
  values.map((value) => ({ value, label: label(value) }));

export function ReplyFits({
  fits,
  stages,
  onFits,
}: {
  fits: Fits;
  stages: readonly { id: string; name: string }[];
  onFits: (fits: Fits) => void;
}) {
  return (
    <>
      <p class="ws-about">{t('fits_about')}</p>
      <Several
        label={t('fits_types')}
        values={fits.types}
        options={named(CUSTOMER_TYPES, (type) => t(TYPE_NAMES[type]))}
        onChoose={(types) => onFits({ ...fits, types })}
      />
      <Several
        label={t('fits_tiers')}
        values={fits.tiers}
        options={named(TIERS, (tier) => t(`tier_${tier}`))}
        onChoose={(tiers) => onFits({ ...fits, tiers })}
      />
      {stages.length > 0 && (
        <Several
          label={t('fits_stages')}
          values={fits.stages}
          options={stages.map((stage) => ({ value: stage.id, label: stageName(stage) }))}
          onChoose={(chosen) => onFits({ ...fits, stages: chosen })}
        />
      )}
      <Several
        label={t('fits_occasions')}
        values={fits.occasions}
        options={named(OCCASIONS, (occasion) => t(OCCASION_NAMES[occasion]))}
        onChoose={(occasions) => onFits({ ...fits, occasions })}
      />
    </>
  );
}
