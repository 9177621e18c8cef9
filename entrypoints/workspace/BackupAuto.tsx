// Backups that are made by themselves, every day: into which folder, with a passphrase or without, and what keeps them from being made.
import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../../components/Button';
import { codeOf, ErrorLine } from '../../components/ErrorLine';
import { NewPassphrase } from '../../components/workspace/NewPassphrase';
import { makeKey, newMaking, type SealKey } from '../../lib/formats/sealed-key';
import { useAnswer } from '../../lib/hooks/use-answer';
import { useToday } from '../../lib/hooks/use-today';
import { ask } from '../../lib/messages/ask';
import type { ErrorCode } from '../../lib/messages/protocol';
import { t } from '../../lib/words/words';
import { saveInto } from './auto-backup';
import { allowDownloads } from './backup-downloads';
import { keep, readKept, type Kept } from './backup-folder';
import { inDownloads, inFolder, openAgain, targetOf, type Target } from './backup-target';

type Picker = { showDirectoryPicker?: (how: { id: string; mode: 'readwrite' }) => Promise<FileSystemDirectoryHandle> };

type Stage = { at: 'idle' | 'passphrase' | 'saving' } | { at: 'key'; share: number };

/** `pick` is the browser's own question for a folder; tests bring another. */
export function BackupAuto({
  pick = (globalThis as Picker).showDirectoryPicker?.bind(globalThis),
}: {
  pick?: Picker['showDirectoryPicker'];
}) {
  const { answer, error: unread } = useAnswer('backup.state', {}, ['settings', 'contacts']);
  const { zone } = useToday();
  const [kept, setKept] = useState<Kept & { isOpen?: boolean }>({});
  const [stage, setStage] = useState<Stage>({ at: 'idle' });
  const [error, setError] = useState<ErrorCode | null>(null);
  const stop = useRef<AbortController | null>(null);
  const reread = async () => {
    const found = await readKept();
    const place = targetOf(found);
    setKept({ ...found, ...(place ? { isOpen: await place.isOpen() } : {}) });
  };
  useEffect(() => {
    reread().catch((why: unknown) => setError(codeOf(why)));
    return () => stop.current?.abort();
  }, []);

  /** Runs what was clicked; a question of the browser that was closed is no error. */
  const attempt = async (act: (signal: AbortSignal) => Promise<void>) => {
    const controller = (stop.current = new AbortController());
    setError(null);
    try {
      await act(controller.signal);
      await reread();
    } catch (why) {
      if ((why as { name?: unknown } | null)?.name !== 'AbortError') setError(codeOf(why));
    } finally {
      setStage({ at: 'idle' });
    }
  };
  const saveNow = async (place: Target, key: SealKey | null, signal: AbortSignal) => {
    setStage({ at: 'saving' });
    await saveInto({ target: place, key, now: Date.now(), zone, signal });
  };
  const begin = async (place: Target, signal: AbortSignal) => {
    await ask('backup.auto', { on: true });
    await saveNow(place, kept.key ?? null, signal);
  };
  const choose = () =>
    attempt(async (signal) => {
      const folder = await pick!({ id: 'rapport-backups', mode: 'readwrite' });
      await keep('downloads', undefined);
      await keep('folder', folder);
      await begin(inFolder(folder), signal);
    });
  const chooseDownloads = () =>
    attempt(async (signal) => {
      if (!(await allowDownloads())) return;
      await keep('folder', undefined);
      await keep('downloads', true);
      await begin(inDownloads, signal);
    });
  const seal = (passphrase: string) =>
    attempt(async (signal) => {
      const key = await makeKey(passphrase, newMaking(), { signal, onProgress: (share) => setStage({ at: 'key', share }) });
      await keep('key', key);
      if (target && kept.isOpen) await saveNow(target, key, signal);
    });
  const unseal = () => attempt(() => keep('key', undefined));
  const end = () =>
    attempt(async () => {
      await ask('backup.auto', { on: false });
      for (const what of ['folder', 'downloads', 'key'] as const) await keep(what, undefined);
    });
  const allow = () =>
    attempt(async (signal) => {
      const isAllowed = kept.folder ? await openAgain(kept.folder) : await allowDownloads();
      if (isAllowed && target) await saveNow(target, kept.key ?? null, signal);
    });

  const target = targetOf(kept);
  const isOn = answer?.auto === true && target !== null;
  return (
    <>
      <ErrorLine code={error ?? unread} />
      {!pick && !isOn && <p class="soft">{t('work_auto_cannot')}</p>}
      {isOn && (
        <>
          {kept.folder ? (
            <p class="private">{t(kept.key ? 'work_auto_on_sealed' : 'work_auto_on', kept.folder.name)}</p>
          ) : (
            <p>{t(kept.key ? 'work_auto_downloads_sealed' : 'work_auto_downloads_on')}</p>
          )}
          {kept.isOpen === false && <p class="ws-due">{t(kept.folder ? 'work_auto_waits' : 'work_auto_downloads_waits')}</p>}
        </>
      )}
      {stage.at === 'passphrase' && (
        <NewPassphrase act={t('work_auto_seal')} onGiven={(passphrase) => void seal(passphrase)} onLeave={() => setStage({ at: 'idle' })} />
      )}
      {(stage.at === 'key' || stage.at === 'saving') && (
        <div class="ws-acts">
          <Button onClick={() => stop.current?.abort()}>{t('common_cancel')}</Button>
          <progress aria-label={t('work_auto')} {...(stage.at === 'key' ? { value: stage.share, max: 1 } : {})} />
          <span role="status" class="soft">
            {t(stage.at === 'key' ? 'work_passphrase_key' : 'work_auto_saving')}
          </span>
        </div>
      )}
      {stage.at === 'idle' && (
        <div class="ws-acts">
          {isOn ? (
            <>
              {kept.isOpen === false && (
                <Button onClick={() => void allow()}>{t(kept.folder ? 'work_auto_allow' : 'work_auto_downloads_allow')}</Button>
              )}
              {kept.key ? (
                <Button kind="text" onClick={() => void unseal()}>
                  {t('work_auto_unseal')}
                </Button>
              ) : (
                <Button kind="text" onClick={() => setStage({ at: 'passphrase' })}>
                  {t('work_auto_seal')}
                </Button>
              )}
              <Button kind="text" onClick={() => void end()}>
                {t('work_auto_end')}
              </Button>
            </>
          ) : (
            <>
              {pick && <Button onClick={() => void choose()}>{t('work_auto_choose')}</Button>}
              <Button {...(pick ? { kind: 'text' as const } : {})} onClick={() => void chooseDownloads()}>
                {t('work_auto_downloads')}
              </Button>
            </>
          )}
        </div>
      )}
    </>
  );
}
