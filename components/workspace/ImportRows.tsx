// The replies of a file before they come in: each with its tick, what was changed about it, and what it meets here.
import { useState } from 'preact/hooks';
import type { Meeting } from '../../lib/domain/portable-reply';
import type { Incoming, Rejected } from '../../lib/formats/replies/incoming';
import { t, tn } from '../../lib/words/words';
import { Button } from '../Button';
import { changeInWords, rejectionInWords } from './import-words';

/** So many rows are drawn at a time. */
const STEP = 100;
/** More rejected ones than these nobody reads; the number of the others is told. */
const MOST_REJECTED = 200;

export function ImportRows(props: {
  replies: readonly Incoming[];
  meetings: readonly Meeting[];
  ticked: ReadonlySet<number>;
  onTicked: (ticked: ReadonlySet<number>) => void;
}) {
  const { replies, meetings, ticked, onTicked } = props;
  const [most, setMost] = useState(STEP);
  const tick = (i: number, on: boolean) => {
    const next = new Set(ticked);
    if (on) next.add(i);
    else next.delete(i);
    onTicked(next);
  };
  return (
    <section class="import-rows" aria-label={t('import_rows')}>
      <div class="ws-acts">
        <Button kind="text" onClick={() => onTicked(new Set(replies.keys()))}>
          {t('import_all')}
        </Button>
        <Button kind="text" onClick={() => onTicked(new Set())}>
          {t('import_nothing')}
        </Button>
      </div>
      <ul>
        {replies.slice(0, most).map((reply, i) => (
          <Row key={i} reply={reply} meeting={meetings[i]!} isTicked={ticked.has(i)} onTick={(on) => tick(i, on)} />
        ))}
      </ul>
      {replies.length > most && <Button onClick={() => setMost(most + STEP * 5)}>{t('import_show_more', replies.length - most)}</Button>}
    </section>
  );
}

function Row(props: { reply: Incoming; meeting: Meeting; isTicked: boolean; onTick: (on: boolean) => void }) {
  const { reply, meeting, isTicked, onTick } = props;
  const meta = [reply.shortcut && `/${reply.shortcut}`, reply.folder, reply.tags.join(', ')].filter((part) => part !== '');
  return (
    <li class={isTicked ? undefined : 'import-out'}>
      <label>
        <input type="checkbox" checked={isTicked} onChange={(event) => onTick(event.currentTarget.checked)} />
        <span class="ws-title">{reply.title}</span>
      </label>
      <span class="import-line">{reply.body.trim().split('\n', 1)[0]}</span>
      {meta.length > 0 && <span class="ws-meta">{meta.join(' · ')}</span>}
      {meeting.same !== null && <span class="import-note">{t('import_same', meeting.same)}</span>}
      {meeting.taken !== null && <span class="import-note">{t('import_taken', meeting.taken, reply.shortcut)}</span>}
      {reply.changes.length > 0 && (
        <details>
          <summary>{tn('import_changes', reply.changes.length)}</summary>
          <ul>
            {reply.changes.map((change, i) => (
              <li key={i}>{changeInWords(change)}</li>
            ))}
          </ul>
        </details>
      )}
    </li>
  );
}

export function ImportRejected({ rejected }: { rejected: readonly Rejected[] }) {
  return (
    <details class="ws-rejected" open>
      <summary>{tn('import_rejected', rejected.length)}</summary>
      <ul>
        {rejected.slice(0, MOST_REJECTED).map((one, i) => (
          <li key={i}>
            {one.title} <span class="soft">{rejectionInWords(one)}</span>
          </li>
        ))}
      </ul>
      {rejected.length > MOST_REJECTED && <p class="soft">{t('work_rejected_more', rejected.length - MOST_REJECTED)}</p>}
    </details>
  );
}
