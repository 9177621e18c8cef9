// Replies: the list on the left page of the notebook, the one being written on the right.
import { useState } from 'preact/hooks';
import { findReplies } from '../../lib/domain/find-replies';
import { useAnswer } from '../../lib/hooks/use-answer';
import { ask } from '../../lib/messages/ask';
import type { ErrorCode, ReplyWithStats } from '../../lib/messages/protocol';
import { t, tn } from '../../lib/words/words';
import { Button } from '../../components/Button';
import { codeOf, ErrorLine } from '../../components/ErrorLine';
import { blankDraft, type ReplyDraft } from '../../components/workspace/reply-draft';
import { StarterPart } from '../../components/workspace/StarterPart';
import { Page } from '../../components/workspace/Page';
import { ReplyEditor } from './ReplyEditor';
import { ReplyExamples } from './ReplyExamples';
import type { OnDone } from './Workspace';

/** Changed and not saved yet, by reply id; `new` is the one without an id. */
export type Drafts = Record<string, ReplyDraft>;

export function RepliesPage(props: { drafts: Drafts; onDrafts: (change: (old: Drafts) => Drafts) => void; onDone: OnDone }) {
  const { answer, error } = useAnswer('reply.list', {}, ['replies', 'credits']);
  const [open, setOpen] = useState<string | null>('new' in props.drafts ? 'new' : null);
  const [failed, setFailed] = useState<ErrorCode | null>(null);
  const [query, setQuery] = useState('');
  const replies = answer?.replies ?? [];
  const reply = replies.find((one) => one.id === open) ?? null;
  const keep = (id: string, draft: ReplyDraft | null) =>
    props.onDrafts(({ [id]: _, ...others }) => (draft ? { ...others, [id]: draft } : others));
  const shown = query.trim() === '' ? replies : findReplies(replies, query);
  const fail = (why: unknown) => setFailed(codeOf(why));
  const writing = open === 'new' || reply !== null;

  const remove = async (gone: ReplyWithStats) => {
    const { undo } = await ask('reply.delete', { reply: gone.id });
    keep(gone.id, null);
    setOpen(null);
    props.onDone(t('work_reply_deleted', gone.title), undo);
  };
  const addStarter = (language: 'en' | 'zh') =>
    void ask('starter.add', { language }).then(({ undo }) => props.onDone(t('starter_added'), undo), fail);
  const removeStarter = () => void ask('starter.remove', {}).then(({ undo }) => props.onDone(t('starter_removed'), undo), fail);
  const example = () => {
    keep('new', { ...blankDraft, title: t('work_example_title'), body: t('work_example_body') });
    setOpen('new');
  };

  return (
    <Page title={t('work_replies')} beside={<Button onClick={() => setOpen('new')}>{t('work_reply_new')}</Button>}>
      <ErrorLine code={error ?? failed} />
      {answer && (
        <div class="ws-spread">
          <div class="ws-left">
            {replies.length === 0 && <p class="soft">{t('work_replies_none')}</p>}
            {replies.length > SEARCHED && (
              <input
                class="field replies-search"
                type="search"
                aria-label={t('panel_reply_search')}
                placeholder={t('panel_reply_search')}
                maxLength={200}
                value={query}
                onInput={(event) => setQuery(event.currentTarget.value)}
              />
            )}
            {query !== '' && shown.length === 0 && <p class="soft">{t('panel_replies_not_found')}</p>}
            <ul class="ws-replies">
              {'new' in props.drafts && open !== 'new' && (
                <li>
                  <button type="button" onClick={() => setOpen('new')}>
                    <span class="ws-title">{props.drafts['new']?.title || t('work_reply_untitled')}</span>
                    <span class="ws-meta">{t('work_unsaved')}</span>
                  </button>
                </li>
              )}
              {shown.map((one) => (
                <li key={one.id}>
                  <button type="button" aria-pressed={one.id === open} onClick={() => setOpen(one.id)}>
                    <span class="ws-title">{one.title}</span>
                    <span class="ws-body">{one.body}</span>
                    <span class="ws-meta">{one.id in props.drafts ? t('work_unsaved') : meta(one)}</span>
                  </button>
                </li>
              ))}
            </ul>
          </div>
          <div class="ws-right">
            {writing ? (
              <ReplyEditor
                key={open}
                reply={reply}
                others={replies}
                draft={props.drafts[open ?? ''] ?? null}
                onDraft={(draft) => keep(open ?? 'new', draft)}
                onSaved={(id) => {
                  keep(open ?? 'new', null);
                  setOpen(id);
                }}
                onDelete={reply ? () => remove(reply) : null}
              />
            ) : (
              <Teach first={replies.length === 0} onExample={example} />
            )}
            {reply && <ReplyExamples key={`examples-${reply.id}`} reply={reply.id} onDone={props.onDone} />}
            {!writing && (
              <StarterPart
                there={replies.flatMap(({ starter, language }) => (starter ? [language] : []))}
                onAdd={addStarter}
                onRemove={removeStarter}
              />
            )}
          </div>
        </div>
      )}
    </Page>
  );
}

/** With more than so many there is a field to search them. */
const SEARCHED = 8;

/** Where a reply is from and how to type it, and what became of it. */
function meta(reply: ReplyWithStats): string {
  const parts = [reply.shortcut && `/${reply.shortcut}`, reply.folder, reply.starter !== null ? t('starter_mark') : '', fate(reply)];
  return parts.filter((part) => part !== '').join(' · ');
}

/** What became of a reply, as counts only: too few to speak of shares. */
function fate(reply: ReplyWithStats): string {
  if (reply.sent + reply.edited === 0) return t('work_never_sent');
  const parts = [tn('work_sent', reply.sent)];
  if (reply.edited > 0) parts.push(tn('work_edited', reply.edited));
  parts.push(tn('work_answered', reply.answered));
  return parts.join(' · ');
}

function Teach({ first, onExample }: { first: boolean; onExample: () => void }) {
  return (
    <div class="ws-teach">
      <p>{t('work_replies_teach')}</p>
      {first && (
        <>
          <blockquote>
            <strong>{t('work_example_title')}</strong>
            <p>{t('work_example_body')}</p>
          </blockquote>
          <Button kind="primary" onClick={onExample}>
            {t('work_example_start')}
          </Button>
        </>
      )}
      <p class="ws-about">{t('work_replies_counts')}</p>
    </div>
  );
}
