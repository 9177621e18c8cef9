// Tags as chips, with a box that completes from the tags in use (the ARIA combobox pattern).
import { useEffect, useId, useState } from 'preact/hooks';
import { t } from '../lib/words/words';
import { IconButton } from './Button';

/** `known` gives tags that begin like the text; `onTags` gets the whole new list and says whether it was taken. */
export function TagField({
  tags: stored,
  known,
  onTags,
}: {
  tags: string[];
  known: (beginning: string) => Promise<string[]>;
  onTags: (tags: string[]) => Promise<boolean>;
}) {
  // Shown at once: a second tag typed before the first is stored must not replace it.
  const [tags, setTags] = useState(stored);
  useEffect(() => setTags(stored), [stored.join('\n')]);
  const change = (wanted: string[]) => {
    setTags(wanted);
    void onTags(wanted).then((taken) => taken || setTags(stored));
  };
  const [text, setText] = useState('');
  const [found, setFound] = useState<string[]>([]);
  const [chosen, setChosen] = useState(-1);
  const list = useId();

  const shut = () => {
    setFound([]);
    setChosen(-1);
  };
  const look = (beginning: string) => {
    setText(beginning);
    setChosen(-1);
    if (beginning.trim() === '') return setFound([]);
    known(beginning.trim()).then((all) => setFound(all.filter((tag) => !tags.includes(tag))), shut);
  };
  const add = (tag: string) => {
    const plain = tag.trim().slice(0, 60);
    setText('');
    shut();
    if (plain !== '' && !tags.includes(plain)) change([...tags, plain]);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // Enter that ends a Chinese input is not meant for us; `keyCode` 229 covers browsers that end the composition first.
    if (event.isComposing || event.keyCode === 229) return;
    if (event.key === 'Enter' || event.key === ',' || event.key === '，') add(found[chosen] ?? text);
    else if (event.key === 'ArrowDown' && found.length > 0) setChosen((chosen + 1) % found.length);
    else if (event.key === 'ArrowUp' && found.length > 0) setChosen(chosen <= 0 ? found.length - 1 : chosen - 1);
    else if (event.key === 'Escape' && (found.length > 0 || text !== '')) {
      setText('');
      shut();
    } else if (event.key === 'Backspace' && text === '' && tags.length > 0) change(tags.slice(0, -1));
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div class="chips">
      {tags.map((tag) => (
        <span key={tag} class="chip">
          <span class="private">{tag}</span>
          <IconButton icon="close" label={t('common_remove_tag', tag)} onClick={() => change(tags.filter((other) => other !== tag))} />
        </span>
      ))}
      <span class="with-list tag-place">
        <input
          class="tag-input"
          role="combobox"
          aria-label={t('common_add_tag')}
          aria-expanded={found.length > 0}
          aria-controls={list}
          aria-autocomplete="list"
          aria-activedescendant={chosen >= 0 ? `${list}-${chosen}` : undefined}
          placeholder={t('common_add_tag')}
          autocomplete="off"
          maxLength={60}
          value={text}
          onInput={(event) => look(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          onBlur={() => {
            add(text);
          }}
        />
        <ul class="choices" id={list} role="listbox" aria-label={t('common_known_tags')} hidden={found.length === 0}>
          {found.map((tag, index) => (
            // eslint-disable-next-line jsx-a11y/click-events-have-key-events -- the keys are those of the box that controls this list
            <li
              key={tag}
              id={`${list}-${index}`}
              role="option"
              aria-selected={index === chosen}
              class="private"
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => add(tag)}
            >
              {tag}
            </li>
          ))}
        </ul>
      </span>
    </div>
  );
}
