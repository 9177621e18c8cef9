// Nothing is due. Says what this page is for, once; and nothing more than "free" afterwards.
import { t, tn } from '../../lib/words/words';

export function EmptyToday({ anybody, later }: { anybody: boolean; later: number }) {
  if (!anybody) {
    return (
      <div class="empty">
        <p>{t('popup_first')}</p>
        <ol class="steps">
          <li>{t('popup_first_1')}</li>
          <li>{t('popup_first_2')}</li>
          <li>{t('popup_first_3')}</li>
        </ol>
        <p class="soft small">{t('popup_first_promise')}</p>
      </div>
    );
  }
  return (
    <div class="empty">
      <p>{t('popup_free')}</p>
      <p class="soft">{later > 0 ? tn('popup_later', later) : t('popup_free_how')}</p>
    </div>
  );
}
