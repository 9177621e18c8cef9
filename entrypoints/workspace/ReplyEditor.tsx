// One reply template: its words with the fields marked, what is wrong and where, whom it fits, and how it will look.
import { useId, useRef, useState } from 'preact/hooks';
import { dayOf } from '../../lib/domain/day';
import { ownNames } from '../../lib/domain/own-names';
import { inUse } from '../../lib/domain/own-value';
import { plainShortcut } from '../../lib/domain/shortcut';
import { parseTemplate, type TemplateError } from '../../lib/domain/template/parse';
import type { Language } from '../../lib/domain/template/moment';
import { useAnswer } from '../../lib/hooks/use-answer';
import { ask } from '../../lib/messages/ask';
import type { ErrorCode, ReplyWithStats } from '../../lib/messages/protocol';
import { dayInWords } from '../../lib/words/dates';
import { languageTag, t } from '../../lib/words/words';
import { Button } from '../../components/Button';
import { codeOf, ErrorLine } from '../../components/ErrorLine';
import { TagField } from '../../components/TagField';
import type { Clock } from '../../components/workspace/clock';
import { blankDraft, draftOf, sameDraft, type ReplyDraft } from '../../components/workspace/reply-draft';
import { ReplyFits } from '../../components/workspace/ReplyFits';
import { TemplateHelp } from '../../components/workspace/TemplateHelp';
import { TemplateText } from '../../components/workspace/TemplateText';
import { fieldsToInsert, ownToInsert, placeOf, problemInWords } from '../../components/workspace/template-words';
import '../../components/workspace/reply-editor.css';
import { PreviewFor } from './PreviewFor';
import { typeInto } from './type-into';

interface Props {
  reply: ReplyWithStats | null;
  /** All of them: whose shortcuts are taken, and which folders and tags there are. */
  others: readonly ReplyWithStats[];
  draft: ReplyDraft | null;
  onDraft: (draft: ReplyDraft | null) => void;
  clock: Clock;
  onSaved: (id: string) => void;
  /** Archives it, or brings it back. */
  onArchive: ((archived: boolean) => Promise<void>) | null;
  onDelete: (() => Promise<void>) | null;
}

/** Each by its own name. */
const LANGUAGES = [
  { value: 'en', tag: 'en', label: 'English' },
  { value: 'zh', tag: 'zh-CN', label: '中文' },
] as const;
/** So many mistakes are enough to mend at a time. */
const MISTAKES = 12;
/** So many of the rep's own fields stand under the text; all of them are in the help. */
const OWN_AT_HAND = 8;

