// The calendar day, which goes on while a screen stays open.
import { useEffect, useState } from 'preact/hooks';
import { addDays, dayOf, startOfDay, type Day } from '../domain/day';

/** The user's time zone and the day there; drawn again at midnight, and when the machine wakes up after it. */
export function useToday(): { today: Day; zone: string } {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const [today, setToday] = useState(() => dayOf(Date.now(), zone));
  useEffect(() => {
    const look = () => setToday(dayOf(Date.now(), zone));
    const timer = setTimeout(look, startOfDay(addDays(today, 1), zone) - Date.now() + 500);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [today, zone]);
  return { today, zone };
}
