// What an import would change, before anything is changed: how many, and the first of them by name.
import type { ImportView } from '../../lib/messages/protocol';
import { t, tn, type WordKey } from '../../lib/words/words';
import { Button } from '../Button';
import { numberInWords } from './table-words';

const TALLY: readonly [key: keyof ImportView['tally'], words: WordKey][] = [
  ['fresh', 'intake_fresh'],
  ['changed', 'intake_changed'],
  ['same', 'intake_same'],
  ['skipped', 'intake_skipped'],
  ['twice', 'intake_twice'],
  ['rejected', 'intake_out'],
];
const FIELDS: Readonly<Record<string, WordKey>> = {
  name: 'intake_column_name',
  company: 'intake_column_company',
  source: 'intake_column_source',
  phones: 'intake_column_phone',
  emails: 'intake_column_email',
  tags: 'intake_column_tags',
  stage: 'intake_column_stage',
  type: 'intake_column_type',
  bonds: 'intake_column_bonds',
  cadence: 'intake_column_cadence',
  quietUntil: 'intake_column_quiet',
  own: 'intake_column_own',
};

/** The numbers of an import, and a file of what stays out. */
export function ImportTally({ job, onRejected }: { job: ImportView; onRejected: () => void }) {
  const { tally } = job;
  return (
    <>
      <table class="ws-table">
        <tbody>
          {TALLY.filter(([key]) => tally[key] > 0).map(([key, words]) => (
            <tr key={key}>
              <th scope="row">{t(words)}</th>
              <td class="ws-number">{numberInWords(tally[key])}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {tally.left > 0 && <p class="soft">{tn('intake_left_count', tally.left)}</p>}
      {tally.rejected + tally.left > 0 && (
        <p>
          <Button kind="text" onClick={onRejected}>
            {t('intake_rejected_save')}
          </Button>
        </p>
      )}
    </>
  );
}

export function ImportExamples({ examples }: { examples: ImportView['examples'] }) {
  const fresh = examples.filter(({ changes }) => changes === null);
  const changed = examples.filter(({ changes }) => changes !== null);
  return (
    <>
      {fresh.length > 0 && (
        <section class="intake-some">
          <h3>{t('intake_examples_new')}</h3>
          <ul class="private">
            {fresh.map(({ row, name }) => (
              <li key={row}>{name}</li>
            ))}
          </ul>
        </section>
      )}
      {changed.length > 0 && (
        <section class="intake-some">
          <h3>{t('intake_examples_changed')}</h3>
          <ul class="private">
            {changed.map(({ row, name, changes }) => (
              <li key={row}>
                {name}
                <ul>
                  {changes!.map(({ field, before, after }) => (
                    <li key={field} class="soft">
                      {t('intake_change', t(FIELDS[field] ?? 'intake_column_own'), before || t('intake_nothing'), after)}
                    </li>
                  ))}
                  {changes!.length === 0 && <li class="soft">{t('intake_notes_too')}</li>}
                </ul>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
