// One step: what to point at now, and what was picked before.
import type { Shown, Step } from '../../lib/teach/talk';
import { t, type WordKey } from '../../lib/words/words';
import { Icon } from '../icons';

const asks: Record<Step, WordKey> = {
  title: 'teach_ask_title',
  theirs: 'teach_ask_theirs',
  own: 'teach_ask_own',
  composer: 'teach_ask_composer',
};
const parts: Record<Step, WordKey> = {
  title: 'teach_part_title',
  theirs: 'teach_part_theirs',
  own: 'teach_part_own',
  composer: 'teach_part_composer',
};
const STEPS = Object.keys(parts) as Step[];
const refusals: Record<NonNullable<Shown['refused']>, WordKey> = {
  frame: 'teach_refused_frame',
  'not-a-box': 'teach_refused_box',
  'no-words': 'teach_refused_words',
};

export function StepView({ shown }: { shown: Shown }) {
  const step = shown.step as Step;
  const at = STEPS.indexOf(step);
  return (
    <div class="teach-body">
      <div aria-live="polite">
        <p class="small soft">{t('teach_step', at + 1)}</p>
        <h1 class="teach-ask">{t(asks[step])}</h1>
      </div>
      <ol class="teach-steps">
        {STEPS.map((one, i) => (
          <li key={one} class={i < at ? 'done' : i === at ? 'now' : ''} aria-current={i === at ? 'step' : undefined}>
            <span class="teach-mark" aria-hidden="true">
              {i < at ? <Icon name="check" /> : i + 1}
            </span>
            <span class="teach-part">{t(parts[one])}</span>
            {i < at && one !== 'composer' && <span class="teach-words soft">{shown.picked[one]}</span>}
            {i === at && shown.target && (
              <span class="teach-words">
                {one === 'composer' ? (shown.target.kind === 'box' ? t('teach_found') : '') : shown.target.words}
              </span>
            )}
          </li>
        ))}
      </ol>
      <div role="alert">
        {shown.refused && (
          <p class="error-line">
            <span>{t(refusals[shown.refused])}</span>
          </p>
        )}
      </div>
      <p class="small soft">{t('teach_how')}</p>
      <p class="small soft">{t('teach_keys')}</p>
    </div>
  );
}
