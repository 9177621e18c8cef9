// Every word of the template language, with what it gives; a click writes it where the caret is.
import { VALUE_WORDS } from '../../lib/domain/template/conditions';
import { UNIT_WORDS } from '../../lib/domain/template/fields';
import { fillTemplate } from '../../lib/domain/template/fill';
import type { Language } from '../../lib/domain/template/moment';
import type { Values } from '../../lib/domain/template/values';
import { t } from '../../lib/words/words';
import type { ShownField } from '../own-words';
import { FilledText } from '../replies/FilledText';
import { labelOf } from '../replies/field-words';
import { ownToInsert, wordsToInsert } from './template-words';

interface HelpProps {
  language: Language;
  values: Values;
  /** The rep's own. */
  fields: readonly ShownField[];
  onInsert: (text: string) => void;
}

export function TemplateHelp({ language, values, fields, onInsert }: HelpProps) {
  const words: ReturnType<typeof wordsToInsert> = [...wordsToInsert(language), ...ownToInsert(fields, language)];
  return (
    <details class="template-help">
      <summary>{t('help_words')}</summary>
      <p class="ws-about">{t('help_about')}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('help_write')}</th>
            <th scope="col">{t('help_means')}</th>
            <th scope="col">{t('help_gives')}</th>
          </tr>
        </thead>
        <tbody>
          {words.map(({ text, about, also = [] }) => {
            const { parts, blanks } = fillTemplate(text, values, language);
            return (
              <tr key={text}>
                <td>
                  <button type="button" onClick={() => onInsert(text)}>
                    {text}
                  </button>
                </td>
                <td>
                  {about} {also.length > 0 && <span class="soft">{t('help_also', also.join(', '))}</span>}
                </td>
                <td>
                  <FilledText
                    parts={parts}
                    answers={new Map(blanks.map((blank) => [blank.name, blank.default]))}
                    label={(name) => labelOf(blanks.find((blank) => blank.name === name) ?? { name, kind: 'ask' })}
                  />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <dl class="template-values">
        <dt>{t('help_types')}</dt>
        <dd>{VALUE_WORDS.type.join(', ')}</dd>
        <dt>{t('help_tiers')}</dt>
        <dd>{VALUE_WORDS.tier.join(', ')}</dd>
        <dt>{t('help_units')}</dt>
        <dd>{UNIT_WORDS.join(', ')}</dd>
      </dl>
      <p class="ws-about">{t('help_empty')}</p>
    </details>
  );
}
