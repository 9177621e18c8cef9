// Who may be the same person, and who was merged in and can be taken apart again.
import type { Answer } from '../../lib/messages/protocol';
import { dayOf, type Day } from '../../lib/domain/day';
import { dateInWords } from '../../lib/words/dates';
import { t } from '../../lib/words/words';
import { Button } from '../Button';
import { AlsoQuestion, type SuggestedPerson } from '../panel/AlsoThis';

type Merged = Answer<'person.merged'>['merged'][number];

export function SamePeople({
  suggested,
  merged,
  today,
  zone,
  onSame,
  onOther,
  onApart,
}: {
  suggested: readonly SuggestedPerson[];
  merged: readonly Merged[];
  today: Day;
  zone: string;
  onSame: (other: SuggestedPerson) => void;
  onOther: (other: SuggestedPerson) => void;
  onApart: (one: Merged) => void;
}) {
  if (suggested.length + merged.length === 0) return null;
  return (
    <section aria-labelledby="same-title">
      <h2 id="same-title">{t('work_same')}</h2>
      {suggested.map((other) => (
        <AlsoQuestion key={other.id} other={other} onYes={() => onSame(other)} onNo={() => onOther(other)} />
      ))}
      {merged.length > 0 && (
        <ul class="ws-merged">
          {merged.map((one) => (
            <li key={one.merge}>
              <span>
                <span class="private">{one.name}</span>{' '}
                <span class="small soft">{t('work_same_since', dateInWords(dayOf(one.at, zone), today))}</span>
              </span>
              <Button kind="text" aria-label={`${t('work_same_take')} ${one.name}`} onClick={() => onApart(one)}>
                {t('work_same_take')}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
