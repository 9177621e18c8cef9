// The contact page's part about who is one person: suggestions, those merged in, and splitting off.
import { useState } from 'preact/hooks';
import { Identities } from '../../components/workspace/Identities';
import { SamePeople } from '../../components/workspace/SamePeople';
import { SplitOff } from '../../components/workspace/SplitOff';
import type { Clock } from '../../components/workspace/clock';
import type { Try } from '../../components/panel/act';
import { useAnswer } from '../../lib/hooks/use-answer';
import { ask } from '../../lib/messages/ask';
import type { Person } from '../../lib/messages/protocol';
import { t } from '../../lib/words/words';
import type { OnDone } from './Workspace';

const TABLES = ['contacts', 'identities', 'facts', 'merges', 'apart'];

interface SameProps {
  person: Person;
  clock: Clock;
  attempt: Try;
  fail: (why: unknown) => void;
  onDone: OnDone;
}

export function SamePerson({ person, clock, attempt, fail, onDone }: SameProps) {
  const { answer: found } = useAnswer('person.suggested', { subject: { contact: person.id } }, TABLES);
  const { answer: inside } = useAnswer('person.merged', { contact: person.id }, TABLES);
  const [splitting, setSplitting] = useState<string | null>(null);
  const identity = person.identities.find(({ id }) => id === splitting);
  return (
    <>
      <SamePeople
        suggested={found?.suggested ?? []}
        merged={inside?.merged ?? []}
        today={clock.today}
        zone={clock.zone}
        onSame={({ id, name }) => void attempt('person.merge', { contact: id }, t('panel_also_merged', name))}
        onOther={({ id, name }) => void attempt('person.apart', { contact: id }, t('panel_also_apart', name))}
        onApart={({ merge, name }) => {
          ask('person.unmerge', { merge }).then(({ undo }) => onDone(t('work_same_taken', name), undo), fail);
        }}
      />
      {person.identities.length > 0 && (
        <Identities
          name={person.name}
          identities={person.identities}
          {...(person.identities.length > 1 ? { onSplit: (id: string) => setSplitting(id) } : {})}
          splitting={
            identity && (
              <SplitOff
                name={identity.name}
                notes={person.notes}
                onCancel={() => setSplitting(null)}
                onSplit={(notes) => {
                  ask('person.split', { contact: person.id, identity: identity.id, notes }).then(({ undo }) => {
                    setSplitting(null);
                    onDone(t('work_split_done', identity.name), undo);
                  }, fail);
                }}
              />
            )
          }
          split={splitting}
        />
      )}
    </>
  );
}
