// Deals, facts and key dates of the shown person, asked anew whenever anything of the person changed.
import { useEffect, useState } from 'preact/hooks';
import type { Answer, Person } from '../../lib/messages/protocol';
import type { Act } from './act';

type Life = Answer<'life.get'>;

/**
 * Null before the first answer and for somebody who is not remembered; the last answer stays while a newer one is on its way.
 * `kept` grows when something was put down here. What changed elsewhere or was taken back brings a new `person`.
 */
export function useLife(person: Person | null, act: Act, kept: number): Life | null {
  const [known, setKnown] = useState<{ of: string; life: Life } | null>(null);
  useEffect(() => {
    if (!person) return;
    let isLatest = true;
    act('life.get', {}).then(
      (life) => isLatest && setKnown({ of: person.id, life }),
      () => undefined,
    );
    return () => {
      isLatest = false;
    };
  }, [person, act, kept]);
  return person && known?.of === person.id ? known.life : null;
}
