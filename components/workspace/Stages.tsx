// The stages that leads pass through: their names, their order, and how long a lead should stay in each.
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { defaultCare, MOST_STAGES, type Stage } from '../../lib/domain/care';
import type { CareChange, StageChange } from '../../lib/domain/care-change';
import { newId } from '../../lib/domain/id';
import { t, tn } from '../../lib/words/words';
import { Button, IconButton } from '../Button';
import { Field, KeptField } from './Field';
import { hashOf } from './route';
import { stageName } from './stage-name';
import { useDraft } from './use-draft';
import { numberWrong } from './whole-number';

type OnSet = (change: CareChange, words?: string) => Promise<boolean>;
type Named = { id: string; name: string };
const daysWrong = (text: string): string | null => (text === '' ? null : numberWrong(text, 1, 1000));
const daysIn = (text: string): number | null => (text === '' ? null : Number(text));

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
  const place = useRef<HTMLFieldSetElement>(null);
  /** The button that was pressed to move a stage: it loses the focus when its row moves. */
  const moved = useRef<{ id: string; way: 'up' | 'down' } | null>(null);
  const order = stages.map(({ id }) => id).join();
  useLayoutEffect(() => {
    if (!moved.current) return;
    const { id, way } = moved.current;
    moved.current = null;
    const buttons = [...(place.current?.querySelectorAll<HTMLButtonElement>(`[data-stage="${id}"] [data-way]`) ?? [])];
    (buttons.find((button) => button.dataset['way'] === way && !button.disabled) ?? buttons.find((button) => !button.disabled))?.focus();
  }, [order]);

  const change = (one: StageChange, words?: string) => onSet({ stages: [one] }, words);
  const move = (index: number, way: 'up' | 'down') => {
    const { id } = stages[index]!;
    moved.current = { id, way };
    void change({ id, before: (way === 'up' ? stages[index - 1]?.id : stages[index + 2]?.id) ?? null });
  };
  const remove = (stage: Stage) => {
    const people = inStage[stage.id] ?? 0;
    const name = stageName(stage);
    // The button goes away with its row.
    place.current?.querySelector<HTMLElement>('form input')?.focus();
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
            <tr key={stage.id} data-stage={stage.id}>
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
              <td class="ws-stage-acts">
                <IconButton
                  icon="up"
                  label={t('care_stage_up', stageName(stage))}
                  data-way="up"
                  disabled={index === 0}
                  onClick={() => move(index, 'up')}
                />
                <IconButton
                  icon="down"
                  label={t('care_stage_down', stageName(stage))}
                  data-way="down"
                  disabled={index === stages.length - 1}
                  onClick={() => move(index, 'down')}
                />
                <IconButton icon="close" label={t('care_stage_remove', stageName(stage))} onClick={() => remove(stage)} />
              </td>
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
  const [wrong, setWrong] = useState<string | null>(null);
  const save = async () => {
    const [name, days] = [draft.name.trim(), draft.days.trim()];
    const why = wrongName(name) ?? daysWrong(days);
    setWrong(why);
    if (why === null && (await onAdd({ id: newId(Date.now()), name, days: daysIn(days), before: null }))) set({ name: '', days: '' });
  };
  return (
    <form
      class="ws-inline"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Field label={t('care_stage_new')}>
        <input class="field" maxLength={60} autocomplete="off" {...bind('name')} />
      </Field>
      <Field label={t('care_stage_days')}>
        <input class="field ws-short" inputMode="numeric" maxLength={4} autocomplete="off" {...bind('days')} />
      </Field>
      <Button type="submit">{t('care_add')}</Button>
      <div role="alert" class="wide">
        {wrong && <p class="error-line">{wrong}</p>}
      </div>
    </form>
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
