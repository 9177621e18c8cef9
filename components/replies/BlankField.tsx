// One blank of a reply: a line to type in, or a choice.
import type { OfferedReply } from '../../lib/messages/protocol';
import { t } from '../../lib/words/words';
import { labelOf } from './field-words';

/** As many stand side by side; more are a list to open. */
const SIDE_BY_SIDE = 5;

export function BlankField({
  id,
  blank,
  value,
  isMissing,
  onChange,
}: {
  id: string;
  blank: OfferedReply['blanks'][number];
  value: string;
  isMissing: boolean;
  onChange: (value: string) => void;
}) {
  const label = labelOf(blank);
  if (blank.choices.length > SIDE_BY_SIDE) {
    return (
      <div data-blank class="blank">
        <label class="label" for={id}>
          {label}
        </label>
        <select class="field" id={id} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
          {blank.choices.map((choice) => (
            <option key={choice} value={choice}>
              {choice}
            </option>
          ))}
        </select>
      </div>
    );
  }
  if (blank.choices.length > 0) {
    return (
      <fieldset data-blank class="blank">
        <legend class="label">{label}</legend>
        <div class="blank-choices">
          {blank.choices.map((choice) => (
            <label key={choice}>
              <input type="radio" name={id} checked={choice === value} onChange={() => onChange(choice)} />
              <span>{choice}</span>
            </label>
          ))}
        </div>
      </fieldset>
    );
  }
  return (
    <div data-blank class="blank">
      <label class="label" for={id}>
        {label}
      </label>
      <input
        class="field private"
        type="text"
        id={id}
        value={value}
        maxLength={500}
        autoComplete="off"
        aria-required="true"
        aria-invalid={isMissing}
        aria-describedby={`${id}-missing`}
        onInput={(event) => onChange(event.currentTarget.value)}
      />
      <div id={`${id}-missing`} role="alert">
        {isMissing && <p class="error-line">{t('fill_in_missing')}</p>}
      </div>
    </div>
  );
}
