// A passphrase for a new backup, typed twice, with what it means to forget it.
import { useId, useState } from 'preact/hooks';
import { LEAST_PASSPHRASE } from '../../lib/domain/sealed';
import { t } from '../../lib/words/words';
import { Button } from '../Button';

/** `act` is what the button says. */
export function NewPassphrase({ act, onGiven, onLeave }: { act: string; onGiven: (passphrase: string) => void; onLeave: () => void }) {
  const id = useId();
  const [problem, setProblem] = useState<string | null>(null);
  // Read from the form itself: a password manager fills both fields, and hands them in, before anything is drawn anew.
  const submit = (event: SubmitEvent & { currentTarget: HTMLFormElement }) => {
    event.preventDefault();
    const typed = new FormData(event.currentTarget);
    const [first, again] = [typed.get('first') as string, typed.get('again') as string];
    if ([...first].length < LEAST_PASSPHRASE) return setProblem(t('work_passphrase_short', LEAST_PASSPHRASE));
    if (first !== again) return setProblem(t('work_passphrase_unequal'));
    onGiven(first);
  };
  const field = (name: 'first' | 'again', label: string) => (
    <label class="ws-field">
      <span>{label}</span>
      <input
        class="field"
        type="password"
        name={name}
        autocomplete="new-password"
        autoFocus={name === 'first'}
        aria-describedby={`${id}-about ${id}-problem`}
      />
    </label>
  );
  return (
    <form class="ws-passphrase" onSubmit={submit}>
      <p id={`${id}-about`} class="ws-about">
        {t('work_passphrase_lost')}
      </p>
      {field('first', t('work_passphrase_new'))}
      {field('again', t('work_passphrase_again'))}
      <p id={`${id}-problem`} role="alert" class="error-line">
        {problem}
      </p>
      <div class="ws-acts">
        <Button kind="primary" type="submit">
          {act}
        </Button>
        <Button onClick={onLeave}>{t('common_cancel')}</Button>
      </div>
    </form>
  );
}
