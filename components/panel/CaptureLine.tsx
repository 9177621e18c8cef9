// One line about somebody, as it comes to mind. What it says of dates, facts and likings is offered below; nothing is kept
// that was not confirmed.
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { capture } from '../../lib/domain/capture/capture';
import { newId } from '../../lib/domain/id';
import type { Day } from '../../lib/domain/day';
import { t, tn } from '../../lib/words/words';
import type { Try } from './act';
import { lifeOf, rowsOf, type Row } from './capture-rows';
import { FoundRow } from './FoundRow';

const NOTHING: ReadonlySet<string> = new Set();

/** `tags` are those the person has; `onKept` is told after dates or facts were kept. */
export function CaptureLine({ tags, today, attempt, onKept }: { tags: string[]; today: Day; attempt: Try; onKept: () => void }) {
  const [text, setText] = useState('');
  const [dropped, setDropped] = useState(NOTHING);
  const { read, isLost, load } = useReader();
  // The record ids of this line by row, so that keeping it twice after a lost answer keeps it once.
  const live = useRef({ text, keeping: false, ids: new Map<string, string>() }).current;
  const rows = useMemo(() => (read && text.trim() !== '' ? rowsOf(read(text, today), tags, today) : []), [read, text, tags, today]);
  const chosen = rows.filter(({ key }) => !dropped.has(key));

  // What is found must not lie below the edge, or under what sticks to it.
  const acts = useRef<HTMLDivElement>(null);
  useEffect(() => acts.current?.scrollIntoView({ block: 'nearest' }), [rows.length]);

  const type = (wanted: string) => {
    live.text = wanted;
    setText(wanted);
    if (wanted !== '') return load();
    live.ids.clear();
    setDropped(NOTHING);
  };
  const idOf = (key: string): string => {
    const id = live.ids.get(key) ?? newId(Date.now());
    live.ids.set(key, id);
    return id;
  };
  const keep = async () => {
    if (live.keeping || chosen.length === 0) return;
    live.keeping = true;
    const isKept = await keepRows(chosen, tags, lifeOf(chosen, idOf, today), attempt);
    live.keeping = false;
    if (!isKept) return;
    // What was typed meanwhile stays.
    if (live.text === text) type('');
    onKept();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // Keys that end a Chinese input are not meant for us; `keyCode` 229 covers browsers that end the composition first.
    if (event.isComposing || event.keyCode === 229) return;
    if (event.key === 'Enter') void keep();
    else if (event.key === 'Escape' && text !== '') type('');
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div class="capture">
      <input
        class="field private"
        aria-label={t('capture_line_label')}
        placeholder={t('capture_line_hint')}
        autocomplete="off"
        maxLength={500}
        value={text}
        onFocus={load}
        onInput={(event) => type(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      {rows.length > 0 && (
        <>
          <ul class="capture-rows" aria-label={t('capture_found')}>
            {rows.map((row) => (
              <FoundRow
                key={row.key}
                row={row}
                today={today}
                isChosen={!dropped.has(row.key)}
                onChosen={(isChosen) => {
                  const rest = [...dropped].filter((key) => key !== row.key);
                  setDropped(new Set(isChosen ? rest : [...rest, row.key]));
                }}
              />
            ))}
          </ul>
          <div class="panel-acts" ref={acts}>
            <button type="button" class="button" disabled={chosen.length === 0} onClick={() => void keep()}>
              {t('capture_keep')}
            </button>
          </div>
        </>
      )}
      <p class={rows.length > 0 ? 'visually-hidden' : 'small soft'} role="status">
        {text.trim() !== '' &&
          (isLost ? t('capture_unread') : read && (rows.length === 0 ? t('capture_none') : tn('capture_found_count', rows.length)))}
      </p>
    </div>
  );
}

/** Tags first: the undo that is offered is that of the dates and facts, a tag has its own way off. False after a failure. */
async function keepRows(rows: Row[], tags: string[], life: ReturnType<typeof lifeOf>, attempt: Try): Promise<boolean> {
  const found = rows.flatMap((row) => (row.is === 'tag' ? [row.tag] : []));
  const hasLife = life.facts.length + life.keyDates.length > 0;
  if (found.length > 0) {
    const all = [...tags, ...found].slice(0, 50);
    if (!(await attempt('tags.set', { tags: all }, hasLife ? undefined : t('capture_kept_tags')))) return false;
  }
  return !hasLife || (await attempt('life.save', life, t('capture_kept'))) !== null;
}

/** The reader of lines, which is big: it is fetched when somebody is about to type. `isLost`: it is not there any more. */
function useReader() {
  const [read, setRead] = useState<typeof capture | null>(null);
  const [isLost, setLost] = useState(false);
  const load = () => {
    if (read) return;
    import('../../lib/domain/capture/capture').then(
      (found) => {
        setRead(() => found.capture);
        setLost(false);
      },
      () => setLost(true),
    );
  };
  return { read, isLost, load };
}
