// The choice of a way of nurturing in a filter.
import { NURTURES, type Nurture } from '../../lib/domain/kinds';
import { t } from '../../lib/words/words';
import { FilterSelect } from './FilterSelect';
import { NURTURE_NAMES } from './NurtureChoice';

export function NurtureFilter({ value, onChoose }: { value: Nurture | undefined; onChoose: (nurtures: Nurture[]) => void }) {
  return (
    <FilterSelect label={t('lead_nurture')} value={value} onChoose={(chosen) => onChoose(NURTURES.filter((one) => one === chosen))}>
      {NURTURES.map((nurture) => (
        <option key={nurture} value={nurture}>
          {t(NURTURE_NAMES[nurture])}
        </option>
      ))}
    </FilterSelect>
  );
}
