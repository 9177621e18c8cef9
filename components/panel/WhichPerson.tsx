// "Which Anna?" The site shows only a name, and several remembered people have it. Nothing of them is shown before the answer.
import type { PanelView } from '../../lib/messages/protocol';
import { dayOf, type Day } from '../../lib/domain/day';
import { dateInWords, timeInWords } from '../../lib/words/dates';
import { t } from '../../lib/words/words';
import { Button } from '../Button';

type Candidate = NonNullable<PanelView['which']>[number];

export function WhichPerson({
  name,
  candidates,
  today,
  zone,
  onWhich,
}: {
  name: string;
  candidates: Candidate[];
  today: Day;
  zone: string;
  onWhich: (identity: string | null) => void;
}) {
  const about = (candidate: Candidate) => {
    const last = [candidate.lastIn, candidate.lastOut]
      .filter((at) => at !== null)
      .sort()
      .at(-1);
    return [
      t('panel_which_since', dateInWords(dayOf(candidate.since, zone), today)),
      last && t('panel_which_last', timeInWords(last, today, zone)),
    ].filter(Boolean);
  };
  return (
    <section class="panel-part panel-teach">
      <h2 class="private">{t('panel_which', name)}</h2>
      <p class="soft">{t('panel_which_why')}</p>
      <ul class="panel-which">
        {candidates.map((candidate) => (
          <li key={candidate.identity}>
            <button type="button" class="panel-found" onClick={() => onWhich(candidate.identity)}>
              <span class="private">{candidate.name}</span>
              <span class="small soft">{about(candidate).join(' · ')}</span>
            </button>
          </li>
        ))}
      </ul>
      <Button onClick={() => onWhich(null)}>{t('panel_which_nobody')}</Button>
    </section>
  );
}
