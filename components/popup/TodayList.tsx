// The lines of today, one tab stop for all of them: arrows go from line to line.
import { useRef, useState } from 'preact/hooks';
import type { Day } from '../../lib/domain/day';
import type { TodayItem } from '../../lib/messages/protocol';
import { t } from '../../lib/words/words';
import { TodayLine, type Ended, type LineActs } from './TodayLine';

export function TodayList({
  items,
  ended,
  today,
  acts,
}: {
  items: TodayItem[];
  ended: ReadonlyMap<string, Ended>;
  today: Day;
  acts: LineActs;
}) {
  const list = useRef<HTMLUListElement>(null);
  const [current, setCurrent] = useState<string | null>(null);
  const open = items.filter((item) => !ended.has(item.followUp.id));
  const stop = open.some((item) => item.followUp.id === current) ? current : open[0]?.followUp.id;

  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    const lines = [...list.current!.querySelectorAll<HTMLElement>('.today-open')];
    const now = lines.findIndex((line) => line.closest('li')!.contains(document.activeElement));
    lines[Math.min(lines.length - 1, Math.max(0, now + step))]?.focus();
    event.preventDefault();
  };

  return (
    <>
      {}
      <ul class="today" ref={list} aria-label={t('popup_today')} onKeyDown={onKeyDown}>
        {items.map((item) => (
          <TodayLine
            key={item.followUp.id}
            item={item}
            ended={ended.get(item.followUp.id) ?? null}
            today={today}
            stop={item.followUp.id === stop}
            onCurrent={() => setCurrent(item.followUp.id)}
            acts={{
              ...acts,
              end: (one, status) => {
                focusNext(list.current, one.followUp.id);
                acts.end(one, status);
              },
              snooze: (one, due) => {
                focusNext(list.current, one.followUp.id);
                acts.snooze(one, due);
              },
            }}
          />
        ))}
      </ul>
      {open.length > 0 && (
        <p class="today-keys small soft" aria-hidden="true">
          {t('popup_keys')}
        </p>
      )}
    </>
  );
}

/** A line that is done loses its buttons; the focus goes on to the next one instead of nowhere. */
function focusNext(list: HTMLElement | null, id: string): void {
  if (!list?.contains(document.activeElement)) return;
  const lines = [...list.querySelectorAll<HTMLElement>('.today-open')];
  const now = lines.findIndex((line) => line.dataset['id'] === id);
  (lines[now + 1] ?? lines[now - 1])?.focus();
}
