// Every word of the template language, with what it gives; a click writes it where the caret is.
import { fillTemplate } from '../../lib/domain/template/fill';
import type { Language } from '../../lib/domain/template/moment';
import type { Values } from '../../lib/domain/template/values';
import { t } from '../../lib/words/words';
import { FilledText } from '../replies/FilledText';
import { labelOf } from '../replies/field-words';
import { wordsToInsert } from './template-words';

export function TemplateHelp({ language, values, onInsert }: { language: Language; values: Values; onInsert: (text: string) => void }) {
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
          {wordsToInsert(language).map(({ text, about }) => {
            const { parts, blanks } = fillTemplate(text, values, language);
            return (
              <tr key={text}>
                <td>
                  <button type="button" onClick={() => onInsert(text)}>
                    {text}
                  </button>
                </td>
                <td>{about}</td>
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
    </details>
  );
}
