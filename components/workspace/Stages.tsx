// The stages that leads pass through: their names, their order, and how long a lead should stay in each.
import { defaultCare, MOST_STAGES, type Stage } from '../../lib/domain/care';
import type { CareChange, StageChange } from '../../lib/domain/care-change';
import { newId } from '../../lib/domain/id';
import { t, tn } from '../../lib/words/words';
import { Button } from '../Button';
import { AddLine } from './AddLine';
import { Field, KeptField } from './Field';
import { RowActs, useOrdered } from './Ordered';
import { hashOf } from './route';
import { stageName } from './stage-name';
import { useDraft } from './use-draft';
import { daysIn, daysWrong } from './whole-number';

type OnSet = (change: CareChange, words?: string) => Promise<boolean>;
type Named = { id: string; name: string };

interface StagesProps {
  stages: readonly Stage[];
  /** How many people are in each. */
  inStage: Readonly<Record<string, number>>;
  /** Who is still in the removed ones, the first of them. */
  left: Readonly<Record<string, readonly Named[]>>;
  onSet: OnSet;
}

export function Stages({ stages: all, inStage, left, onSet }: StagesProps) {
  const stages = all.filter(({ removed }) => !removed);
  const change = (one: StageChange, words?: string) => onSet({ stages: [one] }, words);
  const { place, move, leaveRow } = useOrdered<HTMLFieldSetElement>(
    stages.map(({ id }) => id),
    (id, before) => void change({ id, before }),
  );
  const remove = (stage: Stage) => {
    const people = inStage[stage.id] ?? 0;
    const name = stageName(stage);
    leaveRow();
    void change({ id: stage.id, removed: true }, people > 0 ? tn('care_stage_removed_kept', people, name) : t('care_stage_removed', name));
  };
  const nameWrong = (text: string, own: string | null): string | null => {
    const isTaken = stages.some((stage) => stage.id !== own && stageName(stage).toLowerCase() === text.toLowerCase());
    if (isTaken) return t('care_wrong_stage_taken');
    return text === '' && !(own !== null && FIRST.has(own)) ? t('care_wrong_stage') : null;
  };
  return (
    <fieldset class="ws-group" ref={place}>
      <legend>{t('care_stages')}</legend>
      <p class="ws-about">{t('care_stages_about')}</p>
      <table class="ws-table ws-stages">
        <thead>
          <tr>
            <th scope="col">{t('care_stage_name')}</th>
            <th scope="col">{t('care_stage_days')}</th>
            <th scope="col">{t('care_stage_people')}</th>
            <th scope="col">
              <span class="visually-hidden">{t('care_stage_order')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {stages.map((stage, index) => (
            <tr key={stage.id}>
              <td>
                <KeptField
                  label={t('care_stage_name_of', stageName(stage))}
                  isBare
                  maxLength={60}
                  stored={stageName(stage)}
                  check={(text) => nameWrong(text, stage.id)}
                  onKeep={(name) => change({ id: stage.id, name: name === stageName({ id: stage.id, name: '' }) ? '' : name })}
                />
              </td>
              <td>
                <KeptField
                  label={t('care_stage_days_of', stageName(stage))}
                  isBare
                  isNumber
                  maxLength={4}
                  stored={stage.days?.toString() ?? ''}
                  check={daysWrong}
                  onKeep={(text) => change({ id: stage.id, days: daysIn(text) })}
                />
              </td>
              <td class="ws-number">{inStage[stage.id] ?? 0}</td>
              <RowActs
                id={stage.id}
                name={stageName(stage)}
                index={index}
                of={stages.length}
                onMove={move}
                onRemove={() => remove(stage)}
              />
            </tr>
          ))}
        </tbody>
      </table>
      {all.length < MOST_STAGES ? (
        <AddStage wrongName={(text) => nameWrong(text, null)} onAdd={change} />
      ) : (
        <p class="ws-about">{t('care_stages_full')}</p>
      )}
      <FirstAgain all={all} onAdd={change} />
      {all
        .filter(({ removed }) => removed)
        .map((stage) => (
          <RemovedStage key={stage.id} stage={stage} people={inStage[stage.id] ?? 0} first={left[stage.id] ?? []} onBack={change} />
        ))}
    </fieldset>
  );
}

const FIRST: ReadonlySet<string> = new Set(defaultCare.stages.map(({ id }) => id));
type OnChange = (one: StageChange, words?: string) => Promise<boolean>;

function AddStage({ wrongName, onAdd }: { wrongName: (text: string) => string | null; onAdd: OnChange }) {
  const { draft, set, bind } = useDraft({ name: '', days: '' });
  const [name, days] = [draft.name.trim(), draft.days.trim()];
  return (
    <AddLine
      check={() => wrongName(name) ?? daysWrong(days)}
      onAdd={() => onAdd({ id: newId(Date.now()), name, days: daysIn(days), before: null })}
      onAdded={() => set({ name: '', days: '' })}
    >
      <Field label={t('care_stage_new')}>
        <input class="field" maxLength={60} autocomplete="off" {...bind('name')} />
      </Field>
      <Field label={t('care_stage_days')}>
        <input class="field ws-short" inputMode="numeric" maxLength={4} autocomplete="off" {...bind('days')} />
      </Field>
    </AddLine>
  );
}

/** The first stages tell the customer type, too: who removed one gets it back as it was. */
function FirstAgain({ all, onAdd }: { all: readonly Stage[]; onAdd: OnChange }) {
  const missing = defaultCare.stages.filter(({ id }) => !all.some((stage) => stage.id === id));
  if (missing.length === 0 || all.length >= MOST_STAGES) return null;
  return (
    <p class="ws-again small">
      {missing.map(({ id, name, days }) => (
        <Button key={id} kind="text" onClick={() => void onAdd({ id, name, days, before: null })}>
          {t('care_stage_again', stageName({ id, name }))}
        </Button>
      ))}
    </p>
  );
}

function RemovedStage({ stage, people, first, onBack }: { stage: Stage; people: number; first: readonly Named[]; onBack: OnChange }) {
  return (
    <p class="ws-left-in small">
      <span>{tn('care_stage_left', people, stageName(stage))}</span>
      {first.map(({ id, name }) => (
        <a key={id} href={hashOf('contacts', id)}>
          <span class="private">{name}</span>
        </a>
      ))}
      {people > first.length && <span class="soft">…</span>}
      <Button kind="text" onClick={() => void onBack({ id: stage.id, removed: false })}>
        {t('care_stage_back')}
      </Button>
    </p>
  );
}
