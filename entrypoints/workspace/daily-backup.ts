// While any page of Rapport is open the backup of the day is made, whenever it is due.
import { saveIfDue } from './auto-backup';

const HOUR = 3_600_000;

/** Looks now and every hour whether it is due, until it is told to stop. */
export function keepSaving(signal: AbortSignal): void {
  const look = () => {
    // Missed once; the next look is in an hour, and the reminder comes when it goes on.
    saveIfDue(Date.now(), Temporal.Now.timeZoneId(), signal).catch(() => undefined);
  };
  look();
  const hourly = setInterval(look, HOUR);
  signal.addEventListener('abort', () => clearInterval(hourly));
}
