import { t } from '../../lib/words/words';

/** Why a group shows no counts. */
export function GroupNote() {
  return <p class="panel-part small soft">{t('panel_group')}</p>;
}
