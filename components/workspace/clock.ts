import type { Day } from '../../lib/domain/day';

/** The local day and the time zone it belongs to, as `useToday` gives them. */
export interface Clock {
  today: Day;
  zone: string;
}
