// What the rep's own fields say of the shown person: one line each, changed where it stands; those that say nothing yet are names to click.
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Day } from '../../lib/domain/day';
import { LONGEST_VALUE } from '../../lib/domain/own-value';
import type { Answer } from '../../lib/messages/protocol';
import { t } from '../../lib/words/words';
import { OwnOptions } from '../OwnOptions';
import { optionsOf, valueInWords, wrongValue } from '../own-words';
import type { Try } from './act';
import './own-fields.css';

type OwnValue = Answer<'field.values'>['values'][number];

interface FieldsProps {
  values: readonly OwnValue[];
  today: Day;
  attempt: Try;
  /** Told after a value was kept. */
  onKept: () => void;
}

export function OwnFields({ values, today, attempt, onKept }: FieldsProps) {
  /** The field that is being changed. */
  const [open, setOpen] = useState<string | null>(null);
  const place = useRef<HTMLElement>(null);
  const shut = (id: string, isByKey: boolean) => {
    setOpen((now) => (now === id ? null : now));
    // The box goes away: back to the button that opened it, unless the focus has gone elsewhere by itself.
    if (isByKey) requestAnimationFrame(() => place.current?.querySelector<HTMLElement>(`[data-field="${id}"]`)?.focus());
  };
  const keep = async ({ field }: OwnValue, value: string): Promise<boolean> => {
    const taken = (await attempt('field.say', { field: field.id, value }, t('fields_kept', field.name))) !== null;
    if (taken) onKept();
    return taken;
  };
  const said = values.filter(({ field, value }) => value !== '' || field.id === open);
  const empty = values.filter(({ field, value }) => value === '' && field.id !== open);
  return (
    <section class="panel-part" aria-labelledby="fields-title" ref={place}>
      <h2 id="fields-title">{t('fields_title')}</h2>
      {said.length > 0 && (
        <ul class="own-fields">
          {said.map((one) =>
            one.field.id === open ? (
              <li key={one.field.id}>
                <Entry one={one} onText={(value) => keep(one, value)} onShut={(isByKey) => shut(one.field.id, isByKey)} />
              </li>
            ) : (
              <li key={one.field.id}>
                <button
                  type="button"
                  class="own-field"
                  data-field={one.field.id}
                  aria-label={t('fields_change', one.field.name, valueInWords(one.field, one.value, today))}
                  onClick={() => setOpen(one.field.id)}
                >
                  <span class="small soft">{one.field.name}</span> <span class="private">{valueInWords(one.field, one.value, today)}</span>
                </button>
              </li>
            ),
          )}
        </ul>
      )}
      {empty.length > 0 && (
        <p class="own-empty small">
          {empty.map(({ field }) => (
            <button
              key={field.id}
              type="button"
              class="button text"
              data-field={field.id}
              aria-label={t('fields_add', field.name)}
              onClick={() => setOpen(field.id)}
            >
              + {field.name}
            </button>
          ))}
        </p>
      )}
    </section>
  );
}

/** One value: kept on Enter, on a choice and on leaving it; Escape gives it up. What is wrong stays to be corrected. */
function Entry({
  one: { field, value },
  onText,
  onShut,
}: {
  one: OwnValue;
  onText: (value: string) => Promise<boolean>;
  onShut: (isByKey: boolean) => void;
}) {
  const [text, setText] = useState(value);
  const [wrong, setWrong] = useState<string | null>(null);
  const box = useRef<HTMLElement>(null);
  const options = optionsOf(field, value);
  useLayoutEffect(() => {
    box.current?.focus();
    if (box.current instanceof HTMLInputElement && field.kind !== 'date') box.current.select();
  }, []);
  // A box that goes away is left once more.
  const isOver = useRef(false);
  const end = (isByKey: boolean) => {
    isOver.current = true;
    onShut(isByKey);
  };
  // Read from the box itself: a key may follow the last letter before it is drawn.
  const keep = async (typed: string, isByKey: boolean) => {
    if (isOver.current) return;
    const fresh = typed.trim();
    const why = wrongValue(field, fresh);
    setWrong(why);
    if (why !== null) return;
    if (fresh === value) return end(isByKey);
    isOver.current = true;
    if (await onText(fresh)) onShut(isByKey);
    else isOver.current = false;
  };
  const onKeyDown = (event: KeyboardEvent & { currentTarget: { value: string } }) => {
    if (event.isComposing || event.keyCode === 229) return;
    if (event.key === 'Enter') void keep(event.currentTarget.value, true);
    else if (event.key === 'Escape') end(true);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const common = { class: 'field private', 'aria-label': field.name, onKeyDown };
  return (
    <div class="own-entry">
      <span class="small soft" aria-hidden="true">
        {field.name}
      </span>
      {options ? (
        <select
          {...common}
          ref={box as preact.RefObject<HTMLSelectElement>}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            void keep(event.currentTarget.value, true);
          }}
          onBlur={() => end(false)}
        >
          <OwnOptions options={options} />
        </select>
      ) : (
        <input
          {...common}
          ref={box as preact.RefObject<HTMLInputElement>}
          {...(field.kind === 'date' ? { type: 'date' } : { type: 'text', inputMode: field.kind === 'number' ? 'decimal' : 'text' })}
          maxLength={LONGEST_VALUE}
          autocomplete="off"
          value={text}
          aria-invalid={wrong !== null}
          aria-describedby="own-wrong"
          onInput={(event) => setText(event.currentTarget.value)}
          onBlur={(event) => void keep(event.currentTarget.value, false)}
        />
      )}
      <div id="own-wrong" role="alert">
        {wrong && <p class="error-line">{wrong}</p>}
      </div>
    </div>
  );
}
