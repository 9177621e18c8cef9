// After how many days to be in touch again: by tag, by customer type, by tier.
import { useId, useState } from 'preact/hooks';
import type { Care } from '../../lib/domain/care';
import type { CareChange } from '../../lib/domain/care-change';
import { CUSTOMER_TYPES, TIERS } from '../../lib/domain/kinds';
import { t } from '../../lib/words/words';
import { Button, IconButton } from '../Button';
import { Field, KeptField, Suggestions } from './Field';
import { TYPE_NAMES } from './type-names';
import { useDraft } from './use-draft';
import { numberWrong } from './whole-number';

type OnSet = (change: CareChange) => Promise<boolean>;
const LEAST = 1;
const MOST = 1000;
const daysWrong = (text: string): string | null => (text === '' ? null : numberWrong(text, LEAST, MOST));
const daysIn = (text: string): number | null => (text === '' ? null : Number(text));

interface CadencesProps {
  cadences: Care['cadences'];
  /** Tags in use that begin like this. */
  known: (beginning: string) => Promise<string[]>;
  onSet: OnSet;
}

export function Cadences({ cadences, known, onSet }: CadencesProps) {
  return (
    <>
      <fieldset class="ws-group">
        <legend>{t('care_cadence_tags')}</legend>
        <TagCadences tags={cadences.tags} known={known} onSet={onSet} />
        <p class="ws-about">{t('care_cadence_tags_about')}</p>
      </fieldset>
      <fieldset class="ws-group">
        <legend>{t('care_cadence_types')}</legend>
        <div class="ws-care thirds">
          {CUSTOMER_TYPES.map((type) => (
            <KeptField
              key={type}
              label={t(TYPE_NAMES[type])}
              isNumber
              maxLength={4}
              stored={cadences.types[type]?.toString() ?? ''}
              check={daysWrong}
              onKeep={(text) => onSet({ cadences: { types: { [type]: daysIn(text) } } })}
            />
          ))}
        </div>
      </fieldset>
      <fieldset class="ws-group">
        <legend>{t('care_cadence')}</legend>
        <div class="ws-care">
          {TIERS.map((tier) => (
            <KeptField
              key={tier}
              label={t(`tier_${tier}`)}
              isNumber
              maxLength={4}
              stored={cadences.tiers[tier]?.toString() ?? ''}
              check={daysWrong}
              onKeep={(text) => onSet({ cadences: { tiers: { [tier]: daysIn(text) } } })}
            />
          ))}
        </div>
        <p class="ws-about">{t('care_cadence_about')}</p>
      </fieldset>
    </>
  );
}

function TagCadences({ tags, known, onSet }: { tags: Care['cadences']['tags'] } & Pick<CadencesProps, 'known' | 'onSet'>) {
  const { draft, set, bind } = useDraft({ tag: '', days: '' });
  const [found, setFound] = useState<readonly string[]>([]);
  const [wrong, setWrong] = useState<string | null>(null);
  const tag = bind('tag');
  const id = useId();
  const save = async () => {
    const name = draft.tag.trim();
    const why = name === '' ? t('care_wrong_tag') : numberWrong(draft.days.trim(), LEAST, MOST);
    setWrong(why);
    if (why === null && (await onSet({ cadences: { tags: { [name]: Number(draft.days.trim()) } } }))) set({ tag: '', days: '' });
  };
  const rows = Object.entries(tags).sort(([a], [b]) => a.localeCompare(b));
  return (
    <>
      {rows.length > 0 && (
        <ul class="ws-tag-days">
          {rows.map(([name, days]) => (
            <li key={name}>
              <KeptField
                label={name}
                isPrivateLabel
                isNumber
                maxLength={4}
                stored={String(days)}
                check={(text) => numberWrong(text, LEAST, MOST)}
                onKeep={(text) => onSet({ cadences: { tags: { [name]: Number(text) } } })}
              />
              <IconButton
                icon="close"
                label={t('care_cadence_tag_remove', name)}
                onClick={() => void onSet({ cadences: { tags: { [name]: null } } })}
              />
            </li>
          ))}
        </ul>
      )}
      <form
        class="ws-inline"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Field label={t('care_cadence_tag')}>
          <input
            class="field private"
            list={`${id}-known`}
            maxLength={60}
            autocomplete="off"
            {...tag}
            onInput={(event) => {
              tag.onInput(event);
              const beginning = event.currentTarget.value.trim();
              if (beginning === '') return setFound([]);
              known(beginning).then(setFound, () => setFound([]));
            }}
          />
          <Suggestions id={`${id}-known`} of={found} />
        </Field>
        <Field label={t('care_cadence_days')}>
          <input class="field ws-short" inputMode="numeric" maxLength={4} autocomplete="off" {...bind('days')} />
        </Field>
        <Button type="submit">{t('care_add')}</Button>
        <div role="alert" class="wide">
          {wrong && <p class="error-line">{wrong}</p>}
        </div>
      </form>
    </>
  );
}
