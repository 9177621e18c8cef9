// Tells of changes of many contacts that stopped in the middle: what is left can be done, and what was done taken back.
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../../components/Button';
import { codeOf, ErrorLine } from '../../components/ErrorLine';
import { bulkInWords } from '../../components/workspace/bulk-words';
import { numberInWords } from '../../components/workspace/table-words';
import { ask, AskError } from '../../lib/messages/ask';
import type { ErrorCode } from '../../lib/messages/protocol';
import { gap } from '../../lib/words/sentences';
import { t } from '../../lib/words/words';
import { holding, leftBulk, stepOn, type LeftBulk } from './bulk-run';

interface Props {
  /** A change goes on in this page: when it ends, there may be something left of it. */
  isGoing: boolean;
  stages: readonly { id: string; name: string }[];
  onDone: (change: LeftBulk['change'], changed: number, undo: string | null) => void;
}

export function UnfinishedChange({ isGoing, stages, onDone }: Props) {
  const [left, setLeft] = useState<readonly LeftBulk[]>([]);
  const [error, setError] = useState<ErrorCode | null>(null);
  /** How far the one is that goes on here. */
  const [going, setGoing] = useState<{ job: string; done: number } | null>(null);
  const isGone = useRef(false);
  useEffect(() => () => void (isGone.current = true), []);
  const look = useCallback(() => void leftBulk().then(setLeft, () => undefined), []);
  useEffect(() => {
    if (!isGoing) look();
  }, [isGoing, look]);

  const attempt = (job: string, run: () => Promise<void>) => {
    setError(null);
    void holding(job, run)
      .catch((why: unknown) => setError(codeOf(why)))
      .then(() => {
        setGoing(null);
        look();
      });
  };
  const goOn = ({ job, change, done }: LeftBulk) => {
    setGoing({ job, done });
    attempt(job, async () => {
      const step = await stepOn(
        job,
        (at) => setGoing({ job, done: at.done }),
        () => isGone.current,
      );
      if (!step || step.done < step.of) return;
      onDone(change, step.changed, step.undo);
      await ask('bulk.drop', { job });
    });
  };
  const takeBack = ({ job, done }: LeftBulk) => {
    setGoing({ job, done });
    attempt(job, async () => {
      const { undo } = await ask('bulk.back', { job });
      if (undo !== null)
        await ask('undo.run', { undo }).catch((why: unknown) => {
          // It was taken back, and only that was not written down any more.
          if (!(why instanceof AskError && why.code === 'undone')) throw why;
        });
      await ask('bulk.drop', { job });
    });
  };
  const leave = ({ job }: LeftBulk) => attempt(job, async () => void (await ask('bulk.drop', { job })));
  return (
    <>
      <ErrorLine code={error} onGone={() => setError(null)} />
      {left.map((one) => (
        <div key={one.job} class="ws-standing">
          <p role="status">
            {one.isBack
              ? t('work_unfinished_turning')
              : t('work_unfinished', numberInWords(one.job === going?.job ? going.done : one.done), numberInWords(one.of))}
            {gap()}
            <span class="private">{bulkInWords(one.change, stages)}</span>
          </p>
          {one.job === going?.job ? (
            <progress max={one.of} value={one.isBack ? undefined : going.done} aria-label={t('table_changing')} />
          ) : (
            <div class="ws-acts">
              {!one.isBack && one.done < one.of && <Button onClick={() => goOn(one)}>{t('work_unfinished_on')}</Button>}
              <Button onClick={() => takeBack(one)}>{t('work_unfinished_back')}</Button>
              {!one.isBack && (
                <Button kind="text" onClick={() => leave(one)}>
                  {t('work_unfinished_keep')}
                </Button>
              )}
            </div>
          )}
        </div>
      ))}
    </>
  );
}
