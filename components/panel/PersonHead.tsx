// Who this is, and what can be done about the person as a whole.
import { useState } from 'preact/hooks';
import type { PanelView } from '../../lib/messages/protocol';
import { siteName } from '../../lib/words/site-names';
import { t } from '../../lib/words/words';
import { Button } from '../Button';
import { Mark } from '../Mark';
import type { MenuItem } from '../Menu';
import type { Try } from './act';
import { PanelBar } from './PanelBar';
import { SamePerson } from './SamePerson';

export function PersonHead({
  view,
  name,
  blurred,
  attempt,
  onCollapse,
}: {
  view: PanelView;
  name: string;
  blurred: boolean;
  attempt: Try;
  onCollapse?: (() => void) | undefined;
}) {
  const [doing, setDoing] = useState<'rename' | 'same' | null>(null);
  const { conversation, person, site } = view;
  const group = conversation?.kind === 'group';
  const items: MenuItem[] = [];
  if (person) items.push({ words: t('panel_rename'), act: () => setDoing('rename') });
  if (!group) items.push({ words: t('panel_same'), act: () => setDoing('same') });
  items.push({
    words: t(group ? 'panel_never_group' : 'panel_never'),
    act: () => void attempt('person.never', {}, t('panel_never_done', name)),
  });
  const others = (person?.identities ?? []).filter((identity) => identity.site !== site?.id).map((identity) => siteName(identity.siteName));
  const where = [site && siteName(site.name), others.length > 0 && t('panel_also_on', others.join(t('work_comma'))), conversation?.account]
    .filter(Boolean)
    .join(' · ');

  return (
    <>
      <PanelBar
        siteName={site?.name ?? null}
        paused={view.paused}
        blurred={blurred}
        attempt={attempt}
        onCollapse={onCollapse}
        items={items}
      >
        <Mark name={name} remembered={person !== null} />
        <div class="panel-who">
          <h1 class="panel-name private" title={blurred ? undefined : name}>
            {name}
          </h1>
          <p class="small soft" title={blurred ? undefined : where}>
            {where}
          </p>
        </div>
      </PanelBar>
      {doing === 'rename' && (
        <Rename
          name={name}
          onName={async (wanted) => {
            if (wanted === name || (await attempt('person.rename', { name: wanted }, t('panel_renamed')))) setDoing(null);
          }}
          onCancel={() => setDoing(null)}
        />
      )}
      {doing === 'same' && <SamePerson attempt={attempt} except={person?.id ?? null} onDone={() => setDoing(null)} />}
    </>
  );
}

function Rename({ name, onName, onCancel }: { name: string; onName: (name: string) => void; onCancel: () => void }) {
  const [text, setText] = useState(name);
  return (
    <form
      class="panel-ask"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== '') onName(text.trim());
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onCancel();
      }}
    >
      <label>
        <span class="label">{t('panel_rename_label')}</span>
        <input
          class="field private"
          value={text}
          maxLength={200}
          ref={(input) => input?.focus()}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </label>
      <div class="panel-acts">
        <button type="submit" class="button">
          {t('common_save')}
        </button>
        <Button kind="text" onClick={onCancel}>
          {t('common_cancel')}
        </Button>
      </div>
    </form>
  );
}
