// All contacts as a file for other programs: a table, cards, or the calendar.
import { ErrorLine } from '../../components/ErrorLine';
import { ExportButtons } from '../../components/workspace/ExportButtons';
import { everybody } from './export-job';
import { SaveCalendar } from './SaveCalendar';
import { useExport } from './use-export';

export function ExportContacts() {
  const { isBusy, said, error, run } = useExport();
  return (
    <>
      <div class="ws-acts">
        <ExportButtons isBusy={isBusy} said={said} onExport={(kind) => run(kind, everybody)} />
      </div>
      <ErrorLine code={error} />
      <SaveCalendar contact={null} />
    </>
  );
}
