// What happened with a contact, the newest first, month by month. A line leads to its record, where there is one on the page.
import { useId, useRef } from 'preact/hooks';
import type { Day } from '../../lib/domain/day';
import { TIMELINE_KINDS, type TimelineKind, type TimelinePlace } from '../../lib/domain/timeline/item';
import type { TimelineLine } from '../../lib/messages/protocol';
import { dateInWords, monthInWords } from '../../lib/words/dates';
import { tell } from '../../lib/words/said';
import { t, type WordKey } from '../../lib/words/words';
import { Button } from '../Button';
import { amountInWords } from '../money-words';
import { hashOf } from './route';
import './timeline.css';

const KINDS: Record<TimelineKind, WordKey> = {
  note: 'timeline_kind_note',
  messages: 'timeline_kind_messages',
  reply: 'timeline_kind_reply',
  move: 'timeline_kind_move',
  deal: 'timeline_kind_deal',
  fact: 'timeline_kind_fact',
  date: 'timeline_kind_date',
  followUp: 'timeline_kind_step',
};

interface TimelineProps {
  /** Null while it is not known yet. */
  items: readonly TimelineLine[] | null;
  hasMore: boolean;
  kind: TimelineKind | null;
  today: Day;
  onKind: (kind: TimelineKind | null) => void;
  onMore: () => void;
  /** Shows a record of this page. */
  onOpen: (place: TimelinePlace) => void;
}

export function Timeline({ items, hasMore, kind, today, onKind, onMore, onOpen }: TimelineProps) {
  const id = useId();
  const place = useRef<HTMLElement>(null);
  const more = () => {
    const many = items?.length ?? 0;
    onMore();
    // The button moves down or goes away: the focus goes on to the first line that was not there.
    const look = (tries: number) => {
      const line = place.current?.querySelectorAll<HTMLElement>('.timeline-line')[many];
      if (line) line.focus();
      else if (tries > 0) setTimeout(() => look(tries - 1), 50);
    };
    look(40);
  };
  return (
    <section class="timeline" ref={place} aria-labelledby={id}>
      <div class="timeline-head">
        <h2 id={id}>{t('timeline_title')}</h2>
        <label class="small soft">
          {t('timeline_show')}{' '}
          <select
            class="field"
            value={kind ?? ''}
            onInput={({ currentTarget: { value } }) => onKind(TIMELINE_KINDS.find((one) => one === value) ?? null)}
          >
            <option value="">{t('timeline_kind_all')}</option>
            {TIMELINE_KINDS.map((one) => (
              <option key={one} value={one}>
                {t(KINDS[one])}
              </option>
            ))}
          </select>
        </label>
      </div>
      {items?.length === 0 && <p class="small soft">{t(kind === null ? 'timeline_empty' : 'timeline_empty_kind')}</p>}
      {byMonth(items ?? []).map(([month, lines]) => (
        <div key={month}>
          <h3 class="small soft">{monthInWords(`${month}-01`)}</h3>
          <ol aria-label={monthInWords(`${month}-01`)}>
            {lines.map((line, index) => (
              <li key={`${line.day} ${line.key}`} class="timeline-line" data-kind={line.kind} tabIndex={-1}>
                {/* Said for every line, seen with the first of a day. */}
                <time class={lines[index - 1]?.day === line.day ? 'small soft again' : 'small soft'} dateTime={line.day}>
                  {dateInWords(line.day, today)}
                </time>
                <span>
                  <What line={line} today={today} onOpen={onOpen} />
                  <More line={line} />
                </span>
              </li>
            ))}
          </ol>
        </div>
      ))}
      {hasMore && (
        <Button kind="text" onClick={more}>
          {t('timeline_more')}
        </Button>
      )}
    </section>
  );
}

function What({ line, today, onOpen }: { line: TimelineLine; today: Day; onOpen: TimelineProps['onOpen'] }) {
  const words = tell(line.what, today);
  const { place } = line;
  if (place === null) return <span class="private">{words}</span>;
  if (place.on === 'contact')
    return (
      <a class="private" href={hashOf('contacts', place.id)}>
        {words}
      </a>
    );
  return (
    <button type="button" class="timeline-open private" onClick={() => onOpen(place)}>
      {words}
    </button>
  );
}

function More({ line: { more, price } }: { line: TimelineLine }) {
  const all = [more, price ? amountInWords(price.amount, price.currency) : ''].filter(Boolean).join(' · ');
  return all === '' ? null : <span class="timeline-more private">{all}</span>;
}

/** Lines in their order, month by month. */
function byMonth(items: readonly TimelineLine[]): [month: string, lines: TimelineLine[]][] {
  const months = new Map<string, TimelineLine[]>();
  for (const item of items) {
    const month = item.day.slice(0, 7);
    const lines = months.get(month);
    if (lines) lines.push(item);
    else months.set(month, [item]);
  }
  return [...months];
}
