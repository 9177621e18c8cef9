// On or off, at once. The whole line can be clicked.
import { useId } from 'preact/hooks';

export function Switch(props: { label: string; about?: string; on: boolean; busy?: boolean; onSwitch: (on: boolean) => void }) {
  const id = useId();
  return (
    <div class="ws-switch">
      <button
        type="button"
        role="switch"
        aria-checked={props.on}
        aria-labelledby={`${id}-label`}
        aria-describedby={props.about ? `${id}-about` : undefined}
        aria-busy={props.busy ? true : undefined}
        onClick={() => props.onSwitch(!props.on)}
      >
        <span class="ws-knob" />
      </button>
      {/* The button beside it carries the name; the text only widens the target. */}
      {/* eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions */}
      <div class="ws-switch-text" onClick={() => props.onSwitch(!props.on)}>
        <span id={`${id}-label`}>{props.label}</span>
        {props.about && (
          <span id={`${id}-about`} class="ws-about">
            {props.about}
          </span>
        )}
      </div>
    </div>
  );
}
