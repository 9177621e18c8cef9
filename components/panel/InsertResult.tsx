// What became of a reply, in words. A refusal always says why and what to do instead.
import { useEffect } from 'preact/hooks';
import { t, type WordKey } from '../../lib/words/words';
import { Button, IconButton } from '../Button';
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

const STAYS_MS = 10_000;

/** Good news goes away by itself; what the rep still has to do something about stays. */
export function InsertResult({
  result,
  name,
  onCopy,
  onExample,
  onSidePanel,
  onGone,
}: {
  result: Result | null;
  name: string;
  onCopy: (text: string) => void;
  /** Keep what they wrote as an example of what this reply answers. */
  onExample: (reply: string) => void;
  onSidePanel?: (() => void) | undefined;
  onGone: () => void;
}) {
  const outcome = result?.outcome ?? null;
  const good = outcome === 'inserted' || (outcome === 'copied' && result?.copied);
  useEffect(() => {
    if (!good) return;
    const timer = setTimeout(onGone, STAYS_MS);
    return () => clearTimeout(timer);
  }, [result, good, onGone]);

  const toCopy = outcome === 'not-arrived' || outcome === 'no-composer' || outcome === 'no-page' || outcome === 'copied';
  const byHand = toCopy && !result?.copied;
  return (
    <div role="status" class={result ? 'insert-result' : undefined}>
      {result && outcome && (
        <>
          <div class="insert-words">
            {!(byHand && outcome === 'copied') && <p class="private">{t(words[outcome], name)}</p>}
            {outcome === 'inserted' && result.answers !== undefined && (
              <Button kind="text" title={t('panel_example_hint')} onClick={() => onExample(result.answers!)}>
                {t('panel_example')}
              </Button>
            )}
            {toCopy && outcome !== 'copied' && result.copied && <p>{t('panel_copied_instead')}</p>}
            {byHand && (
              <label>
                <span class="label">{t('panel_copy_by_hand')}</span>
                <textarea
                  class="field tall private"
                  readOnly
                  rows={3}
                  value={result.text}
                  onFocus={(event) => event.currentTarget.select()}
                />
              </label>
            )}
            {outcome === 'covered' && (
              <div class="panel-acts">
                {onSidePanel && <Button onClick={onSidePanel}>{t('panel_open_side')}</Button>}
                <Button onClick={() => onCopy(result.text)}>{t('panel_copy')}</Button>
              </div>
            )}
          </div>
          <IconButton icon="close" label={t('common_close')} onClick={onGone} />
        </>
      )}
    </div>
  );
}
