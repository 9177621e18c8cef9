// Everything into one file: a button, how far it is, and the way to stop.
import { useEffect, useRef, useState } from 'preact/hooks';
import { ask } from '../../lib/messages/ask';
import { dayOf } from '../../lib/domain/day';
import type { ErrorCode } from '../../lib/messages/protocol';
import { t } from '../../lib/words/words';
import { Button } from '../../components/Button';
import { codeOf, ErrorLine } from '../../components/ErrorLine';
import { collectBackup, saveAs, type Tally } from './backup-job';
import { numberInWords, sizeInWords } from '../../components/workspace/table-words';

const sum = (tally: Tally) => Object.values(tally).reduce((all, rows) => all + rows, 0);

export function BackupSave() {
  const [tally, setTally] = useState<Tally | null>(null);
  const [saved, setSaved] = useState<string | null>(null);
  const [error, setError] = useState<ErrorCode | null>(null);
  const stop = useRef<AbortController | null>(null);
  useEffect(() => () => stop.current?.abort(), []);

  const run = async () => {
    if (stop.current) return;
    const controller = (stop.current = new AbortController());
    setTally({});
    setSaved(null);
    setError(null);
    try {
      const now = new Date();
      const blob = await collectBackup(now, controller.signal, setTally);
      const name = `rapport-backup-${dayOf(now.getTime(), Temporal.Now.timeZoneId())}.json`;
      saveAs(blob, name);
      await ask('backup.saved', {});
      setSaved(t('work_backup_saved', name, sizeInWords(blob.size)));
    } catch (why) {
      if (!controller.signal.aborted) setError(codeOf(why));
    } finally {
      stop.current = null;
      setTally(null);
    }
  };

  return (
    <>
      <div class="ws-acts">
        {tally ? (
          <>
            <Button onClick={() => stop.current?.abort()}>{t('common_cancel')}</Button>
            <progress aria-label={t('work_backup_save')} />
            <span class="soft">{t('work_rows', numberInWords(sum(tally)))}</span>
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
