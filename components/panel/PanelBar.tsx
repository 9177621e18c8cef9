// The top line of the panel: what stands on the left, the menu and the way to the edge on the right.
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { siteName } from '../../lib/words/site-names';
import { t } from '../../lib/words/words';
import { IconButton } from '../Button';
import { Icon } from '../icons';
import { Menu, type MenuItem } from '../Menu';
import type { Try } from './act';

/** Without children the name of the site stands there; `items` come before the acts that are always in the menu. */
export function PanelBar({
  siteName: site,
  paused,
  blurred,
  attempt,
  onCollapse,
  items = [],
  children,
}: {
  siteName: string | null;
  paused: boolean;
  blurred: boolean;
  attempt: Try;
  onCollapse?: (() => void) | undefined;
  items?: (MenuItem | null)[];
  children?: ComponentChildren;
}) {
  const [open, setOpen] = useState(false);
  const always: MenuItem[] = [
    { words: t(paused ? 'panel_resume' : 'panel_pause'), act: () => void attempt('settings.set', { paused: !paused }) },
    { words: t(blurred ? 'panel_unblur' : 'panel_blur'), act: () => void attempt('settings.set', { blurred: !blurred }) },
  ];
  return (
    <header class="panel-bar">
      {children ?? <h1 class="panel-name soft">{site === null ? t('app_name') : siteName(site)}</h1>}
      <Menu
        label={t('panel_menu')}
        icon={<Icon name="more" />}
        items={[...items, ...(items.length > 0 ? [null] : []), ...always]}
        open={open}
        onOpen={setOpen}
      />
      {onCollapse && <IconButton icon="collapse" label={t('panel_collapse')} onClick={onCollapse} />}
    </header>
  );
}
