// Why nothing was inserted, and what to do instead.
import { t, type WordKey } from '../../lib/words/words';
import { Button } from '../Button';

/** What went wrong. `text` is the reply, where it may be copied; `copied` whether it was already. */
export interface Trouble {
  what: 'stolen' | 'moved' | 'covered' | 'not-arrived' | 'no-composer' | 'no-page' | 'failed';
  text?: string;
  copied?: boolean;
}

const words: Record<Trouble['what'], WordKey> = {
  stolen: 'picker_stolen',
  moved: 'picker_moved',
  covered: 'picker_covered',
  'not-arrived': 'panel_not_arrived',
  'no-composer': 'panel_no_composer',
  'no-page': 'panel_no_page',
  failed: 'common_error_failed',
};

export function PickerNote({
  trouble: { what, text, copied = false },
  onCopy,
  onSidePanel,
}: {
  trouble: Trouble;
  onCopy: (text: string) => void;
  onSidePanel: () => void;
}) {
  return (
    <>
      <p>{t(words[what])}</p>
      {copied && <p>{t('panel_copied_instead')}</p>}
      {text !== undefined && !copied && (
        <div class="picker-acts">
          <Button onClick={() => onCopy(text)}>{t('panel_copy')}</Button>
          {what === 'covered' && <Button onClick={onSidePanel}>{t('panel_open_side')}</Button>}
        </div>
      )}
    </>
  );
}
