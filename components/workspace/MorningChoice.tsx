// At which hour the morning's notification comes, or none. The browser asks once whether it may.
import type { Care } from '../../lib/domain/care';
import { languageTag, t } from '../../lib/words/words';

const HOURS = [6, 7, 8, 9, 10, 11];

function hourInWords(hour: number): string {
  return new Intl.DateTimeFormat(languageTag(), { hour: 'numeric', minute: '2-digit', timeZone: 'UTC' }).format(
    new Date(Date.UTC(2000, 0, 1, hour)),
  );
}

export function MorningChoice({ notifyAt, onChoose }: { notifyAt: Care['notifyAt']; onChoose: (hour: Care['notifyAt']) => void }) {
  return (
    <label class="ws-morning">
      <span>{t('work_morning')}</span>
      <select
        class="field"
        value={notifyAt === null ? '' : String(notifyAt)}
        onChange={(event) => onChoose(event.currentTarget.value === '' ? null : Number(event.currentTarget.value))}
      >
        <option value="">{t('work_morning_none')}</option>
        {HOURS.map((hour) => (
          <option key={hour} value={String(hour)}>
            {hourInWords(hour)}
          </option>
        ))}
      </select>
      <span class="soft small">{t('work_morning_about')}</span>
    </label>
  );
}
