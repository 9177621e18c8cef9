// One of a few: radio buttons that stand on one line.
import { useState } from 'preact/hooks';

/** `useId` begins anew when the whole screen is drawn again, and two groups of one name would take each other's choice. */
let groups = 0;

export function Choice<T extends string>(props: {
  label: string;
  value: T;
  options: readonly { value: T; label: string }[];
  about?: string;
  onChoose: (value: T) => void;
}) {
  const [name] = useState(() => `choice-${(groups += 1)}`);
  return (
    <fieldset class="ws-choice" aria-describedby={props.about ? `${name}-about` : undefined}>
      <legend>{props.label}</legend>
      <div class="ws-options">
        {props.options.map((option) => (
          <label key={option.value}>
            <input type="radio" name={name} checked={option.value === props.value} onChange={() => props.onChoose(option.value)} />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
      {props.about && (
        <p id={`${name}-about`} class="ws-about">
          {props.about}
        </p>
      )}
    </fieldset>
  );
}
