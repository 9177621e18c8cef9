// A text becomes a reply: what the rep wrote, or marked in the page. Word for word; what is to change is made a field later, in the workspace.
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { t } from '../../lib/words/words';
import { Button } from '../Button';
import { GrowingText } from '../GrowingText';
import type { Try } from './act';

export function KeepReply({ attempt, onEnd }: { attempt: Try; onEnd: () => void }) {
  const id = useId();
  const [text, setText] = useState('');
  const [title, setTitle] = useState('');
  const [missing, setMissing] = useState(false);
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => {
    first.current?.focus();
    void attempt('reply.written', {}).then((answer) => answer && setText((typed) => typed || answer.text));
  }, [attempt]);

  const save = async () => {
    if (title.trim() === '' || text.trim() === '') return setMissing(true);
    if (await attempt('reply.keep', { title, text })) onEnd();
  };
  return (
    <form
      class="keep-reply"
      aria-label={t('panel_keep_reply')}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onKeyDown={(event) => {
        if (event.isComposing || event.key !== 'Escape') return;
        event.stopPropagation();
        onEnd();
      }}
    >
      <label class="label" for={`${id}-title`}>
        {t('panel_keep_title')}
      </label>
      <input
        ref={first}
        id={`${id}-title`}
        class="field"
        maxLength={120}
        value={title}
        placeholder={t('panel_keep_title_hint')}
        aria-invalid={missing && title.trim() === ''}
        aria-describedby={missing ? `${id}-missing` : undefined}
        onInput={(event) => setTitle(event.currentTarget.value)}
      />
      <label class="label" for={`${id}-text`}>
        {t('panel_keep_text')}
      </label>
      <GrowingText id={`${id}-text`} class="field private" maxLength={8000} value={text} onText={setText} />
      {missing && (
        <p id={`${id}-missing`} class="error-line" role="alert">
          <span>{t('panel_keep_missing')}</span>
        </p>
      )}
      <div class="panel-acts">
        <Button kind="primary" type="submit">
          {t('common_save')}
        </Button>
        <Button onClick={onEnd}>{t('common_cancel')}</Button>
      </div>
    </form>
  );
}
