// The lines of today, one tab stop for all of them: arrows go from line to line.
import { useRef, useState } from 'preact/hooks';
import type { Day } from '../../lib/domain/day';
import type { TodayLineView } from '../../lib/messages/protocol';
import { t } from '../../lib/words/words';
import { TodayLine, type Ended, type LineActs } from './TodayLine';

export function TodayList({
  lines,
  ended,
  today,
  acts,
}: {
  lines: TodayLineView[];
  ended: ReadonlyMap<string, Ended>;
  today: Day;
  acts: LineActs;
}) {
  const list = useRef<HTMLUListElement>(null);
  const [current, setCurrent] = useState<string | null>(null);
  const open = lines.filter((line) => !ended.has(line.key));
  const stop = open.some((line) => line.key === current) ? current : open[0]?.key;

  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    const rows = [...list.current!.querySelectorAll<HTMLElement>('.today-open')];
    const now = rows.findIndex((row) => row.closest('li')!.contains(document.activeElement));
    rows[Math.min(rows.length - 1, Math.max(0, now + step))]?.focus();
    event.preventDefault();
  };

  return (
    <>
      <ul class="today" ref={list} aria-label={t('popup_today')} onKeyDown={onKeyDown}>
        {lines.map((line) => (
          <TodayLine
            key={line.key}
            line={line}
            ended={ended.get(line.key) ?? null}
            today={today}
            stop={line.key === stop}
            onCurrent={() => setCurrent(line.key)}
            acts={{
              ...acts,
              done: (one) => {
                focusNext(list.current, one.key);
                acts.done(one);
              },
              skip: (one, reason) => {
                focusNext(list.current, one.key);
                acts.skip(one, reason);
              },
              snooze: (one, until) => {
                focusNext(list.current, one.key);
                acts.snooze(one, until);
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
