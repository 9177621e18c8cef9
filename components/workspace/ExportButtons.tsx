// Contacts as a file for other programs: a table or cards, and what became of it.
import { t } from '../../lib/words/words';
import { Button } from '../Button';

export function ExportButtons(props: { isBusy: boolean; said: string | null; onExport: (kind: 'table' | 'cards') => void }) {
  const { isBusy, said, onExport } = props;
  return (
    <>
      <Button aria-disabled={isBusy} onClick={() => onExport('table')}>
        {t('intake_export_table')}
      </Button>
      <Button aria-disabled={isBusy} onClick={() => onExport('cards')}>
        {t('intake_export_cards')}
      </Button>
      <span role="status" class="soft private">
        {isBusy ? t('intake_exporting') : said}
      </span>
    </>
  );
}
