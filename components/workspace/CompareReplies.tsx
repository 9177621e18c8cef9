// Two replies that are nearly the same, side by side, with what only one of them says; one stays, the other is archived.
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { Belief } from '../../lib/domain/rank/answered';
import type { Reply } from '../../lib/domain/reply-records';
import { changesBetween, type Piece } from '../../lib/domain/text-changes';
import { t } from '../../lib/words/words';
import { Button } from '../Button';
import type { Clock } from './clock';
import { fateInWords } from './shelf-words';

export function CompareReplies({
  pair,
  beliefs,
  clock,
  onKeep,
  onBack,
}: {
  pair: readonly [Reply, Reply];
  beliefs: ReadonlyMap<string, Belief>;
  clock: Clock;
  /** Keeps the first and archives the second. */
  onKeep: (kept: Reply, other: Reply) => void;
  onBack: () => void;
}) {
  const [left, right] = pair;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [left.id, right.id]);
  const changes = useMemo(() => changesBetween(left.body, right.body), [left.body, right.body]);
  const isSame = left.body === right.body;
  const side = (one: Reply, other: Reply, pieces: readonly Piece[]) => (
    <article key={one.id} aria-label={one.title}>
      <h3>{one.title}</h3>
      <p class="ws-meta">{[one.shortcut && `/${one.shortcut}`, one.folder, ...one.tags].filter((part) => part !== '').join(' · ')}</p>
      <p class="compare-text">{pieces.map(({ text, only }, i) => (only ? <mark key={i}>{text}</mark> : text))}</p>
      {/* What a mark is for those who do not see it. */}
      {!isSame && <p class="visually-hidden">{onlyHere(pieces)}</p>}
      <p class="ws-meta">{fateInWords(one, beliefs.get(one.id), clock)}</p>
      <Button onClick={() => onKeep(one, other)} aria-label={t('shelf_keep_named', one.title)}>
        {t('shelf_keep')}
      </Button>
    </article>
  );
  return (
    // Escape goes back from wherever the focus is inside.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      class="compare"
      onKeyDown={(event) => {
        if (event.key === 'Escape') onBack();
      }}
    >
      <h2 ref={heading} tabIndex={-1}>
        {t('shelf_compare_title')}
      </h2>
      <p class="ws-about">{isSame ? t('shelf_compare_same') : t('shelf_compare_about')}</p>
      <div class="compare-sides">
        {side(left, right, changes.a)}
        {side(right, left, changes.b)}
      </div>
      <Button kind="text" onClick={onBack}>
        {t('shelf_back')}
      </Button>
    </div>
  );
}

function onlyHere(pieces: readonly Piece[]): string {
  const texts = pieces.flatMap(({ text, only }) => (only && text.trim() !== '' ? [text.trim()] : []));
  return texts.length === 0 ? t('shelf_only_nothing') : t('shelf_only_here', texts.join(t('work_comma')));
}
