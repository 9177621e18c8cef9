// A remembered person, from the tie down to the replies.
import type { Person } from '../../lib/messages/protocol';
import { t } from '../../lib/words/words';
import { CountsTable } from '../CountsTable';
import { TagField } from '../TagField';
import { TieMark } from '../TieMark';
import type { Try } from './act';
import { GroupNote } from './GroupNote';
import { NextFollowUp } from './NextFollowUp';
import { Notes } from './Notes';
import type { PanelProps } from './Panel';
import { Replies } from './Replies';

export function PersonBody({
  view,
  person,
  today,
  zone,
  act,
  attempt,
  fresh,
  withReplies = true,
  mayInsert,
  onSidePanel,
}: PanelProps & { person: Person; attempt: Try }) {
  return (
    <>
      <section class="panel-tags" aria-label={t('panel_tags')}>
        <TagField
          tags={person.tags}
          known={(beginning) => act('tags.known', { beginning }).then((answer) => answer.tags)}
          onTags={async (tags) =>
            (await attempt('tags.set', { tags }, tags.length < person.tags.length ? t('panel_tag_removed') : undefined)) !== null
          }
        />
      </section>
      {person.kind === 'group' ? (
        <GroupNote />
      ) : (
        <section class="panel-part" aria-label={t('panel_tie')}>
          <TieMark counts={person.counts} />
          <CountsTable counts={person.counts} today={today} zone={zone} />
        </section>
      )}
      <NextFollowUp followUp={person.followUp} today={today} attempt={attempt} />
      <Notes notes={person.notes} draft={view.draft} today={today} zone={zone} act={act} attempt={attempt} />
      {withReplies && <Replies name={person.name} act={act} fresh={fresh} mayInsert={mayInsert} onSidePanel={onSidePanel} />}
    </>
  );
}
