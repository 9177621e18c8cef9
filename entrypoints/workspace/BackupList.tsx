// The backups that were saved from here and may still be there. One that was deleted by hand can be struck off.
import { useRef, useState } from 'preact/hooks';
import { IconButton, Button } from '../../components/Button';
import { codeOf, ErrorLine } from '../../components/ErrorLine';
import { numberInWords } from '../../components/workspace/table-words';
import { dayOf } from '../../lib/domain/day';
import { useAnswer } from '../../lib/hooks/use-answer';
import { useToday } from '../../lib/hooks/use-today';
import { ask } from '../../lib/messages/ask';
import type { Answer, ErrorCode } from '../../lib/messages/protocol';
import { dateInWords } from '../../lib/words/dates';
import { t, type WordKey } from '../../lib/words/words';
import type { OnDone } from './Workspace';

type Saved = Answer<'backup.list'>['files'][number];

const places: Record<Saved['where'], WordKey> = {
  file: 'work_copies_file',
  folder: 'work_copies_folder',
  downloads: 'work_copies_downloads',
};

/** So many are shown at first. */
const FEW = 8;

export function BackupList({ onDone }: { onDone: OnDone }) {
  const { answer, error: unread } = useAnswer('backup.list', {}, ['saved']);
  const { today, zone } = useToday();
  const [isAll, setAll] = useState(false);
  const [error, setError] = useState<ErrorCode | null>(null);
  const list = useRef<HTMLUListElement>(null);
  if (!answer) return <ErrorLine code={unread} />;

  const strike = (file: Saved, index: number) => {
    ask('backup.removed', { file: file.id }).then(
      ({ undo }) => {
        setError(null);
        onDone(t('work_copies_struck'), undo);
        // The button goes away with its line: the next one takes its place.
        requestAnimationFrame(() => {
          const buttons = list.current?.querySelectorAll('button');
          buttons?.[Math.min(index, buttons.length - 1)]?.focus();
        });
      },
      (why: unknown) => setError(codeOf(why)),
    );
  };
  if (answer.files.length === 0) return <p class="soft">{t('work_copies_none')}</p>;
  const shown = isAll ? answer.files : answer.files.slice(0, FEW);
  return (
    <>
      <ErrorLine code={error ?? unread} />
      <ul class="ws-copies" ref={list}>
        {shown.map((file, index) => (
          <li key={file.id}>
            <span class="ws-copy">
              {file.name}
              <span class="soft">
                {[dateInWords(dayOf(file.at, zone), today), t(places[file.where]), ...(file.sealed ? [t('work_copies_sealed')] : [])].join(
                  ' · ',
                )}
              </span>
            </span>
            <IconButton icon="close" label={t('work_copies_strike', file.name)} onClick={() => strike(file, index)} />
          </li>
        ))}
      </ul>
      {shown.length < answer.files.length && (
        <Button kind="text" onClick={() => setAll(true)}>
          {t('work_copies_all', numberInWords(answer.files.length))}
        </Button>
      )}
    </>
  );
}
