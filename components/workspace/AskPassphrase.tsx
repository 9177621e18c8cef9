// The passphrase of a backup that is to be opened.
import { useId } from 'preact/hooks';
import { t } from '../../lib/words/words';
import { Button } from '../Button';

export function AskPassphrase({
  isWrong,
  onGiven,
  onLeave,
}: {
  /** The last one that was tried did not open it. */
  isWrong: boolean;
  onGiven: (passphrase: string) => void;
  onLeave: () => void;
}) {
  const id = useId();
  return (
    <form
      class="ws-passphrase"
      onSubmit={(event) => {
        event.preventDefault();
        // Read from the form itself: a password manager fills it, and hands it in, before anything is drawn anew.
        const typed = new FormData(event.currentTarget).get('passphrase') as string;
        if (typed !== '') onGiven(typed);
      }}
    >
      <label class="ws-field">
        <span>{t('work_passphrase_asked')}</span>
        <input
          class="field"
          type="password"
          name="passphrase"
          autocomplete="current-password"
          autoFocus
          aria-describedby={`${id}-problem`}
        />
      </label>
      <p id={`${id}-problem`} role="alert" class="error-line">
        {isWrong && t('work_passphrase_wrong')}
      </p>
      <div class="ws-acts">
        <Button kind="primary" type="submit">
          {t('work_passphrase_open')}
        </Button>
        <Button onClick={onLeave}>{t('common_cancel')}</Button>
      </div>
    </form>
  );
}
