// What happened or was said and moves type or tier: asked, tries it, complained, brought somebody.
import { useState } from 'preact/hooks';
import { isDay, type Day } from '../../lib/domain/day';
import { newId } from '../../lib/domain/id';
import { FACT_KINDS, type FactKind } from '../../lib/domain/kinds';
import type { Fact } from '../../lib/domain/tie-records';
import { dateInWords } from '../../lib/words/dates';
import { t, type WordKey } from '../../lib/words/words';
import { Button } from '../Button';
import type { Try } from '../panel/act';
import { FindPerson } from '../panel/SamePerson';
import { Field } from './Field';
import { LifeForm, LifeList } from './LifeList';
import { useDraft } from './use-draft';

export type FactGiven = Omit<Fact, 'contactId' | 'createdAt' | 'updatedAt'>;
type Named = { id: string; name: string };

const KINDS: Record<FactKind, WordKey> = {
  looked: 'life_fact_looked',
  asked: 'life_fact_asked',
  useful: 'life_fact_useful',
  trial: 'life_fact_trial',
  nps: 'life_fact_nps',
  complaint: 'life_fact_complaint',
  used: 'life_fact_used',
  need: 'life_fact_need',
  worry: 'life_fact_worry',
  wish: 'life_fact_wish',
  referral: 'life_fact_referral',
};

interface FactsProps {
  contact: string;
  facts: readonly FactGiven[];
  /** The people whom referrals name. */
  brought: readonly Named[];
  today: Day;
  attempt: Try;
  onSave: (fact: FactGiven) => Promise<boolean>;
  onRemove: (fact: FactGiven) => void;
}

export function Facts({ contact, facts, brought, today, attempt, onSave, onRemove }: FactsProps) {
  const other = (fact: FactGiven | null): Named | null => brought.find(({ id }) => id === fact?.other) ?? null;
  return (
    <LifeList
      title={t('life_facts')}
      add={t('life_fact_add')}
      records={facts}
      line={(fact) => ({
        what: [t(KINDS[fact.kind]), fact.score, other(fact)?.name].filter((part) => part !== null && part !== undefined).join(' · '),
        more: [dateInWords(fact.on, today), fact.text].filter(Boolean).join(' · '),
      })}
      form={(fact, shut) => (
        <FactForm
          fact={fact}
          other={other(fact)}
          contact={contact}
          today={today}
          attempt={attempt}
          onCancel={shut}
          onSave={async (given) => (await onSave(given)) && shut()}
        />
      )}
      onRemove={onRemove}
    />
  );
}

function FactForm({
  fact,
  other,
  contact,
  today,
  attempt,
  onSave,
  onCancel,
}: {
  fact: FactGiven | null;
  other: Named | null;
  contact: string;
  today: Day;
  attempt: Try;
  onSave: (fact: FactGiven) => void;
  onCancel: () => void;
}) {
  // One id for as long as the form is open: saving twice makes one fact.
  const [id] = useState(() => fact?.id ?? newId(Date.now()));
  const { draft, bind } = useDraft({
    kind: fact?.kind ?? 'asked',
    on: fact?.on ?? today,
    text: fact?.text ?? '',
    score: fact?.score?.toString() ?? '',
  });
  const [person, setPerson] = useState(other);
  const [wrong, setWrong] = useState<WordKey | null>(null);
  const save = () => {
    const kind = FACT_KINDS.find((one) => one === draft.kind) ?? 'asked';
    const score = kind === 'nps' ? draft.score : '';
    if (!isDay(draft.on)) return setWrong('life_wrong_day');
    if (kind === 'nps' && score === '') return setWrong('life_wrong_score');
    if (kind === 'referral' && person === null) return setWrong('life_wrong_person');
    setWrong(null);
    const text = draft.text.trim();
    onSave({ id, kind, on: draft.on, text, score: score === '' ? null : Number(score), other: kind === 'referral' ? person!.id : null });
  };
  return (
    <LifeForm label={t(fact ? 'life_fact' : 'life_fact_add')} wrong={wrong && t(wrong)} onSave={save} onCancel={onCancel}>
      <Field label={t('life_fact_kind')}>
        <select class="field" {...bind('kind')}>
          {FACT_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {t(KINDS[kind])}
            </option>
          ))}
        </select>
      </Field>
      <Field label={t('life_fact_on')}>
        <input class="field" type="date" {...bind('on')} />
      </Field>
      {draft.kind === 'nps' && (
        <Field label={t('life_fact_score')} wide>
          <select class="field" {...bind('score')}>
            <option value="" />
            {Array.from({ length: 11 }, (_, score) => (
              <option key={score} value={score}>
                {score}
              </option>
            ))}
          </select>
        </Field>
      )}
      {draft.kind === 'referral' &&
        (person ? (
          <p class="wide">
            <span class="private">{t('life_fact_brought', person.name)}</span>{' '}
            <Button kind="text" onClick={() => setPerson(null)}>
              {t('life_fact_other')}
            </Button>
          </p>
        ) : (
          <div class="wide">
            <FindPerson label={t('life_fact_whom')} attempt={attempt} except={contact} onPick={setPerson} />
          </div>
        ))}
      <Field label={t('life_fact_text')} wide>
        <input class="field private" maxLength={500} autocomplete="off" {...bind('text')} />
      </Field>
    </LifeForm>
  );
}
