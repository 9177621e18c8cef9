// A choice among the filters of a list, and what may be chosen.
import type { ComponentChildren } from 'preact';
import { t } from '../../lib/words/words';

/** What is chosen stands among the choices, even when it is not used any more. */
export const withOwn = (all: readonly string[], own: string | undefined): readonly string[] =>
  own === undefined || all.includes(own) ? all : [own, ...all];

/** What is chosen as a filter keeps it: any is nothing. */
export const one = <T extends string>(value: string): T[] => (value === '' ? [] : [value as T]);

/** One choice of a filter; the empty one is any. */
export function FilterSelect(props: {
  label: string;
  value: string | undefined;
  isPrivate?: boolean;
  onChoose: (value: string) => void;
  children: ComponentChildren;
}) {
  return (
    <label class={props.value === undefined ? 'ws-filter' : 'ws-filter chosen'}>
      <span>{props.label}</span>
      <select
        class={props.isPrivate ? 'field private' : 'field'}
        value={props.value ?? ''}
        onChange={(event) => props.onChoose(event.currentTarget.value)}
      >
        <option value="">{t('table_any')}</option>
        {props.children}
      </select>
    </label>
  );
}
