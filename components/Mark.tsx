import { initials } from '../lib/domain/initials';

/** The person's initials in a square, dashed while not remembered. Only a picture: the name stands beside it. */
export function Mark({ name, remembered }: { name: string; remembered: boolean }) {
  return (
    <span class={remembered ? 'mark' : 'mark dotted'} aria-hidden="true">
      <span class="private">{initials(name)}</span>
    </span>
  );
}
