// The heading of a folder in the list of replies: shut and opened, and given another name.
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../lib/words/words';
import { Button, IconButton } from '../Button';
import { Icon } from '../icons';

export function FolderHead({
  folder,
  count,
  others,
  isShut,
  onShut,
  onRename,
}: {
  /** The name; empty for the replies in none, which has no other. */
  folder: string;
  count: number;
  others: readonly string[];
  isShut: boolean;
  onShut: (isShut: boolean) => void;
  onRename: (name: string) => void;
}) {
  const [name, setName] = useState<string | null>(null);
  const place = useRef<HTMLDivElement>(null);
  const isNaming = name !== null;
  useLayoutEffect(() => {
    if (isNaming) place.current?.querySelector('input')?.select();
  }, [isNaming]);
  const end = () => {
    setName(null);
    // The field goes away: back to the button that opened it.
    requestAnimationFrame(() => place.current?.querySelector<HTMLElement>('.icon-button')?.focus());
  };
  if (name === null) {
    return (
      <div class="shelf-folder" ref={place}>
        <h2>
          <button type="button" aria-expanded={!isShut} onClick={() => onShut(!isShut)}>
            <span class={isShut ? 'shelf-arrow shut' : 'shelf-arrow'}>
              <Icon name="down" />
            </span>
            <span>{folder === '' ? t('shelf_no_folder') : folder}</span>
            <span class="shelf-count">{count}</span>
          </button>
        </h2>
        {folder !== '' && <IconButton icon="pencil" label={t('shelf_rename', folder)} onClick={() => setName(folder)} />}
      </div>
    );
  }
  const fresh = name.trim();
  return (
    <div class="shelf-folder" ref={place}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (fresh !== '' && fresh !== folder) onRename(fresh);
          end();
        }}
      >
        <input
          class="field"
          aria-label={t('shelf_folder_name')}
          aria-describedby={others.includes(fresh) ? 'shelf-joins' : undefined}
          maxLength={60}
          autoComplete="off"
          value={name}
          onInput={(event) => setName(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Escape' || event.isComposing) return;
            event.stopPropagation();
            end();
          }}
        />
        <Button type="submit">{t('common_save')}</Button>
        {others.includes(fresh) && (
          <p id="shelf-joins" class="ws-about">
            {t('shelf_folder_joins', fresh)}
          </p>
        )}
      </form>
    </div>
  );
}
