import { t } from '../../lib/words/words';
import { Button } from '../Button';
import type { Try } from './act';

/** Nothing is recorded until the rep says so; the note box and the rest below are ready to start with. */
export function NotRemembered({ name, group, attempt }: { name: string; group: boolean; attempt: Try }) {
  return (
    <section class="panel-part panel-teach">
      <p>{t(group ? 'panel_group_not_remembered' : 'panel_not_remembered')}</p>
      <Button kind="primary" onClick={() => void attempt('person.remember', {}, t('panel_remembered', name))}>
        {t(group ? 'panel_remember_group' : 'panel_remember')}
      </Button>
    </section>
  );
}
