// A short list of records of one kind on a contact's page: each can be changed where it stands or removed, and one can be added.
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { t } from '../../lib/words/words';
import { Button, IconButton } from '../Button';

/** One record in words: what it is, and what else there is to say. */
export interface LifeLine {
  what: string;
  more: string;
}

export function LifeList<R extends { id: string }>({
  title,
  add,
  records,
  line,
  form,
  onRemove,
}: {
  title: string;
  add: string;
  records: readonly R[];
  line: (record: R) => LifeLine;
  /** The form for a record, or for a new one; `shut` closes it. */
  form: (record: R | null, shut: () => void) => ComponentChildren;
  onRemove: (record: R) => void;
}) {
  const id = useId();
  const place = useRef<HTMLElement>(null);
  /** The id of the record in the form, '' for a new one. */
  const [open, setOpen] = useState<string | null>(null);
  const shut = () => {
    setOpen(null);
    // The field that had the focus goes away: back to the button that opened the form.
    requestAnimationFrame(() => place.current?.querySelector<HTMLElement>(open ? `[data-edit="${open}"]` : '[data-add]')?.focus());
  };
  return (
    <section ref={place} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {records.length > 0 && (
        <ul class="ws-life">
          {records.map((record) => {
            if (record.id === open) return <li key={record.id}>{form(record, shut)}</li>;
            const { what, more } = line(record);
            return (
              <li key={record.id} class="ws-life-line">
                <span>
                  <span class="private">{what}</span> <span class="small soft private">{more}</span>
                </span>
                <span class="ws-life-acts">
                  <IconButton icon="pencil" label={t('life_change', what)} data-edit={record.id} onClick={() => setOpen(record.id)} />
                  <IconButton
                    icon="close"
                    label={t('life_remove', what)}
                    onClick={() => {
                      // The button goes away with its line.
                      place.current?.querySelector<HTMLElement>('[data-add]')?.focus();
                      onRemove(record);
                    }}
                  />
                </span>
              </li>
            );
          })}
        </ul>
      )}
      {open === '' ? (
        form(null, shut)
      ) : (
        <Button kind="text" data-add onClick={() => setOpen('')}>
          {add}
        </Button>
      )}
    </section>
  );
}

/** The form of one record. `onSave` says whether it was saved; `wrong` says in words what has to be changed first. */
export function LifeForm({
  label,
  wrong,
  onSave,
  onCancel,
  children,
}: {
  label: string;
  wrong: string | null;
  onSave: () => void;
  onCancel: () => void;
  children: ComponentChildren;
}) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>('input, select')?.focus(), []);
  return (
    <form
      ref={form}
      class="ws-life-form"
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault();
        onSave();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.isComposing) onCancel();
      }}
    >
      {children}
      <div role="alert" class="wide">
        {wrong && (
          <p class="error-line">
            <span>{wrong}</span>
          </p>
        )}
      </div>
      <div class="panel-acts wide">
        <Button type="submit">{t('common_save')}</Button>
        <Button kind="text" onClick={onCancel}>
          {t('common_cancel')}
        </Button>
      </div>
    </form>
  );
}
