// The rep's own fields of the shown person. Their code is fetched only where somebody made such fields.
import { useEffect, useState } from 'preact/hooks';
import type { Day } from '../../lib/domain/day';
import type { Answer, Person } from '../../lib/messages/protocol';
import type { Act, Try } from './act';

type Values = Answer<'field.values'>['values'];

/** What changed elsewhere or was taken back brings a new `person`. */
export function LaterFields({ person, today, act, attempt }: { person: Person; today: Day; act: Act; attempt: Try }) {
  const [known, setKnown] = useState<{ of: string; values: Values } | null>(null);
  const [kept, setKept] = useState(0);
  const [part, setPart] = useState<typeof import('./OwnFields') | null>(null);
  useEffect(() => {
    let isLatest = true;
    act('field.values', {}).then(
      ({ values }) => isLatest && setKnown({ of: person.id, values }),
      () => undefined,
    );
    return () => {
      isLatest = false;
    };
  }, [person, act, kept]);
  const values = known?.of === person.id ? known.values : [];
  const isWanted = values.length > 0;
  useEffect(() => {
    if (isWanted) import('./OwnFields').then(setPart, () => undefined);
  }, [isWanted]);
  if (!part || !isWanted) return null;
  return <part.OwnFields key={person.id} values={values} today={today} attempt={attempt} onKept={() => setKept(kept + 1)} />;
}
