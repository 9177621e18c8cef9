// What is known of somebody's life and business: a line to add to it, and the dates that come next.
import { useState } from 'preact/hooks';
import type { Day } from '../../lib/domain/day';
import type { Person } from '../../lib/messages/protocol';
import { t } from '../../lib/words/words';
import type { Act, Try } from './act';
import { CaptureLine } from './CaptureLine';
import { ComingDates } from './ComingDates';
import './dates-and-facts.css';
import { useLife } from './use-life';

/** `person` is null before somebody is remembered; keeping something remembers them. */
export function DatesAndFacts({ person, today, act, attempt }: { person: Person | null; today: Day; act: Act; attempt: Try }) {
  const [kept, setKept] = useState(0);
  const life = useLife(person, act, kept);
  return (
    <section class="panel-part" aria-labelledby="capture-title">
      <h2 id="capture-title">{t('capture_title')}</h2>
      <CaptureLine tags={person?.tags ?? []} today={today} attempt={attempt} onKept={() => setKept(kept + 1)} />
      {life && <ComingDates keyDates={life.keyDates} today={today} />}
    </section>
  );
}
