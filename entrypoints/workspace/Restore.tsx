// A backup file in: chosen or dropped, read, checked row by row, looked at, and only then taken over.
import { useEffect, useRef, useState } from 'preact/hooks';
import { ask, AskError } from '../../lib/messages/ask';
import type { ErrorCode } from '../../lib/messages/protocol';
import { t } from '../../lib/words/words';
import { Button } from '../../components/Button';
import { codeOf, ErrorLine } from '../../components/ErrorLine';
import { AskPassphrase } from '../../components/workspace/AskPassphrase';
import { isKeyOf, SealError, sealedHead, type SealedHead } from '../../lib/formats/sealed-file';
import { makeKey } from '../../lib/formats/sealed-key';
import { readKept, type Kept } from './backup-folder';
import { fileStream, openedStream, stageBackup, type OnProgress } from './backup-job';
import { FileDrop } from '../../components/workspace/FileDrop';
import { RestorePreview, type Mode, type Staged } from '../../components/workspace/RestorePreview';
import { problemInWords, sizeInWords } from '../../components/workspace/table-words';
import type { OnDone } from './Workspace';

type Stage =
  | { at: 'idle' }
  | { at: 'locked'; head: SealedHead; isWrong: boolean }
  | { at: 'key'; share: number }
  | { at: 'reading'; done: number; of: number }
  | { at: 'ready'; staged: Staged }
  | { at: 'taking'; done: number; of: number }
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
  const place = useRef<HTMLDivElement>(null);

  const drop = () => {
    stop.current?.abort();
    if (job.current) void ask('restore.drop', { job: job.current }).catch(() => undefined);
    job.current = null;
  };
  useEffect(() => drop, []);
  // The page may have been closed and opened again meanwhile.
  useEffect(() => {
    const follow = async () => {
      if (!(await ask('restore.state', {})).going) return;
      setStage({ at: 'taking', done: 0, of: 0 });
      keepUndo(await toTheEnd());
      setStage({ at: 'idle' });
    };
    follow().catch((why: unknown) => setError(codeOf(why)));
  }, []);
  // What came of a file stands below it, which may be out of sight.
  useEffect(() => {
    if (stage.at === 'problem' || stage.at === 'ready') place.current?.scrollIntoView({ block: 'nearest' });
  }, [stage.at]);
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

  /** Runs a step of reading; what goes wrong in it is shown. */
  const attempt = async (step: (controller: AbortController) => Promise<void>) => {
    drop();
    const controller = (stop.current = new AbortController());
    setError(null);
    try {
      await step(controller);
    } catch (why) {
      if (controller.signal.aborted) return;
      if (why instanceof SealError) return setStage({ at: 'problem', words: problemInWords({ code: `sealed-${why.code}` }) });
      setError(codeOf(why));
      setStage({ at: 'idle' });
    }
  };
  const stageBytes = async (open: (onProgress: OnProgress) => ReadableStream<Uint8Array>, { signal }: AbortController) => {
    setStage({ at: 'reading', done: 0, of: 0 });
    const bytes = open((done, of) => {
      if (!signal.aborted) setStage({ at: 'reading', done, of });
    });
    const result = await stageBackup(bytes, signal);
    if ('code' in result) return setStage({ at: 'problem', words: problemInWords(result) });
    job.current = result.job;
    setStage({ at: 'ready', staged: result });
  };
  const read = (chosen: File) => {
    setFile(chosen);
    void attempt(async (controller) => {
      const head = await sealedHead(chosen);
      // A file of the automatic backups opens with the key that is kept here.
      const kept: Kept = head ? await readKept().catch(() => ({})) : {};
      const { key } = kept;
      if (head && key && (await isKeyOf(head, key)))
        await stageBytes((onProgress) => openedStream(chosen, head, key, onProgress), controller);
      else if (head) setStage({ at: 'locked', head, isWrong: false });
      else await stageBytes((onProgress) => fileStream(chosen, onProgress), controller);
    });
  };
  const unlock = (sealed: File, head: SealedHead, passphrase: string) =>
    void attempt(async (controller) => {
      setStage({ at: 'key', share: 0 });
      const key = await makeKey(passphrase, head.making, {
        signal: controller.signal,
        onProgress: (share) => setStage({ at: 'key', share }),
      });
      if (!(await isKeyOf(head, key))) return setStage({ at: 'locked', head, isWrong: true });
      await stageBytes((onProgress) => openedStream(sealed, head, key, onProgress), controller);
    });

  /** Follows what goes on in the background to its end; a large book takes minutes. Gives the undo id, if there is one. */
  const toTheEnd = async (): Promise<string | null> => {
    for (;;) {
      const { going, undo: made, error: wrong } = await ask('restore.state', {});
      if (wrong) throw new AskError(wrong, 'restore');
      if (!going) return made;
      // Whoever asked for it may have heard of its end meanwhile.
      setStage((now) => (now.at === 'taking' ? { at: 'taking', ...going } : now));
      await new Promise((later) => setTimeout(later, 500));
    }
  };
  const take = async (staged: Staged, mode: Mode) => {
    setStage({ at: 'taking', done: 0, of: 0 });
    // From here on leaving the page must not take the rows away.
    job.current = null;
    const watching = setTimeout(() => void toTheEnd().catch(() => undefined), 1000);
    try {
      const answer = await ask('restore.commit', { job: staged.job, mode });
      const made = answer.undo ?? (await toTheEnd());
      if (!made) throw new AskError('failed', 'restore');
      leave();
      keepUndo(made);
      onDone(t('work_restored'), made);
    } catch (why) {
      job.current = staged.job;
      setError(codeOf(why));
      setStage({ at: 'ready', staged });
    } finally {
      clearTimeout(watching);
    }
  };
  const takeBack = async (id: string) => {
    setStage({ at: 'taking', done: 0, of: 0 });
    try {
      await ask('undo.run', { undo: id });
      await toTheEnd();
      onDone(t('work_restore_undone'), null);
    } catch (why) {
      // Taken back already, with the toast.
      setError(codeOf(why));
    }
    keepUndo(null);
    setStage({ at: 'idle' });
  };

  return (
    <div ref={place}>
      <ErrorLine code={error} />
      {undo && stage.at === 'idle' && (
        <p class="ws-standing">
          {t('work_restored_standing')} <Button onClick={() => void takeBack(undo)}>{t('work_restore_undo')}</Button>
        </p>
      )}
      {(stage.at === 'idle' || stage.at === 'problem') && <FileDrop onFile={read} />}
      {file && <p class="ws-file">{t('work_file', file.name, sizeInWords(file.size))}</p>}
      <div role="alert">
        {stage.at === 'problem' && (
          <p class="error-line">
            <span>{stage.words}</span>
          </p>
        )}
      </div>
      {stage.at === 'locked' && file && (
        <AskPassphrase isWrong={stage.isWrong} onGiven={(passphrase) => unlock(file, stage.head, passphrase)} onLeave={leave} />
      )}
      {stage.at === 'key' && (
        <div class="ws-acts">
          <Button onClick={leave}>{t('common_cancel')}</Button>
          <progress aria-label={t('work_passphrase_key')} value={stage.share} max={1} />
          <span class="soft">{t('work_passphrase_key')}</span>
        </div>
      )}
      {stage.at === 'reading' && (
        <div class="ws-acts">
          <Button onClick={leave}>{t('common_cancel')}</Button>
          <progress aria-label={t('work_reading')} {...(stage.of > 0 ? { value: stage.done, max: stage.of } : {})} />
          <span class="soft">{stage.of > 0 ? t('work_size_of', sizeInWords(stage.done), sizeInWords(stage.of)) : t('work_reading')}</span>
        </div>
      )}
      {stage.at === 'taking' && (
        <div class="ws-acts">
          <progress aria-label={t('work_taking')} {...(stage.of > 0 ? { value: stage.done, max: stage.of } : {})} />
          <span role="status" class="soft">
            {t('work_taking')}
          </span>
        </div>
      )}
      {stage.at === 'ready' && <RestorePreview staged={stage.staged} onTake={(mode) => void take(stage.staged, mode)} onLeave={leave} />}
    </div>
  );
}
