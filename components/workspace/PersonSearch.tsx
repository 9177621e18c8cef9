// Looking for one person by name (the ARIA combobox pattern).
import { useEffect, useId, useState } from 'preact/hooks';
import { t } from '../../lib/words/words';

export interface Found {
  id: string;
  name: string;
}

export function PersonSearch({
  query,
  found,
  onQuery,
  onChoose,
}: {
  query: string;
  found: readonly Found[];
  onQuery: (query: string) => void;
  onChoose: (found: Found) => void;
}) {
  const id = useId();
  const [chosen, setChosen] = useState(0);
  useEffect(() => setChosen(0), [found]);
  const isOpen = found.length > 0;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing || event.keyCode === 229) return;
    if (event.key === 'ArrowDown' && isOpen) setChosen((chosen + 1) % found.length);
    else if (event.key === 'ArrowUp' && isOpen) setChosen((chosen - 1 + found.length) % found.length);
    else if (event.key === 'Enter') {
      // Never the form around it: nobody saves by choosing whom to look at.
      if (event.ctrlKey || event.metaKey) return;
      if (found[chosen]) onChoose(found[chosen]);
    } else if (event.key === 'Escape' && query !== '') onQuery('');
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <span class="with-list">
      <input
        class="field"
        type="text"
        role="combobox"
        aria-label={t('preview_for')}
        placeholder={t('preview_for')}
        aria-expanded={isOpen}
        aria-controls={`${id}-found`}
        aria-autocomplete="list"
        aria-activedescendant={isOpen ? `${id}-${chosen}` : undefined}
        autocomplete="off"
        maxLength={100}
        value={query}
        onInput={(event) => onQuery(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <ul class="choices" id={`${id}-found`} role="listbox" aria-label={t('preview_for')} hidden={!isOpen}>
        {found.map((one, index) => (
          // eslint-disable-next-line jsx-a11y/click-events-have-key-events -- the keys are those of the box that controls this list
          <li
            key={one.id}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === chosen}
            class="private"
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => onChoose(one)}
          >
            {one.name}
          </li>
        ))}
      </ul>
    </span>
  );
}
