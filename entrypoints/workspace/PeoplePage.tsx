// Contacts in and out: files of other programs in, all contacts out.
import { t } from '../../lib/words/words';
import { Page, Part } from '../../components/workspace/Page';
import { hashOf } from '../../components/workspace/route';
import '../../components/workspace/reply-import.css';
import '../../components/workspace/people.css';
import { ContactImport } from './ContactImport';
import { ExportContacts } from './ExportContacts';
import type { OnDone } from './Workspace';

export function PeoplePage({ onDone }: { onDone: OnDone }) {
  return (
    <Page title={t('intake_title')} beside={<a href={hashOf('contacts')}>{t('intake_back')}</a>}>
      <Part title={t('intake_in')} about={t('intake_in_about')}>
        <ContactImport onDone={onDone} />
      </Part>
      <Part title={t('intake_out_title')} about={t('intake_out_about')}>
        <ExportContacts />
      </Part>
    </Page>
  );
}
