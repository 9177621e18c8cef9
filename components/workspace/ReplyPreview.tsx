// How a reply will stand in the composer, for an invented person.
import { fillTemplate } from '../../lib/domain/template/fill';
import type { Language } from '../../lib/domain/template/moment';
import type { Values } from '../../lib/domain/template/values';
import { t } from '../../lib/words/words';
import { labelOf } from '../replies/field-words';
import { FilledText } from '../replies/FilledText';

export function ReplyPreview({ body, language, values }: { body: string; language: Language | null; values: Values }) {
  if (body.trim() === '') return null;
  const { parts, blanks, problem } = fillTemplate(body, values, language);
  return (
    <figure class="ws-preview">
      <figcaption>{t('work_preview', values.name ?? '')}</figcaption>
      {problem ? (
        <p class="soft">{t('work_preview_wrong')}</p>
      ) : (
        <FilledText
          parts={parts}
          answers={new Map(blanks.map((blank) => [blank.name, blank.default]))}
          label={(name) => labelOf(blanks.find((blank) => blank.name === name) ?? { name, kind: 'ask' })}
        />
      )}
    </figure>
  );
}
