// One person: what was noted and put down on the left page, how to reach and how it stands on the right.
import { useState } from 'preact/hooks';
import { useAnswer } from '../../lib/hooks/use-answer';
import { dayOf } from '../../lib/domain/day';
import type { Note } from '../../lib/domain/records';
import { useToday } from '../../lib/hooks/use-today';
import { ask } from '../../lib/messages/ask';
import type { Person } from '../../lib/messages/protocol';
import { dateInWords } from '../../lib/words/dates';
import { t } from '../../lib/words/words';
import { Button } from '../../components/Button';
import { ErrorLine } from '../../components/ErrorLine';
import { NextFollowUp } from '../../components/panel/NextFollowUp';
import { TagField } from '../../components/TagField';
import { ContactName } from '../../components/workspace/ContactName';
import { ContactNotes } from '../../components/workspace/ContactNotes';
import { saveAs } from './backup-job';
import { OpenChat } from './OpenChat';
import { Page } from '../../components/workspace/Page';
import { hashOf } from '../../components/workspace/route';
import type { Clock } from '../../components/workspace/clock';
import { Relationship } from './Relationship';
import { SamePerson } from './SamePerson';
import { TimelinePart } from './TimelinePart';
import { useContactActs } from './use-contact-acts';
import type { OnDone } from './Workspace';

const TABLES = ['contacts', 'identities', 'interactions', 'days', 'notes', 'followUps', 'settings'];

export function ContactPage({ id, onDone }: { id: string; onDone: OnDone }) {
  const { answer, error } = useAnswer('contact.get', { contact: id }, TABLES);
  const clock = useToday();
  // The heading takes the focus when it appears: it waits for the name.
  if (!answer) return <ErrorLine code={error} />;
  if (!answer.person) {
    return (
      <Page title={t('work_contact_gone')}>
        <p>
          <a href={hashOf('contacts')}>{t('work_to_contacts')}</a>
        </p>
      </Page>
    );
  }
  return <Open person={answer.person} draft={answer.draft} clock={clock} onDone={onDone} />;
}

/** So many backups are named. */
const MOST_NAMED = 4;

const namesOf = (files: readonly { name: string }[]): string =>
  [
    ...files.slice(0, MOST_NAMED).map(({ name }) => name),
    ...(files.length > MOST_NAMED ? [t('work_rejected_more', files.length - MOST_NAMED)] : []),
  ].join(t('work_comma'));

function Open({ person, draft, clock, onDone }: { person: Person; draft: string; clock: Clock; onDone: OnDone }) {
  const { act, attempt, error, fail } = useContactActs(person.id, onDone);
  const { today, zone } = clock;
  /** The note that was asked for in the timeline. */
  const [wanted, setWanted] = useState<{ note: string } | null>(null);
  const remove = () => {
    ask('contact.delete', { contact: person.id }).then(({ undo }) => {
      onDone(t('work_contact_deleted'), undo);
      location.hash = hashOf('contacts');
    }, fail);
  };
  const forget = () => {
    ask('contact.forget', { contact: person.id }).then(({ undo, files }) => {
      onDone(files.length === 0 ? t('work_contact_forgotten') : t('work_contact_forgotten_in', namesOf(files)), undo);
      location.hash = hashOf('contacts');
    }, fail);
  };
  const saveAll = () => {
    ask('contact.export', { contact: person.id }).then((records) => {
      const text = JSON.stringify({ format: 'rapport-person', ...records }, null, 2);
      saveAs(new Blob([text], { type: 'application/json' }), `rapport-person-${today}.json`);
    }, fail);
  };
  const removeNote = (note: Note) => {
    ask('note.delete', { note: note.id }).then(({ undo }) => onDone(t('work_note_deleted'), undo), fail);
  };
  const notes = (
    <ContactNotes notes={person.notes} draft={draft} clock={clock} act={act} attempt={attempt} wanted={wanted} onDelete={removeNote} />
  );
  const timeline = <TimelinePart key={person.id} contact={person.id} clock={clock} onNote={(note) => setWanted({ note })} />;
  const first = (
    <>
      <NextFollowUp followUp={person.followUp} today={today} attempt={attempt} />
      <section aria-labelledby="tags-title">
        <h2 id="tags-title">{t('work_tags')}</h2>
        <TagField
          tags={person.tags}
          known={(beginning) => ask('tags.known', { beginning }).then((found) => found.tags)}
          onTags={async (tags) =>
            (await attempt('tags.set', { tags }, tags.length < person.tags.length ? t('work_tag_removed') : undefined)) !== null
          }
        />
      </section>
    </>
  );
  const last = (
    <>
      <SamePerson person={person} clock={clock} attempt={attempt} fail={fail} onDone={onDone} />
      <p class="ws-last small soft">
        {t('work_since', dateInWords(dayOf(person.since, zone), today))}
        <Button kind="text" onClick={remove}>
          {t('work_contact_delete')}
        </Button>
        <Button kind="text" title={t('work_contact_forget_about')} onClick={forget}>
          {t('work_contact_forget')}
        </Button>
        <Button kind="text" onClick={saveAll}>
          {t('work_contact_export')}
        </Button>
      </p>
    </>
  );
  return (
    <>
      <p class="ws-back">
        <a href={hashOf('contacts')}>{t('work_to_contacts')}</a>
      </p>
      <ContactName name={person.name} attempt={attempt} beside={<OpenChat contact={person.id} onFailed={fail} />}>
        <ErrorLine code={error} />
        {person.kind === 'person' ? (
          <Relationship
            person={person}
            clock={clock}
            attempt={attempt}
            fail={fail}
            onDone={onDone}
            notes={notes}
            timeline={timeline}
            first={first}
            last={last}
          />
        ) : (
          <div class="ws-person">
            <div class="ws-told">
              {notes}
              {timeline}
            </div>
            <div class="ws-facts">
              {first}
              {last}
            </div>
          </div>
        )}
      </ContactName>
    </>
  );
}
