// Everything into one file: a button, how far it is, and the way to stop.
import { useEffect, useRef, useState } from 'preact/hooks';
import { ask } from '../../lib/messages/ask';
import { dayOf } from '../../lib/domain/day';
import type { ErrorCode } from '../../lib/messages/protocol';
import { t } from '../../lib/words/words';
import { Button } from '../../components/Button';
import { codeOf, ErrorLine } from '../../components/ErrorLine';
import { backupStream, blobOf, saveAs } from './backup-job';
import { numberInWords, sizeInWords } from '../../components/workspace/table-words';

export function BackupSave() {
  const [far, setFar] = useState<{ done: number; of: number } | null>(null);
  const [saved, setSaved] = useState<string | null>(null);
  const [error, setError] = useState<ErrorCode | null>(null);
  const stop = useRef<AbortController | null>(null);
  useEffect(() => () => stop.current?.abort(), []);

  const run = async () => {
    if (stop.current) return;
    const controller = (stop.current = new AbortController());
    setFar({ done: 0, of: 0 });
    setSaved(null);
    setError(null);
    try {
      const now = new Date();
      const blob = await blobOf(
        backupStream(now, (done, of) => setFar({ done, of })),
        controller.signal,
      );
      const name = `rapport-backup-${dayOf(now.getTime(), Temporal.Now.timeZoneId())}.json`;
      saveAs(blob, name);
      await ask('backup.saved', {});
      setSaved(t('work_backup_saved', name, sizeInWords(blob.size)));
    } catch (why) {
      if (!controller.signal.aborted) setError(codeOf(why));
    } finally {
      stop.current = null;
      setFar(null);
    }
  };

  return (
    <>
      <div class="ws-acts">
        {far ? (
          <>
            <Button onClick={() => stop.current?.abort()}>{t('common_cancel')}</Button>
            <progress aria-label={t('work_backup_save')} {...(far.of > 0 ? { value: far.done, max: far.of } : {})} />
            <span class="soft">{t('work_rows_of', numberInWords(far.done), numberInWords(far.of))}</span>
          </>
        ) : (
          <Button onClick={() => void run()}>{t('work_backup_save_act')}</Button>
        )}
      </div>
      <p role="status" class="ws-file soft">
        {saved}
      </p>
      <ErrorLine code={error} />
    </>
  );
}
