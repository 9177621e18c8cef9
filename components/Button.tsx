// The two kinds of button: with words, and with an icon whose words are its name and tooltip.
import type { ComponentProps } from 'preact';
import { Icon, type IconName } from './icons';

/** A button with words. `primary` at most once per screen; `text` inside sentences and lines. */
export function Button({ kind, ...rest }: { kind?: 'primary' | 'text' } & ComponentProps<'button'>) {
  return <button type="button" class={kind ? `button ${kind}` : 'button'} {...rest} />;
}

/** A button with an icon; `label` is what it does, for the screen reader and the tooltip. */
export function IconButton({ icon, label, ...rest }: { icon: IconName; label: string } & ComponentProps<'button'>) {
  return (
    <button type="button" class="icon-button" aria-label={label} title={label} {...rest}>
      <Icon name={icon} />
    </button>
  );
}
