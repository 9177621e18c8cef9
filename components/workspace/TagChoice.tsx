// The choice of a tag in a filter: the most used ones first, then every one by its letters, so that the keyboard finds any by typing it.
import { useMemo } from 'preact/hooks';
import { languageTag, t } from '../../lib/words/words';
import { FilterSelect, withOwn } from './FilterSelect';

/** So many stand above the others. */
const OFTEN = 8;

/** `tags`: the most used first. */
export function TagChoice(props: { tags: readonly string[]; value: string | undefined; onChoose: (tag: string) => void }) {
  const { tags, value } = props;
  const [often, all] = useMemo(() => {
    const known = withOwn(tags, value);
    const { compare } = new Intl.Collator(languageTag(), { numeric: true });
    return known.length <= OFTEN ? [known, null] : [known.slice(0, OFTEN), known.slice().sort(compare)];
  }, [tags, value, languageTag()]);
  return (
    <FilterSelect label={t('table_tag')} value={value} isPrivate onChoose={props.onChoose}>
      {all === null ? (
        often.map(option)
      ) : (
        <>
          <optgroup label={t('table_tags_often')}>{often.map(option)}</optgroup>
          <optgroup label={t('table_tags_all')}>{all.map(option)}</optgroup>
        </>
      )}
    </FilterSelect>
  );
}

const option = (tag: string) => (
  <option key={tag} value={tag}>
    {tag}
  </option>
);
