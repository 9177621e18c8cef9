import { t } from '../../lib/words/words';
import { Button } from '../Button';

/** A conversation on the never list: nothing else of it is shown, because nothing is kept. */
export function NeverScreen({ name, onAllow }: { name: string; onAllow: () => void }) {
  return (
    <section class="panel-part panel-teach">
      <h2 class="private">{name}</h2>
      <p>{t('panel_on_never_list')}</p>
      <Button onClick={onAllow}>{t('panel_allow')}</Button>
    </section>
  );
}
