// What one chooses from in a field of the rep's own; first of all, that it is not known.
import { t } from '../lib/words/words';

export function OwnOptions({ options }: { options: readonly { id: string; name: string }[] }) {
  return (
    <>
      <option value="">{t('fields_unknown')}</option>
      {options.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </>
  );
}