export function ReplyEditor({ reply, others, draft, clock, onDraft, onSaved, onArchive, onDelete }: Props) {
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const [error, setError] = useState<ErrorCode | null>(null);
  const [saving, setSaving] = useState(false);
  const { answer: care } = useAnswer('care.get', {}, ['settings']);
  const saved: ReplyDraft = reply ? draftOf(reply) : blankDraft;
  const now = draft ?? saved;
  const { title, body, shortcut, language, folder, tags, fits, sells } = now;
  const { answer: own, error: ownError } = useAnswer('field.list', {}, ['fields']);
  const fields = inUse(own?.fields ?? []);
  const template = parseTemplate(
    body,
    own ? new Set(ownNames(fields.map((field) => ({ field, value: '' }))).map(({ name }) => name)) : undefined,
  );
  // Until the rep's own fields are known, a word may be one of them.
  const errors = own || ownError ? template.errors : template.errors.filter(({ code }) => code !== 'unknown');
  const spoken: Language = language ?? (languageTag() === 'zh-CN' ? 'zh' : 'en');
  const isArchived = reply !== null && reply.archivedAt !== null;
  const change = (part: Partial<ReplyDraft>) => {
    const next = { ...now, ...part };
    onDraft(sameDraft(next, saved) ? null : next);
  };
  const insert = (text: string) => area.current && typeInto(area.current, text);

  const plain = plainShortcut(shortcut);
  const holder = plain === '' ? undefined : others.find((one) => one.id !== reply?.id && one.archivedAt === null && one.shortcut === plain);
  const reason =
    errors.length > 0
      ? t('work_save_fix')
      : body.trim() === ''
        ? t('work_save_body')
        : title.trim() === ''
          ? t('work_save_title')
          : holder
            ? t('work_save_shortcut')
            : draft
              ? null
              : t('work_saved');

  const fail = (why: unknown) => setError(codeOf(why));
  const save = () => {
    if (reason !== null || saving) return;
    setSaving(true);
    ask('reply.save', { ...now, id: reply?.id ?? null, title: title.trim(), shortcut: plain, folder: folder.trim() })
      .then((answer) => {
        setError(null);
        onSaved(answer.id);
      })
      .catch(fail)
      .finally(() => setSaving(false));
  };
  const show = (problem: TemplateError) => {
    area.current?.focus();
    area.current?.setSelectionRange(problem.from, problem.to);
  };
  const folders = [...new Set(others.map((one) => one.folder))].filter((one) => one !== '').sort();

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
      {isArchived && (
        <p class="shelf-archived">{t('shelf_archived_since', dayInWords(dayOf(reply.archivedAt!, clock.zone), clock.today))}</p>
      )}
      <label class="label" for={`${id}-title`}>
        {t('work_reply_title')}
      </label>
      <input
        class="field"
        id={`${id}-title`}
        value={title}
        maxLength={120}
        autoComplete="off"
        onInput={(event) => change({ title: event.currentTarget.value })}
      />
      <label class="label" for={`${id}-body`}>
        {t('work_reply_body')}
      </label>
      <TemplateText
        area={area}
        template={template}
        id={`${id}-body`}
        rows={6}
        value={body}
        maxLength={10_000}
        aria-invalid={errors.length > 0}
        aria-describedby={`${id}-wrong`}
        onText={(text) => change({ body: text })}
      />
      <ul id={`${id}-wrong`} class="ws-wrong" aria-live="polite">
        {errors.slice(0, MISTAKES).map((problem) => (
          <li key={`${problem.from}-${problem.code}`}>
            <button type="button" onClick={() => show(problem)}>
              {t('work_place', ...placeOf(body, problem.from))}
            </button>{' '}
            {problemInWords(problem)}
          </li>
        ))}
      </ul>
      <div class="ws-fields" role="group" aria-label={t('work_insert_field')}>
        <span aria-hidden="true">{t('work_insert_field')}</span>
        {[...fieldsToInsert(spoken), ...ownToInsert(fields, spoken).slice(0, OWN_AT_HAND)].map((field) => (
          <button key={field.text} type="button" title={field.about} onClick={() => insert(field.text)}>
            {field.text}
          </button>
        ))}
      </div>
      <PreviewFor body={body} language={language} fields={fields}>
        {(values) => <TemplateHelp language={spoken} values={values} fields={fields} onInsert={insert} />}
      </PreviewFor>

      <div class="ws-life-form reply-about">
        <div class="ws-field">
          <label class="label" for={`${id}-shortcut`}>
            {t('work_reply_shortcut')}
          </label>
          <span class="reply-shortcut">
            <span aria-hidden="true">/</span>
            <input
              class="field"
              id={`${id}-shortcut`}
              value={shortcut}
              maxLength={40}
              autoComplete="off"
              aria-invalid={holder !== undefined}
              aria-describedby={`${id}-taken`}
              onInput={(event) => change({ shortcut: event.currentTarget.value })}
              onBlur={() => plain !== shortcut && change({ shortcut: plain })}
            />
          </span>
          <div id={`${id}-taken`} role="alert">
            {holder && <p class="error-line">{t('work_shortcut_taken', plain, holder.title)}</p>}
          </div>
        </div>
        <label class="ws-field">
          <span class="label">{t('work_reply_language')}</span>
          <select
            class="field"
            value={language ?? ''}
            onChange={({ currentTarget: { value } }) => change({ language: value === 'en' || value === 'zh' ? value : null })}
          >
            <option value="">{t('work_language_any')}</option>
            {LANGUAGES.map(({ value, tag, label }) => (
              <option key={value} value={value} lang={tag}>
                {label}
              </option>
            ))}
          </select>
        </label>
        <label class="ws-field">
          <span class="label">{t('work_reply_folder')}</span>
          <input
            class="field"
            list={`${id}-folders`}
            value={folder}
            maxLength={60}
            autoComplete="off"
            onInput={(event) => change({ folder: event.currentTarget.value })}
          />
          <datalist id={`${id}-folders`}>
            {folders.map((one) => (
              <option key={one} value={one} />
            ))}
          </datalist>
        </label>
        <div class="ws-field">
          <span class="label">{t('work_reply_tags')}</span>
          <TagField
            tags={tags}
            known={(beginning) => Promise.resolve(known(others, beginning))}
            onTags={(wanted) => {
              change({ tags: wanted });
              return Promise.resolve(true);
            }}
          />
        </div>
      </div>
      <label class="ws-check">
        <input type="checkbox" checked={sells} onChange={(event) => change({ sells: event.currentTarget.checked })} />
        <span>
          {t('work_reply_sells')} <span class="soft">{t('work_reply_sells_about')}</span>
        </span>
      </label>
      <details class="reply-fits">
        <summary>{t('fits_title', fits.types.length + fits.tiers.length + fits.stages.length + fits.occasions.length)}</summary>
        <ReplyFits fits={fits} stages={care?.care.stages ?? []} onFits={(next) => change({ fits: next })} />
      </details>
      <ErrorLine code={error} />
      <div class="ws-acts">
        {/* Not `disabled`: it stays reachable, so that the reason beside it is read out. */}
        <Button kind="primary" type="submit" aria-disabled={reason !== null || saving} aria-describedby={`${id}-reason`}>
          {t('common_save')}
        </Button>
        <span id={`${id}-reason`} class="soft" role="status">
          {reason ?? t('work_save_keys')}
        </span>
        {reply && (
          <span class="ws-far ws-acts-far">
            {onArchive && (
              <Button kind="text" onClick={() => void onArchive(!isArchived).catch(fail)}>
                {isArchived ? t('shelf_bring_back') : t('shelf_archive')}
              </Button>
            )}
            {onDelete && (
              <Button kind="text" onClick={() => void onDelete().catch(fail)}>
                {t('work_delete')}
              </Button>
            )}
          </span>
        )}
      </div>
    </form>
  );
}

/** Tags of other replies that begin so. */
function known(others: readonly ReplyWithStats[], beginning: string): string[] {
  const start = beginning.toLowerCase();
  return [...new Set(others.flatMap(({ tags }) => tags))].filter((tag) => tag.toLowerCase().startsWith(start)).slice(0, 8);
}
