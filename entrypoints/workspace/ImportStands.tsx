// Where an import stands: stopped while it was read, ready to be looked at, on its way in or out, or in.
import { useEffect, useRef } from 'preact/hooks';
import type { ErrorCode, ImportView } from '../../lib/messages/protocol';
import { t, tn } from '../../lib/words/words';
import { Button } from '../../components/Button';
import { ErrorLine } from '../../components/ErrorLine';
import { FileDrop } from '../../components/workspace/FileDrop';
import { ImportExamples, ImportTally } from '../../components/workspace/ImportPlan';
import { numberInWords } from '../../components/workspace/table-words';

interface Props {
  job: ImportView;
  /** Why it stopped by itself. */
  failed: ErrorCode | null;
  onResume: (file: File) => void;
  onTake: () => void;
  onTakeBack: (undo: string) => void;
  onDrop: () => void;
  onRejected: () => void;
}

export function ImportStands(props: Props) {
  const { job, onTake, onTakeBack, onDrop, onRejected } = props;
  const { tally, file } = job;
  const heading = useRef<HTMLHeadingElement>(null);
  const isSeen = job.state === 'ready' || job.state === 'taken';
  useEffect(() => {
    if (isSeen) heading.current?.focus();
  }, [job.id, job.state, isSeen]);

  if (job.state === 'staging')
    return (
      <div class="intake-going">
        <p>{t('intake_stopped', file.name, numberInWords(job.people))}</p>
        <FileDrop words={t('intake_choose_again')} accept="" onFile={props.onResume} />
        <div class="ws-acts">
          <Button onClick={onDrop}>{t('intake_forget')}</Button>
        </div>
      </div>
    );
  if (job.state === 'taking' || job.state === 'undoing') return <Going {...props} />;
  const many = tally.fresh + tally.changed;
  return (
    <div class="intake-going">
      <h2 ref={heading} tabIndex={-1}>
        {job.state === 'ready' ? t('intake_ready') : t('intake_taken', numberInWords(tally.fresh), numberInWords(tally.changed))}
      </h2>
      <p class="soft private">{t('intake_taken_from', file.name)}</p>
      <ImportTally job={job} onRejected={onRejected} />
      {job.state === 'ready' && <ImportExamples examples={job.examples} />}
      {job.state === 'ready' && many === 0 && <p>{t('intake_nobody_new')}</p>}
      <div class="ws-acts">
        {job.state === 'ready' && many > 0 && (
          <Button kind="primary" onClick={onTake}>
            {tn('intake_take', many)}
          </Button>
        )}
        {job.state === 'taken' && job.undo !== null && <Button onClick={() => onTakeBack(job.undo!)}>{t('intake_undo')}</Button>}
        <Button onClick={onDrop}>{job.state === 'ready' ? t('common_cancel') : t('intake_done')}</Button>
      </div>
    </div>
  );
}

/** On the way in or out. */
function Going({ job, failed, onTake, onTakeBack }: Props) {
  const words = job.state === 'taking' ? t('intake_taking') : t('intake_undoing');
  return (
    <div class="intake-going">
      <ErrorLine code={failed} />
      {failed && <p>{t('intake_failed')}</p>}
      <div class="ws-acts">
        {job.state === 'taking' && job.undo !== null && <Button onClick={() => onTakeBack(job.undo!)}>{t('intake_stop')}</Button>}
        {failed && (
          <Button kind="primary" onClick={onTake}>
            {t('intake_go_on')}
          </Button>
        )}
        <progress aria-label={words} value={job.done} max={Math.max(1, job.parts)} />
        <span role="status" class="soft">
          {words}
        </span>
        {job.state === 'taking' && (
          <span class="soft">
            {t('intake_taking_of', numberInWords(Math.round((job.people * job.done) / Math.max(1, job.parts))), numberInWords(job.people))}
          </span>
        )}
      </div>
    </div>
  );
}
