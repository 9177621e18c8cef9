// People or a chat out of a file: chosen or dropped, looked at, compared with the contacts, and only then brought in. What goes on is kept by the
// background, so the page may be closed at any time; opened again it shows where things stand.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ImportChoices } from '../../lib/domain/import/person';
import type { Looked } from '../../lib/formats/contacts/incoming';
import type { Encoding } from '../../lib/formats/text-file';
import { useAnswer } from '../../lib/hooks/use-answer';
import { useToday } from '../../lib/hooks/use-today';
import { ask } from '../../lib/messages/ask';
import type { ErrorCode, ImportView } from '../../lib/messages/protocol';
import { t } from '../../lib/words/words';
import { codeOf, ErrorLine } from '../../components/ErrorLine';
import { Button } from '../../components/Button';
import { FileDrop } from '../../components/workspace/FileDrop';
import { sizeInWords } from '../../components/workspace/table-words';
import { saveAs } from './backup-job';
import { ChatImport } from './ChatImport';
import { ImportStands } from './ImportStands';
import { LookedFile } from './LookedFile';
import { goOn, isFileOf, look, rejectedFile, stageFile, type Reading } from './people-job';
import { ReadError } from './people-reader';
import { peopleProblem } from './people-words';
import type { OnDone } from './Workspace';

type Stage =
  | { at: 'idle' }
  | { at: 'looking' }
  | { at: 'looked'; looked: Extract<Looked, { kind: 'table' | 'cards' }> }
  | { at: 'chat'; encoding: Encoding }
  | { at: 'reading'; done: number };

/** How often (ms) one asks how far it is. */
const EVERY = 400;
const ACCEPT = '.csv,.tsv,.txt,.vcf,.vcard,.xlsx,text/csv,text/vcard,text/plain';

export function ContactImport({ onDone }: { onDone: OnDone }) {
  const { answer, error, again } = useAnswer('import.state', {}, ['imports']);
  const [stage, setStage] = useState<Stage>({ at: 'idle' });
  const [file, setFile] = useState<File | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [failed, setFailed] = useState<ErrorCode | null>(null);
  const stop = useRef<AbortController | null>(null);
  const { today } = useToday();
  const job = answer?.job ?? null;
  const isGoing = job?.state === 'taking' || job?.state === 'undoing';
  useEffect(() => () => stop.current?.abort(), []);
  useEffect(() => {
    if (!isGoing) return;
    const timer = setInterval(again, EVERY);
    return () => clearInterval(timer);
  }, [isGoing, again]);

  const leave = () => {
    stop.current?.abort();
    setFile(null);
    setProblem(null);
    setStage({ at: 'idle' });
  };
  /** Runs a step; what goes wrong in it is shown. */
  const attempt = async (step: (signal: AbortSignal) => Promise<void>) => {
    stop.current?.abort();
    const { signal } = (stop.current = new AbortController());
    setFailed(null);
    setProblem(null);
    try {
      await step(signal);
    } catch (why) {
      if (signal.aborted) return;
      if (why instanceof ReadError) setProblem(peopleProblem(why.problem));
      else setFailed(codeOf(why));
      setStage({ at: 'idle' });
    }
    again();
  };
  const open = (chosen: File, given: Parameters<typeof look>[1] = {}) =>
    void attempt(async (signal) => {
      setFile(chosen);
      setStage({ at: 'looking' });
      const looked = await look(chosen, given, signal);
      if (looked.ok) return setStage(looked.kind === 'chat' ? { at: 'chat', encoding: looked.encoding } : { at: 'looked', looked });
      setProblem(peopleProblem(looked.problem));
      setStage({ at: 'idle' });
    });
  const progress = (done: number) => setStage({ at: 'reading', done });
  const compare = (reading: Reading, choices: ImportChoices) =>
    void attempt(async (signal) => {
      progress(0);
      await stageFile(file!, reading, choices, signal, progress);
      setStage({ at: 'idle' });
    });
  /** The reading of a file goes on where it was stopped. */
  const resume = (stopped: ImportView, chosen: File) =>
    void attempt(async (signal) => {
      setFile(chosen);
      progress(0);
      if (!(await isFileOf(chosen, stopped, signal))) setProblem(t('intake_other_file', stopped.file.name));
      else await goOn(stopped.id, stopped.parts, chosen, JSON.parse(stopped.how) as Reading, stopped.choices, signal, progress);
      setStage({ at: 'idle' });
    });
  const act = (step: () => Promise<unknown>) => void attempt(async () => void (await step()));
  const takeBack = (undo: string, words: string) =>
    act(async () => {
      // The answer comes when all is out; until then one sees how far it is.
      setTimeout(again, EVERY);
      await ask('undo.run', { undo });
      onDone(words, null);
    });

  const isOpen = stage.at === 'idle' && (job === null || job.state === 'taken');
  return (
    <div class="import-page">
      <ErrorLine code={error ?? failed} />
      <div role="alert">{problem && <p class="error-line">{problem}</p>}</div>
      {isOpen && answer && <FileDrop words={t('intake_choose')} accept={ACCEPT} onFile={(chosen) => open(chosen)} />}
      {file && stage.at !== 'idle' && <p class="ws-file">{t('work_file', file.name, sizeInWords(file.size))}</p>}
      {stage.at === 'looking' && (
        <p role="status" class="soft">
          {t('intake_looking')}
        </p>
      )}
      {stage.at === 'looked' && file && (
        <LookedFile
          key={file.name + file.size}
          looked={stage.looked}
          onAgain={(given) => open(file, given)}
          onCompare={compare}
          onLeave={leave}
        />
      )}
      {stage.at === 'chat' && file && (
        <ChatImport key={file.name + file.size} file={file} encoding={stage.encoding} onLeave={leave} onDone={onDone} />
      )}
      {stage.at === 'reading' && file && (
        <div class="ws-acts">
          <Button onClick={leave}>{t('common_cancel')}</Button>
          <progress aria-label={t('intake_reading')} value={stage.done} max={Math.max(1, file.size)} />
          <span role="status" class="soft">
            {t('intake_reading')}
          </span>
        </div>
      )}
      {stage.at === 'idle' && job && (
        <ImportStands
          job={job}
          failed={answer?.failed ?? null}
          onResume={(chosen) => resume(job, chosen)}
          onTake={() => act(() => ask('import.commit', { job: job.id }))}
          onTakeBack={(undo) => takeBack(undo, t('intake_undone'))}
          onDrop={() => act(() => ask('import.drop', { job: job.id }))}
          onRejected={() => act(async () => saveAs(await rejectedFile(job.id, today), `rapport-${t('intake_out')}.csv`))}
        />
      )}
    </div>
  );
}
