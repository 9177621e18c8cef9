// The name of a lead stage in the language in use.
import { stageLabel } from '../../lib/domain/stage-label';
import { t, type WordKey } from '../../lib/words/words';

/** The rep's own name, or for one of the first stages and for won and lost our words. */
export function stageName(stage: { id: string; name: string }): string {
  const label = stageLabel(stage);
  return typeof label === 'string' ? label : t(label.word as WordKey);
}
