// Key dates and follow-ups as a file for the calendar program: a button, and what became of it.
import { useEffect, useRef, useState } from 'preact/hooks';
import { dayOf } from '../../lib/domain/day';
import type { ErrorCode } from '../../lib/messages/protocol';
import { t, tn } from '../../lib/words/words';
import { Button } from '../../components/Button';
import { codeOf, ErrorLine } from '../../components/ErrorLine';
import { saveAs } from './backup-job';
import { collectCalendar, fileNameOf } from './calendar-job';

/** Of one contact, or with `contact` null of everybody. */
export function SaveCalendar({ contact }: { contact: { id: string; name: string } | null }) {
  const [state, setState] = useState<'idle' | 'busy'>('idle');
  const [said, setSaid] = useState<string | null>(null);
  const [error, setError] = useState<ErrorCode | null>(null);
  const stop = useRef<AbortController | null>(null);
  useEffect(() => () => stop.current?.abort(), []);

  const run = async () => {
    if (stop.current) return;
    const controller = (stop.current = new AbortController());
    setState('busy');
    setSaid(null);
    setError(null);
    try {
      const now = Date.now();
      const today = dayOf(now, Temporal.Now.timeZoneId());
      const file = await collectCalendar(contact?.id ?? null, today, now, controller.signal);
      if (!file) return setSaid(t('work_calendar_nothing'));
      const name = contact ? fileNameOf(contact.name) : `rapport-calendar-${today}.ics`;
      saveAs(file.blob, name);
      setSaid(tn('work_calendar_saved', file.events, name));
    } catch (why) {
      if (!controller.signal.aborted) setError(codeOf(why));
    } finally {
      stop.current = null;
      setState('idle');
    }
  };
  return (
    <div class="ws-calendar small">
      <Button kind="text" aria-disabled={state === 'busy'} title={t('work_calendar_about')} onClick={() => void run()}>
        {t(contact ? 'work_calendar_one' : 'work_calendar')}
      </Button>
      <span role="status" class="soft private">
        {said}
      </span>
      <ErrorLine code={error} />
    </div>
  );
}
