// Replies: the list on the left page of the notebook, on the right the one being written, two compared, or several at once.
import { useMemo, useState } from 'preact/hooks';
import type { Arrangement } from '../../lib/domain/arrange-reply';
import { usualShare } from '../../lib/domain/reply-shelf';
import { useAnswer } from '../../lib/hooks/use-answer';
import { useToday } from '../../lib/hooks/use-today';
import { ask } from '../../lib/messages/ask';
import type { ErrorCode, ReplyWithStats } from '../../lib/messages/protocol';
import { languageTag, t } from '../../lib/words/words';
import { Button } from '../../components/Button';
import { codeOf, ErrorLine } from '../../components/ErrorLine';
import { ChosenReplies } from '../../components/workspace/ChosenReplies';
import { CompareReplies } from '../../components/workspace/CompareReplies';
import { Page } from '../../components/workspace/Page';
import { blankDraft, type ReplyDraft } from '../../components/workspace/reply-draft';
import { ReplyFate } from '../../components/workspace/ReplyFate';
import { ReplyFilters } from '../../components/workspace/ReplyFilters';
import { ReplyList } from '../../components/workspace/ReplyList';
import { RepliesTeach } from '../../components/workspace/RepliesTeach';
import { ShelfNotes } from '../../components/workspace/ShelfNotes';
import { arrangedInWords } from '../../components/workspace/shelf-words';
import { StarterPart } from '../../components/workspace/StarterPart';
import { UnusedReplies } from '../../components/workspace/UnusedReplies';
import '../../components/workspace/shelf.css';
import { ReplyEditor } from './ReplyEditor';
import { ReplyExamples } from './ReplyExamples';
import { ShareReplies } from './ShareReplies';
import { useShelf } from './use-shelf';
import type { OnDone } from './Workspace';

/** Changed and not saved yet, by reply id; `new` is the one without an id. */
export type Drafts = Record<string, ReplyDraft>;

/** What the right page is about, where it is not the open reply: two ids to compare, or those not used any more. */
type Beside = { pair: readonly [string, string] } | 'unused' | null;

/** With more than so many there is a field to search them, and boxes to choose what is shown. */
const SEARCHED = 8;
const NOBODY: readonly ReplyWithStats[] = [];

