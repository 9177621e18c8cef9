// A text box as tall as its text.
import type { ComponentProps } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** From here on the box scrolls. */
const TALLEST = 240;

/** A textarea that grows with its text. `onText` gets the whole text at every change. */
export function GrowingText({
  value,
  onText,
  ...rest
}: { value: string; onText: (text: string) => void } & Omit<ComponentProps<'textarea'>, 'value' | 'ref'>) {
  const box = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    const area = box.current;
    if (!area) return;
    area.style.height = 'auto';
    const wanted = area.scrollHeight + 2;
    area.style.height = `${Math.min(wanted, TALLEST)}px`;
    area.classList.toggle('tall', wanted > TALLEST);
  }, [value]);
  return <textarea ref={box} class="field" rows={1} value={value} onInput={(event) => onText(event.currentTarget.value)} {...rest} />;
}
