// Some of a few: check boxes that stand on one line.
import { useId } from 'preact/hooks';

export function Several<T extends string>(props: {
  label: string;
  values: readonly T[];
  options: readonly { value: T; label: string }[];
  onChoose: (values: T[]) => void;
}) {
  const id = useId();
  const { values, options, onChoose } = props;
  return (
    <fieldset class="ws-several">
      <legend>{props.label}</legend>
      {options.map(({ value, label }) => (
        <label key={value} for={`${id}-${value}`}>
          <input
            type="checkbox"
            id={`${id}-${value}`}
            checked={values.includes(value)}
            // In the order of the list, so that the same choice is the same record.
            onChange={({ currentTarget: { checked } }) =>
              onChoose(options.map((one) => one.value).filter((one) => (one === value ? checked : values.includes(one))))
            }
          />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  );
}
