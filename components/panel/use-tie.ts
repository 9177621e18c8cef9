// How the tie with the shown person stands, asked anew whenever what is shown of the person changed.
import { useEffect, useState } from 'preact/hooks';
import type { Person, TieView } from '../../lib/messages/protocol';
import type { Act } from './act';

/** Null before the first answer and for somebody who is not remembered; the last answer stays while a newer one is on its way. */
export function useTie(person: Person | null, act: Act): TieView | null {
  const [tie, setTie] = useState<TieView | null>(null);
  const kind = person?.kind;
  // Everything that could move the tie and that the panel shows.
  const key = person && JSON.stringify([person.id, person.counts, person.followUp, person.notes[0]?.updatedAt, person.identities.length]);
  useEffect(() => {
    if (key === null || kind !== 'person') return;
    let isLatest = true;
    act('tie.get', {}).then(
      (answer) => isLatest && setTie(answer),
      () => undefined,
    );
    return () => {
      isLatest = false;
    };
  }, [key, kind, act]);
  return person ? tie : null;
}
