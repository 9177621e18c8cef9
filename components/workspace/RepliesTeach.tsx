// What replies are, while none is open; for the very first one an example to begin with.
import { t } from '../../lib/words/words';
import { Button } from '../Button';

export function RepliesTeach({ first, onExample }: { first: boolean; onExample: () => void }) {
  return (
    <div class="ws-teach">
      <p>{t('work_replies_teach')}</p>
      {first && (
        <>
          <blockquote>
            <strong>{t('work_example_title')}</strong>
            <p>{t('work_example_body')}</p>
          </blockquote>
          <Button kind="primary" onClick={onExample}>
            {t('work_example_start')}
          </Button>
        </>
      )}
      <p class="ws-about">{t('work_replies_counts')}</p>
    </div>
  );
}
