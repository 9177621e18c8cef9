// The replies that nobody used for half a year, to be archived together: all are ticked, whatever is wanted is unticked.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Reply } from '../../lib/domain/reply-records';
import { t, tn } from '../../lib/words/words';
import { Button } from '../Button';
import type { Clock } from './clock';
import { usedInWords } from './shelf-words';

export function UnusedReplies({
  unused,
  clock,
  onArchive,
  onBack,
}: {
  unused: readonly Reply[];
  clock: Clock;
  onArchive: (ids: string[]) => void;
  onBack: () => void;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  // What is left out is remembered, not what is taken: one that becomes unused meanwhile is ticked as well.
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const ids = unused.flatMap(({ id }) => (left.has(id) ? [] : [id]));
  return (
    // Escape goes back from wherever the focus is inside.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      class="unused"
      onKeyDown={(event) => {
        if (event.key === 'Escape') onBack();
      }}
    >
      <h2 ref={heading} tabIndex={-1}>
        {t('shelf_unused_title')}
      </h2>
      <p class="ws-about">{t('shelf_unused_about')}</p>
      <ul class="unused-list">
        {unused.map((one) => (
          <li key={one.id}>
            <label class="ws-check">
              <input
                type="checkbox"
                checked={!left.has(one.id)}
                onChange={({ currentTarget: { checked } }) =>
                  setLeft(new Set(checked ? [...left].filter((id) => id !== one.id) : [...left, one.id]))
                }
              />
              <span>
                {one.title} <span class="soft">{usedInWords(one, clock)}</span>
              </span>
            </label>
          </li>
        ))}
      </ul>
      <div class="ws-acts">
        <Button aria-disabled={ids.length === 0} onClick={() => ids.length > 0 && onArchive(ids)}>
          {tn('shelf_archive_n', ids.length)}
        </Button>
        <Button kind="text" onClick={() => setLeft(new Set(ids.length === 0 ? [] : unused.map(({ id }) => id)))}>
          {ids.length === 0 ? t('shelf_tick_all') : t('shelf_tick_none')}
        </Button>
        <span class="ws-far">
          <Button kind="text" onClick={onBack}>
            {t('shelf_back')}
          </Button>
        </span>
      </div>
    </div>
  );
}
