// The heat map of days, out above in.
import type { ActiveDay } from '../../lib/domain/numbers/activity';
import { t } from '../../lib/words/words';
import { HeatDrawing } from './HeatDrawing';
import { wholeInWords } from './number-words';
import { Picture } from './Picture';
import type { PictureTable } from './picture-table';

/** So many days stand beside one another. */
const HALF_A_YEAR = 26 * 7;

export function ActivityPicture({ days, onSave }: { days: readonly ActiveDay[]; onSave: (table: PictureTable) => void }) {
  const known = days.filter((day) => day.in !== null);
  const sum = (of: 'in' | 'out'): number => known.reduce((total, day) => total + (day[of] ?? 0), 0);
  const most = Math.max(1, ...known.map((day) => Math.max(day.in ?? 0, day.out ?? 0)));
  const halves = Array.from({ length: Math.ceil(days.length / HALF_A_YEAR) }, (_, i) => days.slice(i * HALF_A_YEAR, (i + 1) * HALF_A_YEAR));
  return (
    <Picture
      title={t('num_activity')}
      says={t('num_activity_says', known.length, days.length, wholeInWords(sum('out')), wholeInWords(sum('in')))}
      empty={known.length === 0 ? t('num_activity_empty') : null}
      how={[t('num_activity_how_1'), t('num_activity_how_2')]}
      onSave={onSave}
      table={{
        columns: [
          { name: t('num_day'), kind: 'text' },
          { name: t('common_you_wrote'), kind: 'number' },
          { name: t('common_they_wrote'), kind: 'number' },
          { name: t('num_open_chats'), kind: 'number' },
        ],
        rows: [...days].reverse().map(({ day, in: received, out, open }) => [day, out, received, open]),
      }}
    >
      {halves.map((half) => (
        <HeatDrawing key={half[0]?.day} days={half} most={most} />
      ))}
      <p class="small soft">{t('num_activity_legend')}</p>
    </Picture>
  );
}
