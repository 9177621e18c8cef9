// What became of a reply, in words. A refusal always says why and what to do instead.
import { t, type WordKey } from '../../lib/words/words';
import { Button } from '../Button';
import type { Result } from './Replies';

const words: Record<Result['outcome'], WordKey> = {
  inserted: 'panel_inserted',
  'not-arrived': 'panel_not_arrived',
  moved: 'panel_moved',
  'no-composer': 'panel_no_composer',
  'no-page': 'panel_no_page',
  covered: 'panel_covered',
  copied: 'panel_copied',
};

export function InsertResult({ result, name, onCopy, onSidePanel }: { result: Result | null; name: string; onCopy: (text: string) => void; onSidePanel?: (() => void) | undefined }) {
  const failed = result && result.outcome !== 'inserted' && result.outcome !== 'moved' && result.outcome !== 'covered';
  const byHand = failed && !result.copied;
  return (
    <div role="status" class={result ? 'insert-result' : undefined}>
      {result && !(byHand && result.outcome === 'copied') && <p>{t(words[result.outcome], name)}</p>}
      {failed && result.outcome !== 'copied' && result.copied && <p>{t('panel_copied_instead')}</p>}
      {byHand && (
        <label>
          <span class="label">{t('panel_copy_by_hand')}</span>
          <textarea class="field tall private" readOnly rows={3} value={result.text} onFocus={(event) => event.currentTarget.select()} />
        </label>
      )}
      {result?.outcome === 'covered' && (
        <div class="panel-acts">
          {onSidePanel && <Button onClick={onSidePanel}>{t('panel_open_side')}</Button>}
          <Button onClick={() => onCopy(result.text)}>{t('panel_copy')}</Button>
        </div>
      )}
    </div>
  );
}
