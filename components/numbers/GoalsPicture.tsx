// The six sales goals: what the rep wants of a month, what this month has so far, and the months before.
import { GOALS, isReached, realOf, type Goal, type GoalsRow, type Wanted } from '../../lib/domain/numbers/goals';
import { converted, type Rates } from '../../lib/domain/rates';
import { t, type WordKey } from '../../lib/words/words';
import { KeptField } from '../workspace/Field';
import { numberWrong } from '../workspace/whole-number';
import { LineDrawing } from './LineDrawing';
import { amountsInWords, convertedInWords, convertedShort, rateInWords, ratesInWords, spreadInWords } from './number-words';
import { Picture } from './Picture';
import type { PictureTable } from './picture-table';

const NAMES: Record<Goal, WordKey> = {
  new: 'num_goal_new',
  decision: 'num_goal_decision',
  confidence: 'num_goal_confidence',
  repeat: 'num_goal_repeat',
  referrals: 'num_goal_referrals',
  churn: 'num_goal_churn',
};
const WANTED: Record<Goal, WordKey> = {
  new: 'num_want_new',
  decision: 'num_want_decision',
  confidence: 'num_want_confidence',
  repeat: 'num_want_repeat',
  referrals: 'num_want_referrals',
  churn: 'num_want_churn',
};

/** What a month has of a goal, in words. */
function realInWords(row: GoalsRow, goal: Goal, rates: Rates): string {
  if (goal === 'decision') return spreadInWords(row.decision);
  if (goal === 'confidence') return rateInWords(row.confidence);
  if (goal === 'churn') return rateInWords(row.churn);
  if (goal !== 'repeat') return String(row[goal]);
  const { people, orders, amounts } = row.repeat;
  const total = convertedInWords(converted(amounts, rates), Object.keys(amounts), rates);
  return [t('num_repeat_is', people, orders), amountsInWords(amounts), total].filter(Boolean).join(' · ');
}

export function GoalsPicture({
  rows,
  rates,
  wanted,
  onWant,
  onSave,
}: {
  rows: readonly GoalsRow[];
  rates: Rates;
  wanted: Wanted;
  onWant: (goal: Goal, value: number | null) => Promise<boolean>;
  onSave: (table: PictureTable) => void;
}) {
  const last = rows[rows.length - 1];
  // A column more only where there is something to convert.
  const used = ratesInWords(
    rows.flatMap(({ repeat }) => Object.keys(repeat.amounts)),
    rates,
  );
  const states = last ? GOALS.map((goal) => isReached(last, goal, wanted)) : [];
  const many = GOALS.filter((goal) => wanted[goal] !== undefined).length;
  return (
    <Picture
      title={t('num_goals')}
      says={many === 0 ? t('num_goals_none') : t('num_goals_says', states.filter((state) => state === true).length, many)}
      how={[t('num_goals_how_1'), t('num_goals_how_2'), t('num_goals_how_3')]}
      onSave={onSave}
      table={{
        columns: [
          { name: t('num_month'), kind: 'text' },
          { name: t('num_goal_new'), kind: 'number' },
          { name: t('num_goal_decision'), kind: 'text' },
          { name: t('num_goal_confidence'), kind: 'rate' },
          { name: t('num_goal_repeat'), kind: 'number' },
          { name: t('num_repeat_orders'), kind: 'number' },
          { name: t('num_repeat_amounts'), kind: 'text' },
          ...(used === '' ? [] : [{ name: t('num_by_rates', used), kind: 'text' as const }]),
          { name: t('num_goal_referrals'), kind: 'number' },
          { name: t('num_goal_churn'), kind: 'rate' },
        ],
        rows: rows.map((row) => [
          row.month,
          row.new,
          spreadInWords(row.decision),
          row.confidence,
          row.repeat.people,
          row.repeat.orders,
          amountsInWords(row.repeat.amounts),
          ...(used === '' ? [] : [convertedShort(converted(row.repeat.amounts, rates))]),
          row.referrals,
          row.churn,
        ]),
      }}
    >
      <ul class="num-goals">
        {last &&
          GOALS.map((goal, i) => (
            <li key={goal}>
              <div>
                <h3>{t(NAMES[goal])}</h3>
                <p class="small">
                  {realInWords(last, goal, rates)}{' '}
                  {states[i] !== null && <span class={states[i] ? 'num-met' : 'num-not'}>{t(states[i] ? 'num_met' : 'num_not_met')}</span>}
                </p>
                <KeptField
                  label={t(WANTED[goal])}
                  isNumber
                  maxLength={4}
                  stored={wanted[goal]?.toString() ?? ''}
                  check={(text) => (text === '' ? null : numberWrong(text, 0, goal === 'confidence' ? 100 : 9999))}
                  onKeep={(text) => onWant(goal, text === '' ? null : Number(text))}
                />
              </div>
              <LineDrawing
                points={rows.map((row) => ({ month: row.month, value: realOf(row, goal) }))}
                inWords={String}
                {...(goal === 'confidence' ? { top: 100 } : {})}
              />
            </li>
          ))}
      </ul>
    </Picture>
  );
}
