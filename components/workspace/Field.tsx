// A labelled place in a form, and one that keeps its text by itself when it is left.
import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useState } from 'preact/hooks';

export function Field({ label, wide = false, children }: { label: string; wide?: boolean; children: ComponentChildren }) {
  return (
    <label class={wide ? 'ws-field wide' : 'ws-field'}>
      <span class="label">{label}</span>
      {children}
    </label>
  );
}

/** Words offered to an input, which names the list by its id. */
export function Suggestions({ id, of }: { id: string; of: readonly string[] }) {
  return (
    <datalist id={id}>
      {of.map((text) => (
        <option key={text} value={text} />
      ))}
    </datalist>
  );
}

/**
 * Kept on Enter and on leaving the field, Escape brings the old text back. `check` says what is wrong with a text, in words; a text
 * that is wrong stays to be corrected. `onKeep` says whether it was taken.
 */
export function KeptField({
  label,
  about,
  stored,
  check = () => null,
  onKeep,
  type = 'text',
  isNumber = false,
  isPrivate = false,
  isPrivateLabel = false,
  isBare = false,
  hint,
  suggested = [],
  maxLength = 20,
  wide = false,
}: {
  label: string;
  about?: string;
  stored: string;
  check?: (text: string) => string | null;
  onKeep: (text: string) => Promise<boolean>;
  type?: 'text' | 'date';
  isNumber?: boolean;
  /** Blurred while names and notes are hidden. */
  isPrivate?: boolean;
  isPrivateLabel?: boolean;
  /** The label is for screen readers alone: what the field is stands above it already. */
  isBare?: boolean;
  /** An example of what to write. */
  hint?: string;
  suggested?: readonly string[];
  maxLength?: number;
  wide?: boolean;
}) {
  const [text, setText] = useState(stored);
  const [wrong, setWrong] = useState<string | null>(null);
  const id = useId();
  // Before anything is drawn or typed, so that it never takes a fresh letter away.
  useLayoutEffect(() => {
    setText(stored);
    setWrong(null);
  }, [stored]);
  const kind = type === 'date' ? ({ type } as const) : ({ type, inputMode: isNumber ? 'numeric' : 'text', maxLength } as const);
  // Read from the field itself: a key may follow the last letter before it is drawn.
  const keep = (typed: string) => {
    const fresh = typed.trim();
    if (fresh === stored) {
      setText(stored);
      return setWrong(null);
    }
    const why = check(fresh);
    setWrong(why);
    if (why === null) void onKeep(fresh).then((taken) => taken || setText(stored));
  };
  return (
    <div class={wide ? 'ws-field wide' : 'ws-field'}>
      <label class={isBare ? 'visually-hidden' : isPrivateLabel ? 'label private' : 'label'} for={id}>
        {label}
      </label>
      <input
        {...kind}
        {...(suggested.length > 0 ? { list: `${id}-list` } : {})}
        placeholder={hint}
        id={id}
        class={isPrivate ? 'field private' : 'field'}
        autocomplete="off"
        value={text}
        aria-invalid={wrong !== null}
        aria-describedby={`${id}-about`}
        onInput={(event) => setText(event.currentTarget.value)}
        onBlur={(event) => keep(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.isComposing) return;
          if (event.key === 'Enter') keep(event.currentTarget.value);
          if (event.key !== 'Escape') return;
          setText(stored);
          setWrong(null);
        }}
      />
      {suggested.length > 0 && <Suggestions id={`${id}-list`} of={suggested} />}
      <div id={`${id}-about`}>
        {about && <p class="ws-about">{about}</p>}
        <div role="alert">
          {wrong && (
            <p class="error-line">
              <span>{wrong}</span>
            </p>
          )}
        </div>
      </div>
    </div>
  );
}
