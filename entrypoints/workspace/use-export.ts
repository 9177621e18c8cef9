// Contacts saved as a file: one at a time, until the screen is left; what became of it, in words.
import { useEffect, useRef, useState } from 'preact/hooks';
import { useToday } from '../../lib/hooks/use-today';
import type { ErrorCode } from '../../lib/messages/protocol';
import { t, tn } from '../../lib/words/words';
import { codeOf } from '../../components/ErrorLine';
import { saveAs } from './backup-job';
import { exportContacts, type ExportKind, type PeopleParts } from './export-job';

export interface UseExport {
  isBusy: boolean;
  said: string | null;
  error: ErrorCode | null;
  run: (kind: ExportKind, parts: () => PeopleParts) => void;
}

export function useExport(): UseExport {
  const [isBusy, setBusy] = useState(false);
  const [said, setSaid] = useState<string | null>(null);
  const [error, setError] = useState<ErrorCode | null>(null);
  const stop = useRef<AbortController | null>(null);
  const { today } = useToday();
  useEffect(() => () => stop.current?.abort(), []);

  const save = async (kind: ExportKind, parts: PeopleParts) => {
    const controller = (stop.current = new AbortController());
    setBusy(true);
    setSaid(null);
    setError(null);
    try {
      const { blob, people } = await exportContacts(kind, parts, controller.signal);
      if (people === 0) return setSaid(t('intake_export_nobody'));
      const name = `rapport-contacts-${today}.${kind === 'table' ? 'csv' : 'vcf'}`;
      saveAs(blob, name);
      setSaid(tn('intake_exported', people, name));
    } catch (why) {
      if (!controller.signal.aborted) setError(codeOf(why));
    } finally {
      stop.current = null;
      setBusy(false);
    }
  };
  return { isBusy, said, error, run: (kind, parts) => void (stop.current ?? save(kind, parts())) };
}
