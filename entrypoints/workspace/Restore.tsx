// A backup file in: chosen or dropped, read, checked row by row, looked at, and only then taken over.
import { useEffect, useRef, useState } from 'preact/hooks';
import { ask } from '../../lib/messages/ask';
import type { ErrorCode } from '../../lib/messages/protocol';
import { t } from '../../lib/words/words';
import { Button } from '../../components/Button';
import { codeOf, ErrorLine } from '../../components/ErrorLine';
import { fileStream, stageBackup } from './backup-job';
import { FileDrop } from '../../components/workspace/FileDrop';
import { RestorePreview, type Mode, type Staged } from '../../components/workspace/RestorePreview';
import { problemInWords, sizeInWords } from '../../components/workspace/table-words';
import type { OnDone } from './Workspace';

type Stage =
  | { at: 'idle' }
  | { at: 'reading'; done: number; of: number }
  | { at: 'ready'; staged: Staged }
  | { at: 'taking' }
  | { at: 'problem'; words: string };

/** The undo of the last restore outlives its toast and a reload of the page; it is an id, no data. */
const UNDO_KEY = 'restore-undo';

export function Restore({ onDone }: { onDone: OnDone }) {
  const [stage, setStage] = useState<Stage>({ at: 'idle' });
  const [file, setFile] = useState<File | null>(null);
  const [error, setError] = useState<ErrorCode | null>(null);
  const [undo, setUndo] = useState(() => sessionStorage.getItem(UNDO_KEY));
  const stop = useRef<AbortController | null>(null);
  const job = useRef<string | null>(null);

  const drop = () => {
    stop.current?.abort();
    if (job.current) void ask('restore.drop', { job: job.current }).catch(() => undefined);
    job.current = null;
  };
  useEffect(() => drop, []);
  const leave = () => {
    drop();
    setFile(null);
    setStage({ at: 'idle' });
  };
  const keepUndo = (id: string | null) => {
    if (id === null) sessionStorage.removeItem(UNDO_KEY);
    else sessionStorage.setItem(UNDO_KEY, id);
    setUndo(id);
  };

  const read = async (chosen: File) => {
    drop();
    const controller = (stop.current = new AbortController());
    setFile(chosen);
    setError(null);
    setStage({ at: 'reading', done: 0, of: 0 });
    try {
      const bytes = fileStream(chosen, (done, of) => {
        if (!controller.signal.aborted) setStage({ at: 'reading', done, of });
      });
      const result = await stageBackup(bytes, controller.signal);
      if ('code' in result) return setStage({ at: 'problem', words: problemInWords(result) });
      job.current = result.job;
      setStage({ at: 'ready', staged: result });
    } catch (why) {
      if (controller.signal.aborted) return;
      setError(codeOf(why));
      setStage({ at: 'idle' });
    }
  };

  const take = async (staged: Staged, mode: Mode) => {
    setStage({ at: 'taking' });
    // From here on leaving the page must not take the rows away.
    job.current = null;
    try {
      const answer = await ask('restore.commit', { job: staged.job, mode });
      leave();
      keepUndo(answer.undo);
      onDone(t('work_restored'), answer.undo);
    } catch (why) {
      job.current = staged.job;
      setError(codeOf(why));
      setStage({ at: 'ready', staged });
    }
  };
  const takeBack = (id: string) => {
    ask('undo.run', { undo: id }).then(
      () => {
        keepUndo(null);
        onDone(t('work_restore_undone'), null);
      },
      (why: unknown) => {
        // Taken back already, with the toast.
        keepUndo(null);
        setError(codeOf(why));
      },
    );
  };

  return (
    <>
      <ErrorLine code={error} />
      {undo && stage.at === 'idle' && (
        <p class="ws-standing">
          {t('work_restored_standing')} <Button onClick={() => takeBack(undo)}>{t('work_restore_undo')}</Button>
        </p>
      )}
      {(stage.at === 'idle' || stage.at === 'problem') && <FileDrop onFile={(chosen) => void read(chosen)} />}
      {file && <p class="ws-file">{t('work_file', file.name, sizeInWords(file.size))}</p>}
      <div role="alert">
        {stage.at === 'problem' && (
          <p class="error-line">
            <span>{stage.words}</span>
          </p>
        )}
      </div>
      {stage.at === 'reading' && (
        <div class="ws-acts">
          <Button onClick={leave}>{t('common_cancel')}</Button>
          <progress aria-label={t('work_reading')} {...(stage.of > 0 ? { value: stage.done, max: stage.of } : {})} />
          <span class="soft">{stage.of > 0 ? t('work_size_of', sizeInWords(stage.done), sizeInWords(stage.of)) : t('work_reading')}</span>
        </div>
      )}
      {stage.at === 'taking' && (
        <p role="status" class="soft">
          {t('work_taking')}
        </p>
      )}
      {stage.at === 'ready' && <RestorePreview staged={stage.staged} onTake={(mode) => void take(stage.staged, mode)} onLeave={leave} />}
    </>
  );
}
