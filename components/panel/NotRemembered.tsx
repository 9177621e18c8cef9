// A conversation with somebody who is not remembered. Nothing is recorded until the rep says so; everything is ready to start.
import { t } from '../../lib/words/words';
import { Button } from '../Button';
import type { Try } from './act';
import { NextFollowUp } from './NextFollowUp';
import { NoteBox } from './NoteBox';
import type { PanelProps } from './Panel';
import { Replies } from './Replies';

export function NotRemembered({
  view,
  name,
  group,
  today,
  act,
  attempt,
  fresh,
  mayInsert,
  onSidePanel,
}: PanelProps & { name: string; group: boolean; attempt: Try }) {
  return (
    <>
      <section class="panel-part panel-teach">
        <p>{t(group ? 'panel_group_not_remembered' : 'panel_not_remembered')}</p>
        <Button kind="primary" onClick={() => void attempt('person.remember', {}, t('panel_remembered', name))}>
          {t(group ? 'panel_remember_group' : 'panel_remember')}
        </Button>
      </section>
      <section class="panel-part" aria-label={t('panel_notes')}>
        <NoteBox draft={view.draft} act={act} attempt={attempt} />
      </section>
      <NextFollowUp followUp={null} today={today} attempt={attempt} />
      <Replies name={name} act={act} fresh={fresh} mayInsert={mayInsert} onSidePanel={onSidePanel} />
    </>
  );
}
