// What a backup would bring, change and take away, by name: the first rows of each table, and how many more there are.
import type { Difference } from '../../lib/messages/protocol';
import { gap } from '../../lib/words/sentences';
import { t, type WordKey } from '../../lib/words/words';
import { numberInWords, tableInWords } from './table-words';

const fieldNames: Readonly<Record<string, WordKey>> = {
  tags: 'work_tags',
  company: 'life_company',
  phones: 'life_phones',
  emails: 'life_emails',
  stage: 'life_stage',
  type: 'life_type',
  amount: 'life_deal_amount',
};

/** So many lines of a kind are shown. */
const MOST = 10;

const kinds: readonly { kind: Difference['kind']; words: WordKey }[] = [
  { kind: 'added', words: 'work_diff_added' },
  { kind: 'changed', words: 'work_diff_changed' },
  { kind: 'older', words: 'work_diff_older' },
  { kind: 'gone', words: 'work_diff_gone' },
];

/** `counts`: how many differences there are of each kind, by table. */
export function Differences({
  differences,
  counts,
}: {
  differences: readonly Difference[];
  counts: Record<Difference['kind'], Record<string, number>>;
}) {
  const groups = [...new Set(differences.map((one) => one.table))].flatMap((table) =>
    kinds.map(({ kind, words }) => ({
      table,
      kind,
      words,
      rows: differences.filter((one) => one.table === table && one.kind === kind),
      all: counts[kind][table] ?? 0,
    })),
  );
  const shown = groups.filter(({ rows, all }) => rows.length > 0 && all > 0);
  if (shown.length === 0) return null;
  return (
    <details class="ws-differences" open>
      <summary>{t('work_diff_title')}</summary>
      {shown.map(({ table, kind, words, rows, all }) => (
        <section key={`${table}-${kind}`} class={`of-${kind}`}>
          <h3>{t(words, tableInWords(table), numberInWords(all))}</h3>
          <ul class="private">
            {rows.slice(0, MOST).map((one, i) => (
              <li key={i}>
                <Line {...one} />
              </li>
            ))}
          </ul>
          {all > Math.min(MOST, rows.length) && (
            <p class="soft">{t('work_rejected_more', numberInWords(all - Math.min(MOST, rows.length)))}</p>
          )}
        </section>
      ))}
    </details>
  );
}

function Line({ table, kind, name, text, before, fields }: Difference) {
  const known = fields.filter((field) => Object.hasOwn(fieldNames, field)).map((field) => t(fieldNames[field]!));
  const isChange = kind === 'changed' || kind === 'older';
  const isReworded = isChange && before !== text;
  const others = known.length > 0 ? known : isReworded ? [] : [t('work_diff_details')];
  return (
    <>
      {table !== 'contacts' && name && (
        <>
          <b>{t('work_diff_of', name)}</b>
          {gap()}
        </>
      )}
      {isReworded ? t('work_diff_reworded', before, text) : text || t('work_diff_nameless')}
      {isChange && others.length > 0 && <span class="soft"> · {others.join(t('work_comma'))}</span>}
    </>
  );
}
