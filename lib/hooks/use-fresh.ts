import { useEffect, useState } from 'preact/hooks';
import { onChanged } from '../messages/on-changed';

/** A number that grows whenever this table changes: what was asked with other words has to be asked again. */
export function useFresh(table: string): number {
  const [fresh, setFresh] = useState(0);
  useEffect(() => onChanged((tables) => tables.includes(table) && setFresh((n) => n + 1)), [table]);
  return fresh;
}
