// Somebody as one file has them, before anything is checked: texts as they stand there.
import type { Bond, CustomerType } from '../../domain/kinds';
import type { Said } from '../../domain/said';
import type { Day } from '../../domain/day';
import type { IncomingDate, IncomingId } from './incoming';

export interface Draft {
  row: number;
  name: string;
  /** Parts of a name, where there is no whole one. */
  parts: { prefix: string; first: string; middle: string; last: string; suffix: string; nickname: string };
  phones: string[];
  emails: string[];
  links: string[];
  ids: IncomingId[];
  company: string;
  role: string;
  source: string;
  tags: string[];
  notes: string[];
  stage: string;
  type: CustomerType | null;
  bonds: Bond[];
  cadence: number | null;
  quietUntil: Day | null;
  dates: IncomingDate[];
  own: [name: string, value: string][];
  addedOn: Day | null;
  left: Said[];
}

export const newDraft = (row: number): Draft => ({
  row,
  name: '',
  parts: { prefix: '', first: '', middle: '', last: '', suffix: '', nickname: '' },
  phones: [],
  emails: [],
  links: [],
  ids: [],
  company: '',
  role: '',
  source: '',
  tags: [],
  notes: [],
  stage: '',
  type: null,
  bonds: [],
  cadence: null,
  quietUntil: null,
  dates: [],
  own: [],
  addedOn: null,
  left: [],
});
