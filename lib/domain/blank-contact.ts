// A contact of whom nothing is known but the name.
import { plainName } from './common-names';
import { newId } from './id';
import type { Contact } from './records';
import { wordsOf } from './search-words';

/** A new contact with this name, made at `now` (ms). */
export function blankContact(kind: Contact['kind'], name: string, now: number): Contact {
  return {
    id: newId(now),
    kind,
    name,
    called: plainName(name),
    tags: [],
    words: wordsOf([name], []),
    company: '',
    phones: [],
    emails: [],
    bonds: [],
    type: null,
    cadence: null,
    quietUntil: null,
    stage: null,
    stageSince: null,
    lostReason: '',
    source: '',
    nurture: null,
    own: {},
    createdAt: now,
    updatedAt: now,
    deletedAt: null,
    mergedInto: null,
  };
}
