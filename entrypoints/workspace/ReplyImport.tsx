// Replies out of a file: chosen or dropped, read, looked at, and only then put in, with one undo. Its readers are loaded with the first file.
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { meet } from '../../lib/domain/portable-reply';
import type { Found, Mapping, ReadReplies } from '../../lib/formats/replies/incoming';
import type { Encoding } from '../../lib/formats/text-file';
import { useAnswer } from '../../lib/hooks/use-answer';
import type { ErrorCode } from '../../lib/messages/protocol';
import { t, tn } from '../../lib/words/words';
import { Button } from '../../components/Button';
import { codeOf, ErrorLine } from '../../components/ErrorLine';
import { FileDrop } from '../../components/workspace/FileDrop';
import { ImportColumns } from '../../components/workspace/ImportColumns';
import { ImportEncoding } from '../../components/workspace/ImportEncoding';
import { ImportRejected, ImportRows } from '../../components/workspace/ImportRows';
import { programInWords, replyProblemInWords } from '../../components/workspace/import-words';
import { Page } from '../../components/workspace/Page';
import { hashOf } from '../../components/workspace/route';
import { sizeInWords } from '../../components/workspace/table-words';
import '../../components/workspace/reply-import.css';
import { bringIn, withStages } from './import-job';
import type { OnDone } from './Workspace';

/** A file that was read, as the user says it is written. */
interface Chosen {
  file: File;
  bytes: Uint8Array;
  encoding: Encoding;
  damaged: number;
}

const readers = () => import('../../lib/formats/replies');

export function ReplyImport({ onDone }: { onDone: OnDone }) {
  const { answer, error } = useAnswer('reply.list', {}, ['replies']);
  const { answer: care } = useAnswer('care.get', {}, ['settings']);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [read, setRead] = useState<ReadReplies | null>(null);
  const [busy, setBusy] = useState<'reading' | 'taking' | null>(null);
  /** What the user ticked; null leaves it as proposed. */
  const [ticks, setTicks] = useState<ReadonlySet<number> | null>(null);
  const [failed, setFailed] = useState<ErrorCode | null>(null);
  const stop = useRef<AbortController | null>(null);
  const reader = useRef<Awaited<ReturnType<typeof readers>> | null>(null);
  const summary = useRef<HTMLHeadingElement>(null);
  useEffect(() => () => stop.current?.abort(), []);

  const found: Found | null = read?.ok ? read.found : null;
  const replies = useMemo(() => found?.replies.map((reply) => withStages(reply, care?.care.stages ?? [])) ?? [], [found, care]);
  const meetings = useMemo(() => {
    const there = (answer?.replies ?? []).map((one) => (one.archivedAt === null ? one : { ...one, shortcut: '' }));
    return meet(replies, there);
  }, [replies, answer]);
  const ticked = useMemo(() => ticks ?? new Set(meetings.flatMap(({ same }, i) => (same === null ? [i] : []))), [ticks, meetings]);
  const isSeen = found !== null && chosen !== null && answer !== null;
  useEffect(() => {
    if (isSeen) summary.current?.focus();
    // With the file alone: another column of it leaves the focus where it is.
  }, [chosen?.file, isSeen]);

  const leave = () => {
    stop.current?.abort();
    setChosen(null);
    setRead(null);
    setTicks(null);
    setBusy(null);
  };
  const open = async (file: File, encoding?: Encoding) => {
    leave();
    const { signal } = (stop.current = new AbortController());
    setFailed(null);
    setBusy('reading');
    try {
      const bytes = chosen?.file === file ? chosen.bytes : new Uint8Array(await file.arrayBuffer());
      const { readReplies } = (reader.current = await readers());
      if (signal.aborted) return;
      const result = readReplies(bytes, file.name, encoding);
      setChosen({ file, bytes, encoding: result.encoding ?? 'utf-8', damaged: result.damaged });
      setRead(result.read);
    } catch (why) {
      if (!signal.aborted) setFailed(codeOf(why));
    }
    if (!signal.aborted) setBusy(null);
  };
  const remap = (mapping: Mapping) => {
    if (!found?.table || !reader.current) return;
    setTicks(null);
    setRead(reader.current.mapped(found.table.csv, mapping));
  };
  const take = async () => {
    const { signal } = (stop.current = new AbortController());
    setFailed(null);
    setBusy('taking');
    try {
      const { undo, added, bare } = await bringIn(
        replies.filter((_, i) => ticked.has(i)),
        signal,
      );
      onDone(bare === 0 ? tn('import_done', added) : tn('import_done_bare', added, bare), undo);
      location.hash = hashOf('replies');
    } catch (why) {
      if (!signal.aborted) {
        setFailed(codeOf(why));
        setBusy(null);
      }
    }
  };

  return (
    <Page title={t('import_title')} beside={<a href={hashOf('replies')}>{t('import_back')}</a>}>
      <div class="import-page">
        <p class="soft">{t('import_about')}</p>
        <ErrorLine code={error ?? failed} />
        {busy !== 'taking' && <FileDrop words={t('import_choose')} accept={ACCEPT} onFile={(file) => void open(file)} />}
        {busy === 'reading' && (
          <p role="status" class="soft">
            {t('work_reading')}
          </p>
        )}
        {chosen && <p class="ws-file">{t('work_file', chosen.file.name, sizeInWords(chosen.file.size))}</p>}
        <div role="alert">
          {read && !read.ok && (
            <p class="error-line">
              <span>{replyProblemInWords(read.problem)}</span>
            </p>
          )}
        </div>
        {found && chosen && answer && (
          <>
            <h2 ref={summary} tabIndex={-1}>
              {tn('import_found', replies.length, programInWords(found.program))}
            </h2>
            {(chosen.encoding !== 'utf-8' || chosen.damaged > 0) && (
              <ImportEncoding
                encoding={chosen.encoding}
                damaged={chosen.damaged}
                onEncoding={(encoding) => void open(chosen.file, encoding)}
              />
            )}
            {found.more && <p>{t('import_more')}</p>}
            {found.table && <ImportColumns table={found.table} onMapping={remap} />}
            {found.rejected.length > 0 && <ImportRejected rejected={found.rejected} />}
            {replies.length > 0 && <ImportRows replies={replies} meetings={meetings} ticked={ticked} onTicked={setTicks} />}
            <div class="ws-acts import-act">
              {ticked.size > 0 && (
                <Button kind="primary" aria-disabled={busy !== null} onClick={() => busy === null && void take()}>
                  {tn('import_act', ticked.size)}
                </Button>
              )}
              <Button onClick={leave}>{t('common_cancel')}</Button>
              {busy === 'taking' && (
                <span role="status" class="soft">
                  {t('import_taking')}
                </span>
              )}
            </div>
          </>
        )}
      </div>
    </Page>
  );
}

const ACCEPT = '.json,.csv,.tsv,.txt,.yml,.yaml,application/json,text/csv,text/plain';
