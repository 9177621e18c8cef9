// Everything into one file, with a passphrase or without: a button, how far it is, and the way to stop.
import { useEffect, useRef, useState } from 'preact/hooks';
import { ask } from '../../lib/messages/ask';
import { dayOf } from '../../lib/domain/day';
import { makeKey, newMaking } from '../../lib/formats/sealed-key';
import type { ErrorCode } from '../../lib/messages/protocol';
import { t } from '../../lib/words/words';
import { Button } from '../../components/Button';
import { codeOf, ErrorLine } from '../../components/ErrorLine';
import { NewPassphrase } from '../../components/workspace/NewPassphrase';
import { backupStream, blobOf, saveAs, sealedStream } from './backup-job';
import { numberInWords, sizeInWords } from '../../components/workspace/table-words';

type Stage = { at: 'idle' | 'passphrase' } | { at: 'key'; share: number } | { at: 'saving'; done: number; of: number };

export function BackupSave() {
  const [stage, setStage] = useState<Stage>({ at: 'idle' });
  const [saved, setSaved] = useState<string | null>(null);
  const [error, setError] = useState<ErrorCode | null>(null);
  const stop = useRef<AbortController | null>(null);
  useEffect(() => () => stop.current?.abort(), []);

  const run = async (passphrase: string | null) => {
    if (stop.current) return;
    const controller = (stop.current = new AbortController());
    const { signal } = controller;
    setSaved(null);
    setError(null);
    setStage(passphrase === null ? { at: 'saving', done: 0, of: 0 } : { at: 'key', share: 0 });
    try {
      const key =
        passphrase === null
          ? null
          : await makeKey(passphrase, newMaking(), { signal, onProgress: (share) => setStage({ at: 'key', share }) });
      const now = new Date();
      const plain = backupStream(now, (done, of) => {
        if (!signal.aborted) setStage({ at: 'saving', done, of });
      });
      const blob = await blobOf(key ? sealedStream(plain, key) : plain, signal);
      const name = `rapport-backup-${dayOf(now.getTime(), Temporal.Now.timeZoneId())}.${key ? 'rapport' : 'json'}`;
      saveAs(blob, name);
      await ask('backup.saved', { name, where: 'file', sealed: key !== null });
      setSaved(t('work_backup_saved', name, sizeInWords(blob.size)));
    } catch (why) {
      if (!signal.aborted) setError(codeOf(why));
    } finally {
      stop.current = null;
      setStage({ at: 'idle' });
    }
  };

  return (
    <>
      {stage.at === 'idle' && (
        <div class="ws-acts">
          <Button onClick={() => void run(null)}>{t('work_backup_save_act')}</Button>
          <Button kind="text" onClick={() => setStage({ at: 'passphrase' })}>
            {t('work_backup_seal_act')}
          </Button>
        </div>
      )}
      {stage.at === 'passphrase' && (
        <NewPassphrase
          act={t('work_backup_save_act')}
          onGiven={(passphrase) => void run(passphrase)}
          onLeave={() => setStage({ at: 'idle' })}
        />
      )}
      {(stage.at === 'key' || stage.at === 'saving') && (
        <div class="ws-acts">
          <Button onClick={() => stop.current?.abort()}>{t('common_cancel')}</Button>
          {stage.at === 'key' ? (
            <>
              <progress aria-label={t('work_passphrase_key')} value={stage.share} max={1} />
              <span class="soft">{t('work_passphrase_key')}</span>
            </>
          ) : (
            <>
              <progress aria-label={t('work_backup_save')} {...(stage.of > 0 ? { value: stage.done, max: stage.of } : {})} />
              <span class="soft">{t('work_rows_of', numberInWords(stage.done), numberInWords(stage.of))}</span>
            </>
          )}
        </div>
      )}
      <p role="status" class="ws-file soft">
        {saved}
      </p>
      <ErrorLine code={error} />
    </>
  );
}
