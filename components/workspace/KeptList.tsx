// A list of short texts on a contact's page, such as phone numbers: each can be changed where it stands or removed, and one added.
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../lib/words/words';
import { IconButton } from '../Button';

/** What was typed, in the form in which it is kept, or in words what is wrong with it. */
export type Reading = { value: string } | { wrong: string };

interface KeptListProps {
  label: string;
  /** What an empty field asks for. */
  add: string;
  values: readonly string[];
  /** A kept text as it is shown, and as it is changed. */
  shown?: (value: string) => string;
  read: (text: string) => Reading;
  inputMode: 'tel' | 'email';
  most: number;
  /** Gets the whole new list and says whether it was taken. */
  onKeep: (values: string[]) => Promise<boolean>;
}

export function KeptList({ label, add, values: stored, shown = (value) => value, read, inputMode, most, onKeep }: KeptListProps) {
  // Shown at once: a second one typed before the first is stored must not replace it.
  const [values, setValues] = useState(stored);
  // Before anything is drawn or typed, so that it never takes a fresh one away.
  useLayoutEffect(() => setValues(stored), [stored.join('\n')]);
  /** The one that is being changed. */
  const [open, setOpen] = useState<string | null>(null);
  const place = useRef<HTMLDivElement>(null);
  const id = useId();

  const change = async (wanted: readonly string[]): Promise<boolean> => {
    setValues(wanted);
    const taken = await onKeep([...wanted]);
    if (!taken) setValues(stored);
    return taken;
  };
  const shut = (index: number, isByKey: boolean) => {
    setOpen(null);
    // The field goes away: back to the button that opened it, unless the focus has gone elsewhere by itself.
    if (isByKey) requestAnimationFrame(() => place.current?.querySelector<HTMLElement>(`[data-change="${index}"]`)?.focus());
  };
  /** Takes a text in place of `old`, or adds it; says what is wrong with it. */
  const take = (text: string, old: string | null): string | null => {
    const reading = read(text);
    if ('wrong' in reading) return reading.wrong;
    if (reading.value !== old && values.includes(reading.value)) return t('life_wrong_twice');
    const next = old === null ? [...values, reading.value] : values.map((one) => (one === old ? reading.value : one));
    if (reading.value !== old) void change(next);
    return null;
  };
  return (
    <div class="ws-field wide" ref={place} role="group" aria-labelledby={id}>
      <span class="label" id={id}>
        {label}
      </span>
      {values.length > 0 && (
        <ul class="ws-life">
          {values.map((value, index) =>
            value === open ? (
              <li key={value}>
                <Entry
                  label={t('life_change', shown(value))}
                  first={shown(value)}
                  inputMode={inputMode}
                  onText={(text) => take(text, value)}
                  onShut={(isByKey) => shut(index, isByKey)}
                />
              </li>
            ) : (
              <li key={value} class="ws-life-line">
                <span class="private">{shown(value)}</span>
                <span class="ws-life-acts">
                  <IconButton icon="pencil" label={t('life_change', shown(value))} data-change={index} onClick={() => setOpen(value)} />
                  <IconButton
                    icon="close"
                    label={t('life_remove', shown(value))}
                    onClick={() => {
                      // The button goes away with its line.
                      place.current?.querySelector<HTMLElement>('[data-add]')?.focus();
                      void change(values.filter((one) => one !== value));
                    }}
                  />
                </span>
              </li>
            ),
          )}
        </ul>
      )}
      {values.length < most && <Entry label={add} first="" inputMode={inputMode} onText={(text) => take(text, null)} />}
    </div>
  );
}

/**
 * One field. Kept on Enter and on leaving it, given up on Escape; what is wrong stays to be corrected. With `onShut` it is about a text
 * that is there already and takes the focus; without, it empties itself for the next one.
 */
function Entry({
  label,
  first,
  inputMode,
  onText,
  onShut,
}: {
  label: string;
  first: string;
  inputMode: 'tel' | 'email';
  onText: (text: string) => string | null;
  onShut?: (isByKey: boolean) => void;
}) {
  const [text, setText] = useState(first);
  const [wrong, setWrong] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  useLayoutEffect(() => {
    if (!onShut) return;
    field.current?.focus();
    field.current?.select();
  }, []);
  // A field that goes away is left once more.
  const isOver = useRef(false);
  const end = (isByKey: boolean) => {
    isOver.current = onShut !== undefined;
    setText(first);
    setWrong(null);
    onShut?.(isByKey);
  };
  // Read from the field itself: a key may follow the last letter before it is drawn.
  const keep = (typed: string, isByKey: boolean) => {
    if (isOver.current) return;
    const fresh = typed.trim();
    if (fresh === '' || fresh === first) return end(isByKey);
    const why = onText(fresh);
    if (why === null) end(isByKey);
    else setWrong(why);
  };
  return (
    <>
      <input
        ref={field}
        class="field private"
        data-add={onShut ? undefined : ''}
        aria-label={label}
        placeholder={onShut ? undefined : label}
        inputMode={inputMode}
        maxLength={300}
        autocomplete="off"
        spellcheck={false}
        value={text}
        aria-invalid={wrong !== null}
        aria-describedby={id}
        onInput={(event) => setText(event.currentTarget.value)}
        onBlur={(event) => keep(event.currentTarget.value, false)}
        onKeyDown={(event) => {
          if (event.isComposing) return;
          if (event.key === 'Enter') keep(event.currentTarget.value, true);
          else if (event.key === 'Escape') end(true);
        }}
      />
      <div id={id} role="alert">
        {wrong && <p class="error-line">{wrong}</p>}
      </div>
    </>
  );
}
