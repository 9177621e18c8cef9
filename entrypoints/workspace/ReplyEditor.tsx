// One reply template: title, body, what is wrong with it and where, and how it will look.
import { useId, useRef, useState } from 'preact/hooks';
import { parseTemplate, type TemplateError } from '../../lib/domain/template/parse';
import { ask } from '../../lib/messages/ask';
import type { ErrorCode, ReplyWithStats } from '../../lib/messages/protocol';
import { t } from '../../lib/words/words';
import { Button } from '../../components/Button';
import { codeOf, ErrorLine } from '../../components/ErrorLine';
import type { Draft } from './RepliesPage';
import { useToday } from '../../lib/hooks/use-today';
import { samplePerson } from '../../components/workspace/sample-person';
import { ReplyPreview } from '../../components/workspace/ReplyPreview';
import { fieldsToInsert, placeOf, problemInWords } from '../../components/workspace/template-words';

interface Props {
  reply: ReplyWithStats | null;
  draft: Draft | null;
  onDraft: (draft: Draft | null) => void;
  onSaved: (id: string) => void;
  onDelete: (() => Promise<void>) | null;
}

/** Puts text where the caret is, as if it were typed, so that Ctrl+Z takes it back. */
function typeInto(area: HTMLTextAreaElement, text: string): void {
  area.focus();
  if (document.execCommand?.('insertText', false, text)) return;
  area.setRangeText(text, area.selectionStart, area.selectionEnd, 'end');
  area.dispatchEvent(new Event('input', { bubbles: true }));
}

export function ReplyEditor({ reply, draft, onDraft, onSaved, onDelete }: Props) {
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const [error, setError] = useState<ErrorCode | null>(null);
  const [saving, setSaving] = useState(false);
  const saved: Draft = reply ?? { title: '', body: '', sells: false };
  const { title, body, sells } = draft ?? saved;
  const { errors } = parseTemplate(body);
  const { today } = useToday();
  const sample = samplePerson(today, new Date().getHours(), navigator.language);
  const change = (next: Draft) =>
    onDraft(next.title === saved.title && next.body === saved.body && next.sells === saved.sells ? null : next);

  const reason =
    errors.length > 0
      ? t('work_save_fix')
      : body.trim() === ''
        ? t('work_save_body')
        : title.trim() === ''
          ? t('work_save_title')
          : draft
            ? null
            : t('work_saved');

  const save = () => {
    if (reason !== null || saving) return;
    setSaving(true);
    ask('reply.save', { id: reply?.id ?? null, title: title.trim(), body, sells })
      .then((answer) => {
        setError(null);
        onSaved(answer.id);
      })
      .catch((why: unknown) => setError(codeOf(why)))
      .finally(() => setSaving(false));
  };
  const show = (problem: TemplateError) => {
    area.current?.focus();
    area.current?.setSelectionRange(problem.from, problem.to);
  };

  return (
    <form
      class="ws-editor"
      aria-label={reply ? reply.title : t('work_reply_new')}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.isComposing) return;
        event.preventDefault();
        save();
      }}
    >
      <label class="label" for={`${id}-title`}>
        {t('work_reply_title')}
      </label>
      <input
        class="field"
        id={`${id}-title`}
        value={title}
        maxLength={120}
        autoComplete="off"
        onInput={(event) => change({ title: event.currentTarget.value, body, sells })}
      />
      <label class="label" for={`${id}-body`}>
        {t('work_reply_body')}
      </label>
      <textarea
        class="field ws-text"
        id={`${id}-body`}
        ref={area}
        rows={8}
        value={body}
        maxLength={10_000}
        aria-invalid={errors.length > 0}
        aria-describedby={`${id}-wrong`}
        onInput={(event) => change({ title, body: event.currentTarget.value, sells })}
      />
      <div class="ws-fields" role="group" aria-label={t('work_insert_field')}>
        <span aria-hidden="true">{t('work_insert_field')}</span>
        {fieldsToInsert().map((field) => (
          <button key={field.text} type="button" title={field.about} onClick={() => area.current && typeInto(area.current, field.text)}>
            {field.text}
          </button>
        ))}
      </div>
      <ul id={`${id}-wrong`} class="ws-wrong" aria-live="polite">
        {errors.map((problem) => (
          <li key={`${problem.from}-${problem.code}`}>
            <button type="button" onClick={() => show(problem)}>
              {t('work_place', ...placeOf(body, problem.from))}
            </button>{' '}
            {problemInWords(problem)}
          </li>
        ))}
      </ul>
      <label class="ws-check">
        <input type="checkbox" checked={sells} onChange={(event) => change({ title, body, sells: event.currentTarget.checked })} />
        <span>
          {t('work_reply_sells')} <span class="soft">{t('work_reply_sells_about')}</span>
        </span>
      </label>
      <ReplyPreview body={body} language={null} values={sample} />
      <ErrorLine code={error} />
      <div class="ws-acts">
        {/* Not `disabled`: it stays reachable, so that the reason beside it is read out. */}
        <Button kind="primary" type="submit" aria-disabled={reason !== null || saving} aria-describedby={`${id}-reason`}>
          {t('common_save')}
        </Button>
        <span id={`${id}-reason`} class="soft" role="status">
          {reason ?? t('work_save_keys')}
        </span>
        {onDelete && (
          <span class="ws-far">
            <Button kind="text" onClick={() => void onDelete().catch((why: unknown) => setError(codeOf(why)))}>
              {t('work_delete')}
            </Button>
          </span>
        )}
      </div>
    </form>
  );
}
