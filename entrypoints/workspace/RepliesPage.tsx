// Replies: the list on the left page of the notebook, the one being written on the right.
import { useState } from 'preact/hooks';
import { useAnswer } from '../../lib/hooks/use-answer';
import { ask } from '../../lib/messages/ask';
import type { ReplyWithStats } from '../../lib/messages/protocol';
import { t, tn } from '../../lib/words/words';
import { Button } from '../../components/Button';
import { ErrorLine } from '../../components/ErrorLine';
import { Page } from '../../components/workspace/Page';
import { ReplyEditor } from './ReplyEditor';
import type { OnDone } from './Workspace';

export interface Draft {
  title: string;
  body: string;
  sells: boolean;
}
/** Changed and not saved yet, by reply id; `new` is the one without an id. */
export type Drafts = Record<string, Draft>;

export function RepliesPage(props: { drafts: Drafts; onDrafts: (change: (old: Drafts) => Drafts) => void; onDone: OnDone }) {
  const { answer, error } = useAnswer('reply.list', {}, ['replies', 'credits']);
  const [open, setOpen] = useState<string | null>('new' in props.drafts ? 'new' : null);
  const replies = answer?.replies ?? [];
  const reply = replies.find((one) => one.id === open) ?? null;
  const keep = (id: string, draft: Draft | null) =>
    props.onDrafts(({ [id]: _, ...others }) => (draft ? { ...others, [id]: draft } : others));
  const writing = open === 'new' || reply !== null;

  const remove = async (gone: ReplyWithStats) => {
    const { undo } = await ask('reply.delete', { reply: gone.id });
    keep(gone.id, null);
    setOpen(null);
    props.onDone(t('work_reply_deleted', gone.title), undo);
  };
  const example = () => {
    keep('new', { title: t('work_example_title'), body: t('work_example_body'), sells: false });
    setOpen('new');
  };

  return (
    <Page title={t('work_replies')} beside={<Button onClick={() => setOpen('new')}>{t('work_reply_new')}</Button>}>
      <ErrorLine code={error} />
      {answer && (
        <div class="ws-spread">
          <div class="ws-left">
            {replies.length === 0 && <p class="soft">{t('work_replies_none')}</p>}
            <ul class="ws-replies">
              {'new' in props.drafts && open !== 'new' && (
                <li>
                  <button type="button" onClick={() => setOpen('new')}>
                    <span class="ws-title">{props.drafts['new']?.title || t('work_reply_untitled')}</span>
                    <span class="ws-meta">{t('work_unsaved')}</span>
                  </button>
                </li>
              )}
              {replies.map((one) => (
                <li key={one.id}>
                  <button type="button" aria-pressed={one.id === open} onClick={() => setOpen(one.id)}>
                    <span class="ws-title">{one.title}</span>
                    <span class="ws-body">{one.body}</span>
                    <span class="ws-meta">{one.id in props.drafts ? t('work_unsaved') : fate(one)}</span>
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
          </div>
        </div>
      )}
    </Page>
  );
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
