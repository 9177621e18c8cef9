// Somebody as they leave: what comes in again, and what only tells.
import type { Day } from '../../domain/day';
import type { IncomingPerson } from './incoming';

export interface OutgoingPerson extends Omit<IncomingPerson, 'row' | 'left'> {
  /** Of our record: the same in every export. */
  id: string;
  /** Messages both ways, and the last of each: an instant or a day. */
  in: number;
  out: number;
  lastIn: string | null;
  lastOut: string | null;
  /** The open follow-up. */
  next: { due: Day; reason: string } | null;
}
