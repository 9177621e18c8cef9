// After how many days to be in touch again: by tag, by customer type, by tier.
import { useId, useState } from 'preact/hooks';
import type { Care } from '../../lib/domain/care';
import type { CareChange } from '../../lib/domain/care-change';
import { CUSTOMER_TYPES, TIERS } from '../../lib/domain/kinds';
import { t } from '../../lib/words/words';
import { IconButton } from '../Button';
import { AddLine } from './AddLine';
import { Field, KeptField, Suggestions } from './Field';
import { TYPE_NAMES } from './type-names';
import { useDraft } from './use-draft';
import { daysIn, daysWrong, LEAST_DAYS, MOST_DAYS, numberWrong } from './whole-number';

type OnSet = (change: CareChange) => Promise<boolean>;

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
  const tag = bind('tag');
  const id = useId();
  const [name, days] = [draft.tag.trim(), draft.days.trim()];
  const rows = Object.entries(tags).sort(([a], [b]) => a.localeCompare(b));
  return (
    <>
      {rows.length > 0 && (
        <ul class="ws-tag-days">
          {rows.map(([one, of]) => (
            <li key={one}>
              <KeptField
                label={one}
                isPrivateLabel
                isNumber
                maxLength={4}
                stored={String(of)}
                check={(text) => numberWrong(text, LEAST_DAYS, MOST_DAYS)}
                onKeep={(text) => onSet({ cadences: { tags: { [one]: Number(text) } } })}
              />
              <IconButton
                icon="close"
                label={t('care_cadence_tag_remove', one)}
                onClick={() => void onSet({ cadences: { tags: { [one]: null } } })}
              />
            </li>
          ))}
        </ul>
      )}
      <AddLine
        check={() => (name === '' ? t('care_wrong_tag') : numberWrong(days, LEAST_DAYS, MOST_DAYS))}
        onAdd={() => onSet({ cadences: { tags: { [name]: Number(days) } } })}
        onAdded={() => set({ tag: '', days: '' })}
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
      </AddLine>
    </>
  );
}
