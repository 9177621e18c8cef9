// The replies that Rapport brings: what they are, removing them all at once, adding them in either language.
import { t } from '../../lib/words/words';
import { Button } from '../Button';

/** `there`: the language of every one that is in the list. */
export function StarterPart({
  there,
  onAdd,
  onRemove,
}: {
  there: readonly ('en' | 'zh' | null)[];
  onAdd: (language: 'en' | 'zh') => void;
  onRemove: () => void;
}) {
  return (
    <section class="starter-part" aria-labelledby="starter-title">
      <h2 id="starter-title">{t('starter_title')}</h2>
      <p class="soft">{t('starter_about')}</p>
      <div class="ws-acts">
        {there.length > 0 && <Button onClick={onRemove}>{t('starter_remove', there.length)}</Button>}
        {!there.includes('en') && <Button onClick={() => onAdd('en')}>{t('starter_add_en')}</Button>}
        {!there.includes('zh') && <Button onClick={() => onAdd('zh')}>{t('starter_add_zh')}</Button>}
      </div>
    </section>
  );
}
