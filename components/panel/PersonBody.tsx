// Everything about the person of the open conversation, from the tie down to the replies. The boxes are the same before and
// after the person is remembered, so that what is being typed stays when a click elsewhere remembers them.
import type { Person } from '../../lib/messages/protocol';
import { t } from '../../lib/words/words';
import { CountsTable } from '../CountsTable';
import { TagField } from '../TagField';
import { TieMark } from '../TieMark';
import { tieSentence, TieWords } from '../TieWords';
import type { Act, Try } from './act';
import { AlsoThis } from './AlsoThis';
import { DatesAndFacts } from './DatesAndFacts';
import { GroupNote } from './GroupNote';
import { LaterFields } from './LaterFields';
import { NextFollowUp } from './NextFollowUp';
import { Notes } from './Notes';
import { NotRemembered } from './NotRemembered';
import type { PanelProps } from './Panel';
import { Replies } from './Replies';
import { useTie } from './use-tie';

type BodyProps = PanelProps & { name: string; group: boolean; person: Person | null; attempt: Try };

export function PersonBody({
  view,
  name,
  group,
  person,
  today,
  zone,
  act,
  attempt,
  fresh,
  withReplies = true,
  mayInsert,
  onSidePanel,
}: BodyProps) {
  const tie = useTie(person, act);
  return (
    <>
      {person ? <Tags person={person} act={act} attempt={attempt} /> : <NotRemembered name={name} group={group} attempt={attempt} />}
      {person && !group && <AlsoThis person={person} act={act} attempt={attempt} />}
      {person && group && <GroupNote />}
      {person && !group && (
        <section class="panel-part" aria-label={t('panel_tie')}>
          <TieMark counts={person.counts} tie={tie} words={tie ? tieSentence(tie, today) : undefined} />
          {tie && <TieWords tie={tie} today={today} />}
          <CountsTable counts={person.counts} today={today} zone={zone} />
        </section>
      )}
      <NextFollowUp followUp={person?.followUp ?? null} today={today} attempt={attempt} />
      {!group && <DatesAndFacts person={person} today={today} act={act} attempt={attempt} />}
      {person && <LaterFields person={person} today={today} act={act} attempt={attempt} />}
      <Notes notes={person?.notes ?? []} draft={view.draft} today={today} zone={zone} act={act} attempt={attempt} />
      {withReplies && (
        <Replies
          name={name}
          today={today}
          act={act}
          attempt={attempt}
          again={view.again}
          fresh={fresh}
          mayInsert={mayInsert}
          onSidePanel={onSidePanel}
        />
      )}
    </>
  );
}

function Tags({ person, act, attempt }: { person: Person; act: Act; attempt: Try }) {
  return (
    <section class="panel-tags" aria-label={t('panel_tags')}>
      <TagField
        tags={person.tags}
        known={(beginning) => act('tags.known', { beginning }).then((answer) => answer.tags)}
        onTags={async (tags) =>
          (await attempt('tags.set', { tags }, tags.length < person.tags.length ? t('panel_tag_removed') : undefined)) !== null
        }
      />
    </section>
  );
}