export function RepliesPage(props: { drafts: Drafts; onDrafts: (change: (old: Drafts) => Drafts) => void; onDone: OnDone }) {
  const { answer, error } = useAnswer('reply.list', {}, ['replies', 'credits']);
  const clock = useToday();
  const [open, setOpen] = useState<string | null>('new' in props.drafts ? 'new' : null);
  const [beside, setBeside] = useState<Beside>(null);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [failed, setFailed] = useState<ErrorCode | null>(null);
  const replies = answer?.replies ?? NOBODY;
  const { shelf, shown, groups, twins, beliefs, choosable, unused, query, filter, ...on } = useShelf(replies, clock);

  const byId = useMemo(() => new Map(replies.map((one) => [one.id, one])), [replies]);
  const reply = byId.get(open ?? '') ?? null;
  const writing = open === 'new' || reply !== null;
  // Nothing is done to a reply that is not in sight.
  const several = useMemo(() => shown.filter(({ id }) => chosen.has(id)), [shown, chosen]);
  const pair = beside !== null && beside !== 'unused' ? beside.pair.flatMap((id) => byId.get(id) ?? []) : [];
  const keep = (id: string, draft: ReplyDraft | null) =>
    props.onDrafts(({ [id]: _, ...others }) => (draft ? { ...others, [id]: draft } : others));
  const fail = (why: unknown) => setFailed(codeOf(why));
  const done = (words: string, undo: string | null) => {
    setFailed(null);
    props.onDone(words, undo);
  };

  const show = (id: string | null, next: Beside = null) => {
    setChosen(new Set());
    setBeside(next);
    setOpen(id);
  };
  const back = () => {
    setBeside(null);
    focusList();
  };
  const remove = async (gone: ReplyWithStats) => {
    const { undo } = await ask('reply.delete', { reply: gone.id });
    keep(gone.id, null);
    show(null);
    done(t('work_reply_deleted', gone.title), undo);
  };
  const arrange = async (ids: string[], change: Arrangement) => {
    const { undo, freed } = await ask('reply.arrange', { replies: ids, change });
    const words = arrangedInWords(change, ids.length);
    done(undo === null ? t('shelf_lay_so') : freed[0] === undefined ? words : t('shelf_freed', words, freed[0]), undo);
  };
  /** Archiving takes away what was clicked: the focus goes to the list. */
  const putAway = (ids: string[]) => void arrange(ids, { archived: true }).then(back, fail);
  const rename = (from: string, to: string) =>
    void ask('folder.rename', { from, to }).then(({ undo }) => {
      if (filter.folder === from) on.onFilter({ folder: to });
      if (shelf.shut.includes(from)) on.onShelf({ shut: shelf.shut.map((folder) => (folder === from ? to : folder)) });
      done(t('shelf_renamed', to), undo);
    }, fail);
  const addStarter = (language: 'en' | 'zh') =>
    void ask('starter.add', { language }).then(({ undo }) => done(t('starter_added'), undo), fail);
  const removeStarter = () => void ask('starter.remove', {}).then(({ undo }) => done(t('starter_removed'), undo), fail);
  const example = () => {
    keep('new', { ...blankDraft, title: t('work_example_title'), body: t('work_example_body') });
    show('new');
  };

  const unsaved = Object.keys(props.drafts).join();
  // While a reply is typed, the list stands as it is.
  const list = useMemo(
    () => (
      <ReplyList
        groups={groups}
        shut={shelf.shut}
        open={open}
        chosen={chosen}
        unsaved={unsaved.split(',')}
        twins={twins}
        beliefs={beliefs}
        clock={clock}
        onOpen={(id) => show(id)}
        onChoose={setChosen}
        onCompare={(id, twin) => show(id, { pair: [id, twin] })}
        onShut={(folder, isShut) => on.onShelf({ shut: isShut ? [...shelf.shut, folder] : shelf.shut.filter((other) => other !== folder) })}
        onRename={rename}
      />
    ),
    [groups, shelf, open, chosen, unsaved, twins, beliefs, clock.today, filter.folder, languageTag()],
  );
  const right = () => {
    if (several.length > 0) {
      return (
        <ChosenReplies
          chosen={several}
          folders={choosable.folders}
          tags={choosable.tags}
          onArrange={(change) => {
            const ids = several.map(({ id }) => id);
            void arrange(ids, change).then(() => change.archived !== undefined && back(), fail);
          }}
          onNone={() => {
            setChosen(new Set());
            focusList();
          }}
        />
      );
    }
    if (pair[0] && pair[1]) {
      return (
        <CompareReplies
          pair={[pair[0], pair[1]]}
          beliefs={beliefs}
          clock={clock}
          onKeep={(kept, other) => {
            setOpen(kept.id);
            putAway([other.id]);
          }}
          onBack={back}
        />
      );
    }
    if (beside === 'unused') return <UnusedReplies unused={unused} clock={clock} onArchive={putAway} onBack={back} />;
    if (!writing) return <RepliesTeach first={replies.length === 0} onExample={example} />;
    return (
      <>
        <ReplyEditor
          key={open}
          reply={reply}
          others={replies}
          draft={props.drafts[open ?? ''] ?? null}
          clock={clock}
          onDraft={(draft) => keep(open ?? 'new', draft)}
          onSaved={(id) => {
            keep(open ?? 'new', null);
            setOpen(id);
          }}
          onArchive={reply ? (archived) => arrange([reply.id], { archived }) : null}
          onDelete={reply ? () => remove(reply) : null}
        />
        {reply && <ReplyFate reply={reply} usual={usualShare(replies)} clock={clock} />}
        {reply && <ReplyExamples key={`examples-${reply.id}`} reply={reply.id} onDone={props.onDone} />}
      </>
    );
  };

  return (
    <Page
      title={t('work_replies')}
      beside={
        <>
          <ShareReplies all={replies} some={several.length > 0 ? several : shown} onDone={props.onDone} />
          <Button onClick={() => show('new')}>{t('work_reply_new')}</Button>
        </>
      }
    >
      <ErrorLine code={error ?? failed} />
      {answer && on.isKnown && (
        <div class="ws-spread shelf-spread">
          <div class="ws-left">
            {replies.length === 0 && <p class="soft">{t('work_replies_none')}</p>}
            {replies.length > SEARCHED && (
              <ReplyFilters query={query} filter={filter} shelf={shelf} choosable={choosable} onDown={toList} {...on} />
            )}
            <ShelfNotes
              shown={shown.length}
              all={replies.length}
              filter={filter}
              query={query}
              unused={unused.length}
              onAll={on.onAll}
              onUnused={() => show(null, 'unused')}
            />
            {'new' in props.drafts && open !== 'new' && (
              <ul class="ws-replies">
                <li>
                  <button type="button" onClick={() => show('new')}>
                    <span class="ws-title">{props.drafts['new']?.title || t('work_reply_untitled')}</span>
                    <span class="ws-meta">{t('work_unsaved')}</span>
                  </button>
                </li>
              </ul>
            )}
            {list}
          </div>
          <div class="ws-right">
            {right()}
            {!writing && beside === null && several.length === 0 && (
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

/** To the line of the list where the focus was last. */
const toList = (): void => document.querySelector<HTMLElement>('.shelf .shelf-open[tabindex="0"]')?.focus();
/** The same after the drawing: what has the focus now goes away with it. */
const focusList = (): void => void requestAnimationFrame(toList);
