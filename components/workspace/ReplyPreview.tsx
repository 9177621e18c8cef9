// How a reply will stand in the composer, for an invented person.
import { fillTemplate } from '../../lib/domain/template';
import { t } from '../../lib/words/words';

export function ReplyPreview({ body }: { body: string }) {
  if (body.trim() === '') return null;
  const result = fillTemplate(body, { name: t('work_sample_name') });
  return (
    <figure class="ws-preview">
      <figcaption>{t('work_preview', t('work_sample_name'))}</figcaption>
      {'filled' in result ? (
        <Text text={result.filled.text} cursor={result.filled.cursor} />
      ) : (
        <p class="soft">{t('work_preview_wrong')}</p>
      )}
    </figure>
  );
}

function Text({ text, cursor }: { text: string; cursor: number | null }) {
  return (
    <p>
      {text.slice(0, cursor ?? text.length)}
      {cursor !== null && <span class="ws-caret" role="img" aria-label={t('work_field_cursor')} />}
      {cursor !== null && text.slice(cursor)}
    </p>
  );
}
