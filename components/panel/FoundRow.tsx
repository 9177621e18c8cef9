// One thing found in a line: what it is and when, to be confirmed or left out.
import type { Day } from '../../lib/domain/day';
import { howFar, howOften, whatItIs } from '../../lib/domain/dates/occasion';
import { daysUntil } from '../../lib/domain/dates/occurrences';
import { keyDateInWords } from '../../lib/words/key-dates';
import { tell } from '../../lib/words/said';
import { t } from '../../lib/words/words';
import type { Row } from './capture-rows';

export function FoundRow({
  row,
  today,
  isChosen,
  onChosen,
}: {
  row: Row;
  today: Day;
  isChosen: boolean;
  onChosen: (isChosen: boolean) => void;
}) {
  const { what, more } = wordsOf(row, today);
  return (
    <li>
      <label>
        <input type="checkbox" checked={isChosen} onChange={(event) => onChosen(event.currentTarget.checked)} />
        <span class="private">
          {what} <span class="small soft">{more}</span>
        </span>
      </label>
    </li>
  );
}

function wordsOf(row: Row, today: Day): { what: string; more: string } {
  if (row.is === 'tag') return { what: row.tag, more: t('capture_tag') };
  if (row.is === 'fact') return { what: row.fact.text, more: t(`life_fact_${row.fact.kind}`) };
  const { date, next } = row;
  const day = keyDateInWords(date);
  const more = [date.inferred ? t('capture_about', day) : day, tell(howFar(daysUntil(next.on, today)), today)];
  if (date.everyMonths !== null) more.splice(1, 0, tell(howOften(date), today));
  return { what: tell(whatItIs(date, next.years), today), more: more.join(' · ') };
}
