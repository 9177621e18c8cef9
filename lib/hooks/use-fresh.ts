import { useEffect, useState } from 'preact/hooks';
import { onChanged } from '../messages/on-changed';

/** A number that grows whenever one of these tables changes: what was asked with other words has to be asked again. */
export function useFresh(...tables: string[]): number {
  const [fresh, setFresh] = useState(0);
  const watched = tables.join();
  useEffect(() => onChanged((changed) => changed.some((table) => watched.split(',').includes(table)) && setFresh((n) => n + 1)), [watched]);
  return fresh;
}
