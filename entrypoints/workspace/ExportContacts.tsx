// All contacts as a file for other programs: a table, cards, or the calendar; a button each, and what became of it.
import { useEffect, useRef, useState } from 'preact/hooks';
import { useToday } from '../../lib/hooks/use-today';
import type { ErrorCode } from '../../lib/messages/protocol';
import { t, tn } from '../../lib/words/words';
import { Button } from '../../components/Button';
import { codeOf, ErrorLine } from '../../components/ErrorLine';
import { saveAs } from './backup-job';
import { exportContacts, type ExportKind } from './export-job';
import { SaveCalendar } from './SaveCalendar';

export function ExportContacts() {
  const [busy, setBusy] = useState<ExportKind | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const [error, setError] = useState<ErrorCode | null>(null);
  const stop = useRef<AbortController | null>(null);
  const { today } = useToday();
  useEffect(() => () => stop.current?.abort(), []);

  const run = async (kind: ExportKind) => {
    if (stop.current) return;
    const controller = (stop.current = new AbortController());
    setBusy(kind);
    setSaid(null);
    setError(null);
    try {
      const { blob, people } = await exportContacts(kind, controller.signal);
      if (people === 0) return setSaid(t('intake_export_nobody'));
      const name = `rapport-contacts-${today}.${kind === 'table' ? 'csv' : 'vcf'}`;
      saveAs(blob, name);
      setSaid(tn('intake_exported', people, name));
    } catch (why) {
      if (!controller.signal.aborted) setError(codeOf(why));
    } finally {
      stop.current = null;
      setBusy(null);
    }
  };
  return (
    <>
      <div class="ws-acts">
        <Button aria-disabled={busy !== null} onClick={() => void run('table')}>
          {t('intake_export_table')}
        </Button>
        <Button aria-disabled={busy !== null} onClick={() => void run('cards')}>
          {t('intake_export_cards')}
        </Button>
        <span role="status" class="soft private">
          {busy ? t('intake_exporting') : said}
        </span>
      </div>
      <ErrorLine code={error} />
      <SaveCalendar contact={null} />
    </>
  );
}
