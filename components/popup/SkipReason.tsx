// Why a line was skipped: asked afterwards, so that skipping stays one key.
import { useState } from 'preact/hooks';
import { t } from '../../lib/words/words';
import { Button } from '../Button';

export function SkipReason({ reason, onReason }: { reason: string; onReason: (reason: string) => void }) {
  const [open, setOpen] = useState(false);
  const [text, setText] = useState(reason);
  if (!open) {
    return (
      <Button kind="text" onClick={() => setOpen(true)}>
        {t(reason ? 'popup_reason_change' : 'popup_reason_add')}
      </Button>
    );
  }
  const take = () => {
    setOpen(false);
    if (text.trim() !== reason) onReason(text.trim());
  };
  return (
    <input
      class="field private skip-reason"
      aria-label={t('popup_reason_label')}
      placeholder={t('popup_reason_label')}
      maxLength={200}
      value={text}
      ref={focusOnce}
      onInput={(event) => setText(event.currentTarget.value)}
      onBlur={take}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.isComposing) take();
        if (event.key !== 'Escape') return;
        // Else the browser closes the popup.
        event.preventDefault();
        setText(reason);
        setOpen(false);
      }}
    />
  );
}

function focusOnce(input: HTMLInputElement | null) {
  input?.focus();
}
