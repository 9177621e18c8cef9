// The person's name as the page's heading, changed where it stands.
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../lib/words/words';
import { Button, IconButton } from '../Button';
import type { Try } from '../panel/act';
import { Page } from './Page';

export function ContactName({
  name,
  attempt,
  beside,
  children,
}: {
  name: string;
  attempt: Try;
  beside: ComponentChildren;
  children: ComponentChildren;
}) {
  const [wanted, setWanted] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const place = useRef<HTMLSpanElement>(null);
  const asking = wanted !== null;
  useEffect(() => {
    if (asking) field.current?.select();
  }, [asking]);
  const shut = () => {
    setWanted(null);
    // The field that had the focus goes away.
    requestAnimationFrame(() => place.current?.querySelector('button')?.focus());
  };
  const save = async () => {
    const fresh = wanted?.trim() ?? '';
    if (fresh === '') return;
    if (fresh === name || (await attempt('person.rename', { name: fresh }, t('work_renamed')))) shut();
  };
  return (
    <Page
      title={<span class="private">{name}</span>}
      beside={
        <>
          <span ref={place} class="ws-rename">
            {wanted === null ? (
              <IconButton icon="pencil" label={t('work_rename')} onClick={() => setWanted(name)} />
            ) : (
              <form
                onSubmit={(event) => {
                  event.preventDefault();
                  void save();
                }}
              >
                <input
                  class="field private"
                  aria-label={t('work_rename_label')}
                  value={wanted}
                  maxLength={200}
                  autoComplete="off"
                  ref={field}
                  onInput={(event) => setWanted(event.currentTarget.value)}
                  onKeyDown={(event) => event.key === 'Escape' && !event.isComposing && shut()}
                />
                <Button type="submit">{t('common_save')}</Button>
                <Button kind="text" onClick={shut}>
                  {t('common_cancel')}
                </Button>
              </form>
            )}
          </span>
          <span class="ws-far">{beside}</span>
        </>
      }
    >
      {children}
    </Page>
  );
}
