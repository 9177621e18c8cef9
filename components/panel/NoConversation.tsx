// No chat is open, or Rapport does not run here. Says what will happen, and what will not.
import { t } from '../../lib/words/words';
import { Button } from '../Button';

export function NoConversation({ site }: { site: boolean }) {
  return (
    <section class="panel-part panel-teach">
      <h2>{t(site ? 'panel_no_chat' : 'panel_no_site')}</h2>
      <p class="soft">{t(site ? 'panel_no_chat_how' : 'panel_no_site_how')}</p>
      {site && <p class="soft">{t('panel_no_chat_promise')}</p>}
    </section>
  );
}

/** In the page people cannot be searched; at the side they can. Firefox opens its sidebar from a click in the popup alone. */
export function SearchAtTheSide({ onSidePanel }: { onSidePanel: (() => void) | undefined }) {
  return (
    <section class="panel-part panel-teach">
      <p class="soft">{t('panel_search_at_side')}</p>
      {onSidePanel && <Button onClick={onSidePanel}>{t('panel_open_side')}</Button>}
    </section>
  );
}
