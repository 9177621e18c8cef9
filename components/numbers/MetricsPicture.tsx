// The six metrics of the four tiers over the months, each a small line.
import { intervalOf, type Rate } from '../../lib/domain/numbers/interval';
import { averageConverted, type MetricsRow } from '../../lib/domain/numbers/metrics-by-month';
import type { Rates } from '../../lib/domain/rates';
import { t, type WordKey } from '../../lib/words/words';
import { LineDrawing, type Point } from './LineDrawing';
import {
  amountsInWords,
  convertedInWords,
  convertedShort,
  monthInWords,
  rateInWords,
  ratesInWords,
  shortly,
  wholeInWords,
} from './number-words';
import { Picture } from './Picture';
import type { PictureTable } from './picture-table';

const percent = (share: number): string => `${Math.round(share * 100)}%`;
const short = (value: number): string => (Math.abs(value) >= 10_000 ? shortly(value) : wholeInWords(value));

const RATES: readonly [WordKey, (row: MetricsRow) => Rate][] = [
  ['metric_activity', ({ activity }) => activity],
  ['metric_conversion', ({ conversion }) => conversion],
  ['metric_repurchase', ({ repurchase }) => repurchase],
];

export function MetricsPicture({
  rows,
  rates,
  onSave,
}: {
  rows: readonly MetricsRow[];
  rates: Rates;
  onSave: (table: PictureTable) => void;
}) {
  const last = rows[rows.length - 1];
  const currencies = Object.keys(last?.orderValue ?? {});
  // A column and a line more only where there is something to convert.
  const used = ratesInWords(currencies, rates);
  const average = last === undefined ? null : averageConverted(last, rates);
  const pointsOf = (value: (row: MetricsRow) => number | null): Point[] => rows.map((row) => ({ month: row.month, value: value(row) }));
  const rateOf = (rate: (row: MetricsRow) => Rate): Point[] =>
    rows.map((row) => {
      const interval = intervalOf(rate(row));
      return { month: row.month, value: interval?.share ?? null, ...(interval && { low: interval.low, high: interval.high }) };
    });
  const nps = (row: MetricsRow): string => (row.nps.score === null ? t('common_unknown') : t('num_nps_is', row.nps.score, row.nps.answers));
  return (
    <Picture
      title={t('num_metrics')}
      says={t('num_metrics_says', monthInWords(rows[0]?.month ?? ''))}
      empty={last === undefined || last.connected === 0 ? t('num_metrics_empty') : null}
      how={[t('num_metrics_how_1'), t('num_metrics_how_2'), t('num_metrics_how_3'), t('num_metrics_how_4')]}
      onSave={onSave}
      table={{
        columns: [
          { name: t('num_month'), kind: 'text' },
          { name: t('metric_connected'), kind: 'number' },
          ...RATES.map(([name]) => ({ name: t(name), kind: 'rate' as const })),
          { name: t('metric_order_value'), kind: 'text' },
          ...(used === '' ? [] : [{ name: t('num_by_rates', used), kind: 'text' as const }]),
          { name: t('metric_nps'), kind: 'number' },
          { name: t('num_nps_answers'), kind: 'number' },
          { name: t('metric_referrals'), kind: 'number' },
        ],
        rows: rows.map((row) => [
          row.month,
          row.connected,
          ...RATES.map(([, rate]) => rate(row)),
          amountsInWords(row.orderValue),
          ...(used === '' ? [] : [convertedShort(averageConverted(row, rates))]),
          row.nps.score,
          row.nps.answers,
          row.referrals,
        ]),
      }}
    >
      <div class="num-small">
        {last && (
          <>
            <Small name={t('metric_connected')} now={wholeInWords(last.connected)}>
              <LineDrawing points={pointsOf(({ connected }) => connected)} inWords={short} />
            </Small>
            {RATES.map(([name, rate]) => (
              <Small key={name} name={t(name)} now={rateInWords(rate(last))}>
                <LineDrawing points={rateOf(rate)} top={1} inWords={percent} />
              </Small>
            ))}
            {currencies.map((currency) => (
              <Small key={currency} name={t('metric_order_value')} now={amountsInWords({ [currency]: last.orderValue[currency]! })}>
                <LineDrawing
                  points={pointsOf((row) => (row.orderValue[currency] === undefined ? null : Number(row.orderValue[currency])))}
                  inWords={short}
                />
              </Small>
            ))}
            {average && (
              <Small name={t('num_order_value_rates')} now={convertedInWords(average, currencies, rates)}>
                <LineDrawing points={pointsOf((row) => Number(averageConverted(row, rates)?.amount ?? NaN) || null)} inWords={short} />
              </Small>
            )}
            <Small name={t('metric_nps')} now={nps(last)}>
              <LineDrawing points={pointsOf((row) => row.nps.score)} inWords={short} />
            </Small>
            <Small name={t('metric_referrals')} now={wholeInWords(last.referrals)}>
              <LineDrawing points={pointsOf(({ referrals }) => referrals)} inWords={short} />
            </Small>
          </>
        )}
      </div>
    </Picture>
  );
}

function Small({ name, now, children }: { name: string; now: string; children: preact.ComponentChildren }) {
  return (
    <div>
      <h3>{name}</h3>
      <p class="small soft">{now}</p>
      {children}
    </div>
  );
}
