// What can be done with the contacts that are chosen; while it is being done, how far it is.
import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { BulkChange } from '../../lib/domain/book/bulk-change';
import { t, tn } from '../../lib/words/words';
import { Button } from '../Button';
import { stageName } from './stage-name';

const CADENCES = [7, 14, 30, 45, 60, 90, 180];

export function BulkBar(props: {
  many: number;
  stages: readonly { id: string; name: string }[];
  tags: readonly string[];
  /** How many are done; null while nothing goes on. */
  done: number | null;
  onChange: (change: BulkChange) => void;
  onStop: () => void;
  onNone: () => void;
  /** What else can be done with them, which changes nobody. */
  children: ComponentChildren;
}) {
  const [tag, setTag] = useState('');
  const list = useId();
  const { many, done } = props;
  if (done !== null)
    return (
      <div class="ws-bulk" role="group" aria-label={t('table_chosen')}>
        <progress max={many} value={done} aria-label={t('table_changing')} />
        <span role="status">{t('table_changed_of', done, many)}</span>
        <Button onClick={props.onStop}>{t('table_stop')}</Button>
      </div>
    );
  const withTag = (what: 'tag' | 'untag') => {
    if (tag.trim() === '') return;
    props.onChange({ what, tag: tag.trim() });
    setTag('');
  };
  return (
    <div class="ws-bulk" role="group" aria-label={t('table_chosen')}>
      <strong role="status">{tn('table_chosen', many)}</strong>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          withTag('tag');
        }}
      >
        <input
          class="field private"
          list={list}
          maxLength={60}
          aria-label={t('table_tag')}
          placeholder={t('table_tag')}
          value={tag}
          onInput={(event) => setTag(event.currentTarget.value)}
        />
        <datalist id={list}>
          {props.tags.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
        <Button type="submit">{t('table_tag_add')}</Button>
        <Button onClick={() => withTag('untag')}>{t('table_tag_remove')}</Button>
      </form>
      <select
        class="field"
        aria-label={t('table_stage')}
        value=""
        onChange={(event) => {
          const { value } = event.currentTarget;
          event.currentTarget.value = '';
          if (value !== '') props.onChange({ what: 'stage', stage: value === '-' ? null : value });
        }}
      >
        <option value="">{t('table_stage')}</option>
        {props.stages.map((stage) => (
          <option key={stage.id} value={stage.id}>
            {stageName(stage)}
          </option>
        ))}
        <option value="-">{t('table_stage_none')}</option>
      </select>
      <select
        class="field"
        aria-label={t('table_cadence')}
        value=""
        onChange={(event) => {
          const { value } = event.currentTarget;
          event.currentTarget.value = '';
          if (value !== '') props.onChange({ what: 'cadence', cadence: value === '-' ? null : Number(value) });
        }}
      >
        <option value="">{t('table_cadence')}</option>
        {CADENCES.map((days) => (
          <option key={days} value={days}>
            {tn('table_every', days)}
          </option>
        ))}
        <option value="-">{t('table_cadence_none')}</option>
      </select>
      <Button onClick={() => props.onChange({ what: 'delete' })}>{t('table_delete')}</Button>
      {props.children}
      <Button kind="text" onClick={props.onNone}>
        {t('table_choose_none')}
      </Button>
    </div>
  );
}
