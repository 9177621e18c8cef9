// What is being typed into a form, as text, until it is saved.
import { useState } from 'preact/hooks';

type Texts<D> = { [K in keyof D]: string };

/** `draft` holds the text of every field; `bind` makes a field show and change one of them. */
export function useDraft<D extends Texts<D>>(first: D) {
  const [draft, setDraft] = useState(first);
  const set = (change: Partial<D>) => setDraft((old) => ({ ...old, ...change }));
  const bind = (name: keyof D) => ({
    value: draft[name],
    onInput: (event: { currentTarget: { value: string } }) => set({ [name]: event.currentTarget.value } as Partial<D>),
  });
  return { draft, set, bind };
}
