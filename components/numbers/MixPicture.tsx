// From where contacts come and how large customers are, wanted against real.
import { boundsToChoose, SIZES, type Mix, type MixRow, type Size, type SourceRow, type sizesOf } from '../../lib/domain/numbers/mix';
import type { NumbersChange } from '../../lib/domain/numbers/choices';
import { stepFrom } from '../../lib/domain/numbers/size';
import { t, tn, type WordKey } from '../../lib/words/words';
import { KeptField } from '../workspace/Field';
import { numberWrong } from '../workspace/whole-number';
import { BarDrawing } from './BarDrawing';
import { intervalInWords, wholeInWords } from './number-words';
import { Picture } from './Picture';
import type { PictureTable } from './picture-table';

type OnWant = (change: NumbersChange) => Promise<boolean>;
/** So many channels are drawn; the table has all. */
const DRAWN = 12;

const barOf = (name: string, { many, real, wanted }: MixRow<unknown>) => ({
  name,
  value: real?.share ?? 0,
  ...(real && { low: real.low, high: real.high }),
  wanted: wanted === null ? null : wanted / 100,
  says: [
    many,
    real ? (real.small ? t('num_rate_few', intervalInWords(real)) : intervalInWords(real)) : t('common_unknown'),
    wanted === null ? null : t('num_wanted_is', wanted),
  ]
    .filter((part) => part !== null)
    .join(' · '),
});
const topOf = (rows: readonly MixRow<unknown>[]): number =>
  Math.max(...rows.map(({ real, wanted }) => Math.max(real?.high ?? 0, (wanted ?? 0) / 100)));

const percentWrong = (text: string): string | null => (text === '' ? null : numberWrong(text, 0, 100));
const numberIn = (text: string): number | null => (text === '' ? null : Number(text));

export function SourcesPicture({
  rows,
  onWant,
  onSave,
}: {
  rows: readonly SourceRow[];
  onWant: OnWant;
  onSave: (table: PictureTable) => void;
}) {
  const known = rows.reduce((sum, { many }) => sum + many, 0);
  return (
    <Picture
      title={t('num_sources')}
      says={tn('num_sources_says', known, rows[0]?.what ?? '')}
      empty={rows.length === 0 ? t('num_sources_empty') : null}
      how={[t('num_sources_how_1'), t('num_sources_how_2')]}
      onSave={onSave}
      table={{
        columns: [
          { name: t('num_source'), kind: 'text', isPrivate: true },
          { name: t('num_source_share'), kind: 'rate' },
          { name: t('num_wanted'), kind: 'number' },
          { name: t('num_source_buyers'), kind: 'number' },
        ],
        rows: rows.map(({ what, real, wanted, buyers }) => [what, real, wanted === null ? '' : wanted, buyers]),
      }}
      below={
        rows.length > 0 && (
          <details class="num-want">
            <summary>{t('num_want')}</summary>
            <div class="num-fields">
              {rows.slice(0, DRAWN).map(({ what, wanted }) => (
                <KeptField
                  key={what}
                  label={t('num_want_source', what)}
                  isPrivateLabel
                  isNumber
                  maxLength={3}
                  stored={wanted?.toString() ?? ''}
                  check={percentWrong}
                  onKeep={(text) => onWant({ what: 'source', source: what, percent: numberIn(text) })}
                />
              ))}
            </div>
          </details>
        )
      }
    >
      <BarDrawing isPrivate top={topOf(rows)} bars={rows.slice(0, DRAWN).map((row) => barOf(row.what, row))} />
    </Picture>
  );
}

const SIZE_NAMES: Record<Size, WordKey> = { small: 'num_size_small', medium: 'num_size_medium', large: 'num_size_large' };

export function SizesPicture({
  sizes,
  mix,
  onWant,
  onSave,
}: {
  sizes: ReturnType<typeof sizesOf>;
  mix: Mix;
  onWant: OnWant;
  onSave: (table: PictureTable) => void;
}) {
  const unit = (step: number): string => wholeInWords(stepFrom(step));
  const customers = sizes.reduce((sum, { rows }) => sum + rows.reduce((all, { many }) => all + many, 0), 0);
  return (
    <Picture
      title={t('num_sizes')}
      says={tn('num_sizes_says', customers)}
      empty={sizes.length === 0 ? t('num_sizes_empty') : null}
      how={[t('num_sizes_how_1'), t('num_sizes_how_2')]}
      onSave={onSave}
      table={{
        columns: [
          { name: t('num_currency'), kind: 'text' },
          { name: t('num_size'), kind: 'text' },
          { name: t('num_size_share'), kind: 'rate' },
          { name: t('num_wanted'), kind: 'number' },
        ],
        rows: sizes.flatMap(({ currency, rows }) =>
          rows.map(({ what, real, wanted }) => [currency, t(SIZE_NAMES[what]), real, wanted === null ? '' : wanted]),
        ),
      }}
      below={
        <details class="num-want">
          <summary>{t('num_want')}</summary>
          <div class="num-fields">
            {SIZES.map((size) => (
              <KeptField
                key={size}
                label={t('num_want_source', t(SIZE_NAMES[size]))}
                isNumber
                maxLength={3}
                stored={mix.sizes[size]?.toString() ?? ''}
                check={percentWrong}
                onKeep={(text) => onWant({ what: 'size', size, percent: numberIn(text) })}
              />
            ))}
            {sizes.map(({ currency, medium, large }) =>
              (['medium', 'large'] as const).map((size) => (
                <label key={currency + size} class="ws-field">
                  <span class="label">{t('num_size_from', t(SIZE_NAMES[size]), currency)}</span>
                  <select
                    class="field"
                    value={String(size === 'medium' ? medium : large)}
                    onChange={({ currentTarget }) =>
                      void onWant({ what: 'bounds', currency, medium, large, [size]: Number(currentTarget.value) })
                    }
                  >
                    {boundsToChoose().map(({ step, from }) => (
                      <option key={step} value={String(step)}>
                        {wholeInWords(from)}
                      </option>
                    ))}
                  </select>
                </label>
              )),
            )}
          </div>
        </details>
      }
    >
      {sizes.map(({ currency, medium, large, rows }) => (
        <div key={currency}>
          <h3>{t('num_sizes_in', currency || t('num_no_currency'), unit(medium), unit(large))}</h3>
          <BarDrawing top={topOf(rows)} bars={rows.map((row) => barOf(t(SIZE_NAMES[row.what]), row))} />
        </div>
      ))}
    </Picture>
  );
}
