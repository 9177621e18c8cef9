// More leads than one can hold: how many there are, and whom to let go first, with the reasons.
import type { Answer } from '../../lib/messages/protocol';
import { tell } from '../../lib/words/said';
import { t, tn } from '../../lib/words/words';
import { Button } from '../Button';
import { hashOf } from '../workspace/route';
import { stageName } from '../workspace/stage-name';

type Given = Pick<Answer<'board.get'>, 'held' | 'holding' | 'letGo' | 'stages'>;

export function HoldingNote({
  held,
  holding,
  letGo,
  stages,
  today,
  onLetGo,
}: Given & { today: string; onLetGo: (contact: string) => void }) {
  if (holding === null) return null;
  const excess = held - holding;
  if (excess <= 0) return <p class="small soft">{t('lead_held', held, holding)}</p>;
  const nameOf = (id: string | null) => stageName(stages.find((stage) => stage.id === id) ?? { id: id ?? '', name: '' });
  return (
    <details class="lead-holding">
      <summary>{tn('lead_held_over', excess, held, holding)}</summary>
      <p class="small soft">{t('lead_let_go_about')}</p>
      <ul>
        {letGo.map(({ id, name, stage, why }) => (
          <li key={id}>
            <a class="private" href={hashOf('contacts', id)}>
              {name}
            </a>{' '}
            <span class="small soft">{[nameOf(stage), ...why.map((one) => tell(one, today))].join(' · ')}</span>{' '}
            <Button kind="text" aria-label={t('lead_let_go_of', name)} onClick={() => onLetGo(id)}>
              {t('lead_let_go')}
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}
