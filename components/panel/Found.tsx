// A remembered person found by search, while no chat is open: everything but the replies, which need a message box.
import type { Day } from '../../lib/domain/day';
import type { PanelView, Person } from '../../lib/messages/protocol';
import { siteName } from '../../lib/words/site-names';
import { t } from '../../lib/words/words';
import { Button } from '../Button';
import type { Act } from './act';
import { Panel } from './Panel';

export function Found({
  person,
  draft,
  paused,
  onBack,
  ...rest
}: {
  person: Person;
  draft: string;
  paused: boolean;
  onBack: () => void;
  today: Day;
  zone: string;
  fresh: number;
  blurred: boolean;
  act: Act;
}) {
  const where = person.identities.map((identity) => siteName(identity.siteName));
  const view: PanelView = {
    site: { id: person.identities[0]?.site ?? '', name: where.join(' · ') },
    reading: null,
    paused,
    open: true,
    settling: false,
    ref: person.id,
    conversation: { kind: person.kind, name: person.name, account: null, weak: false },
    never: false,
    which: null,
    person,
    draft,
    again: false,
    due: false,
    knots: 0,
  };
  return (
    <>
      <p class="panel-back">
        <Button kind="text" onClick={onBack}>
          {t('panel_back')}
        </Button>
      </p>
      <Panel {...rest} view={view} withReplies={false} />
    </>
  );
}
