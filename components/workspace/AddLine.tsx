// The line under a list that adds one more to it: its fields, the button, and what is wrong with what was typed.
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { t } from '../../lib/words/words';
import { Button } from '../Button';

interface AddLineProps {
  /** What is wrong with what stands in the fields, in words; null when nothing is. */
  check: () => string | null;
  /** Adds it. Says whether it was taken: only then `onAdded` empties the fields. */
  onAdd: () => Promise<boolean>;
  onAdded: () => void;
  children: ComponentChildren;
}

export function AddLine({ check, onAdd, onAdded, children }: AddLineProps) {
  const [wrong, setWrong] = useState<string | null>(null);
  const save = async () => {
    const why = check();
    setWrong(why);
    if (why === null && (await onAdd())) onAdded();
  };
  return (
    <form
      class="ws-inline"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      {children}
      <Button type="submit">{t('care_add')}</Button>
      <div role="alert" class="wide">
        {wrong && <p class="error-line">{wrong}</p>}
      </div>
    </form>
  );
}
