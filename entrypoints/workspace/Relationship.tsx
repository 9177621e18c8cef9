// A person's two pages: on the left what was noted, put down and said; on the right what comes next, how it stands, and how to reach them.
import type { ComponentChildren } from 'preact';
import { CountsTable } from '../../components/CountsTable';
import { ErrorLine } from '../../components/ErrorLine';
import type { Try } from '../../components/panel/act';
import { TieMark } from '../../components/TieMark';
import { tieSentence, TieWords } from '../../components/TieWords';
import { ContactDetails } from '../../components/workspace/ContactDetails';
import { Deals } from '../../components/workspace/Deals';
import { Facts } from '../../components/workspace/Facts';
import { KeyDates } from '../../components/workspace/KeyDates';
import { OwnFields } from '../../components/workspace/OwnFields';
import { ReferredBy } from '../../components/workspace/ReferredBy';
import { TieSettings } from '../../components/workspace/TieSettings';
import type { Clock } from '../../components/workspace/clock';
import type { AboutChange } from '../../lib/domain/records';
import { countryOfLanguage } from '../../lib/formats/phone';
import { useAnswer } from '../../lib/hooks/use-answer';
import { ask } from '../../lib/messages/ask';
import type { Person, Request } from '../../lib/messages/protocol';
import { t, type WordKey } from '../../lib/words/words';
import { SaveCalendar } from './SaveCalendar';
import type { OnDone } from './Workspace';

const LIFE = ['contacts', 'deals', 'facts', 'keyDates'];
const TIE = [...LIFE, 'identities', 'interactions', 'days', 'notes', 'followUps', 'marks', 'settings'];

type Life = Pick<Request<'life.save'>, 'deals' | 'facts' | 'keyDates'>;
const SAVED: Record<keyof Life, WordKey> = { deals: 'life_deal_saved', facts: 'life_fact_saved', keyDates: 'life_date_saved' };
const REMOVED: Record<keyof Life, WordKey> = { deals: 'life_deal_removed', facts: 'life_fact_removed', keyDates: 'life_date_removed' };

interface RelationshipProps {
  person: Person;
  clock: Clock;
  attempt: Try;
  fail: (why: unknown) => void;
  onDone: OnDone;
  /** What stands on the left page before what was put down. */
  notes: ComponentChildren;
  /** And what it ends with. */
  timeline: ComponentChildren;
  /** What the right page begins and ends with. */
  first: ComponentChildren;
  last: ComponentChildren;
}

export function Relationship({ person, clock, attempt, fail, onDone, notes, timeline, first, last }: RelationshipProps) {
  const subject = { contact: person.id };
  const { answer: tie } = useAnswer('tie.get', { subject }, TIE);
  const { answer: known } = useAnswer('source.known', {}, ['contacts']);
  const { answer: settings } = useAnswer('care.get', {}, ['settings']);
  const { answer: life, error } = useAnswer('life.get', { subject }, LIFE);
  const { answer: own } = useAnswer('field.values', { subject }, ['contacts', 'fields']);
  const { today, zone } = clock;

  const keep = async <T extends keyof Life>(table: T, record: Life[T][number]): Promise<boolean> =>
    (await attempt('life.save', { deals: [], facts: [], keyDates: [], [table]: [record] }, t(SAVED[table]))) !== null;
  const remove = (table: keyof Life, { id }: { id: string }) => {
    ask('life.delete', { contact: person.id, table, record: id }).then(({ undo }) => onDone(t(REMOVED[table]), undo), fail);
  };
  const say = async (about: AboutChange): Promise<boolean> => (await attempt('tie.say', { about }, t('life_said'))) !== null;
  const sayOwn = async (field: string, value: string): Promise<boolean> =>
    (await attempt('field.say', { field, value }, t('life_said'))) !== null;
  const bringBy = (by: { id: string; name: string } | null): Promise<boolean> =>
    ask('referral.set', { contact: person.id, by: by?.id ?? null }).then(
      ({ undo }) => {
        onDone(by ? t('referral_set', by.name) : t('referral_removed'), undo);
        return true;
      },
      (why: unknown) => {
        fail(why);
        return false;
      },
    );
  return (
    <div class="ws-person">
      <div class="ws-told">
        {notes}
        <ErrorLine code={error} />
        {life && (
          <>
            <Deals deals={life.deals} today={today} onSave={(deal) => keep('deals', deal)} onRemove={(deal) => remove('deals', deal)} />
            <Facts
              contact={person.id}
              facts={life.facts}
              brought={life.brought}
              today={today}
              attempt={attempt}
              onSave={(fact) => keep('facts', fact)}
              onRemove={(fact) => remove('facts', fact)}
            />
          </>
        )}
        {life && (
          <ReferredBy
            contact={person.id}
            referredBy={life.referredBy}
            brought={life.brought}
            many={life.brought.length + life.facts.filter(({ kind, other }) => kind === 'referral' && other === null).length}
            attempt={attempt}
            onSet={bringBy}
          />
        )}
        {tie && <TieSettings tie={tie} today={today} onSay={say} />}
        {timeline}
      </div>
      <div class="ws-facts">
        {first}
        <section aria-labelledby="tie-title">
          <h2 id="tie-title">{t('panel_tie')}</h2>
          <TieMark counts={person.counts} tie={tie} words={tie ? tieSentence(tie, today) : undefined} />
          {tie && <TieWords tie={tie} today={today} />}
          <CountsTable counts={person.counts} today={today} zone={zone} />
        </section>
        {life && (
          <>
            <KeyDates
              dates={life.keyDates}
              today={today}
              onSave={(date) => keep('keyDates', date)}
              onRemove={(date) => remove('keyDates', date)}
            />
            {(life.keyDates.length > 0 || person.followUp) && <SaveCalendar contact={person} />}
          </>
        )}
        {tie && settings && (
          <ContactDetails
            own={tie.own}
            country={settings.care.country ?? countryOfLanguage(navigator.language)}
            sources={known?.sources ?? []}
            onSay={say}
          />
        )}
        {own && <OwnFields values={own.values} onSay={sayOwn} />}
        {last}
      </div>
    </div>
  );
}
