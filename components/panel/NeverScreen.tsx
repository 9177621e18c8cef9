import { t } from '../../lib/words/words';
import { Button } from '../Button';

/** A conversation on the never list: nothing of it is shown, not even the name, because nothing is kept. */
export function NeverScreen({ onAllow }: { onAllow: () => void }) {
  return (
    <section class="panel-part panel-teach">
      <p>{t('panel_on_never_list')}</p>
      <Button onClick={onAllow}>{t('panel_allow')}</Button>
    </section>
  );
}
