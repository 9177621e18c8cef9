// The page of numbers comes with its own script, charts included, when it is opened: no other page waits for it.
import type { FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { ErrorLine } from '../../components/ErrorLine';
import type { OnDone } from './Workspace';

type Loaded = FunctionComponent<{ onDone: OnDone }>;
let known: Loaded | null = null;

/** Fetches the page; the browser does it once, whoever asks. */
export const loadNumbers = async (): Promise<Loaded> => (known ??= (await import('./NumbersPage')).default);

export function LaterNumbers({ onDone }: { onDone: OnDone }) {
  const [NumbersPage, setPage] = useState<Loaded | null>(() => known);
  const [isLost, setLost] = useState(false);
  useEffect(() => {
    // It may have come since the first drawing, which did not have it yet.
    if (NumbersPage) return;
    loadNumbers().then(
      (page) => setPage(() => page),
      () => setLost(true),
    );
  }, []);
  if (isLost) return <ErrorLine code="failed" />;
  return NumbersPage && <NumbersPage onDone={onDone} />;
}
