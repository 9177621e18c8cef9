import { t } from '../../lib/words/words';
import { Button } from '../Button';

/** Nothing is counted anywhere now; what is remembered can still be read and written. */
export function Paused({ onResume }: { onResume: () => void }) {
  return (
    <div class="panel-notice">
      <p>{t('panel_paused')}</p>
      <Button kind="text" onClick={onResume}>
        {t('panel_resume')}
      </Button>
    </div>
  );
}
