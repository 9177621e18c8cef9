// A button that opens a short list of acts, with the keys people know: arrows, Home, End, Esc.
import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';

export interface MenuItem {
  words: string;
  act: () => void;
}

/** `null` among the items draws a line. `open` and `onOpen` let a key of the surrounding line open the menu, too. */
export function Menu({
  label,
  title = label,
  icon,
  items,
  open,
  onOpen,
  tabStop = true,
}: {
  label: string;
  /** The tooltip, where the label holds a name that must not show while names are hidden. */
  title?: string;
  icon: ComponentChildren;
  items: (MenuItem | null)[];
  open: boolean;
  onOpen: (open: boolean) => void;
  tabStop?: boolean;
}) {
  const place = useRef<HTMLSpanElement>(null);

  useLayoutEffect(() => {
    const list = place.current?.querySelector<HTMLElement>('.menu');
    if (!open || !list) return;
    // Fixed, so that no scrolling box cuts it off; below the button where it fits, else as low as it fits.
    const button = place.current!.getBoundingClientRect();
    list.style.top = `${Math.max(4, Math.min(button.bottom + 2, window.innerHeight - list.offsetHeight - 4))}px`;
    list.style.right = `${Math.max(4, document.documentElement.clientWidth - button.right)}px`;
    list.querySelector('button')?.focus();
  }, [open]);

  useEffect(() => {
    if (!open) return;
    const outside = (event: Event) => !place.current?.contains(event.target as Node) && onOpen(false);
    document.addEventListener('pointerdown', outside);
    return () => document.removeEventListener('pointerdown', outside);
  }, [open, onOpen]);

  const close = () => {
    onOpen(false);
    place.current?.querySelector('button')?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!open) return;
    const buttons = [...place.current!.querySelectorAll<HTMLElement>('.menu > button')];
    const now = buttons.indexOf(document.activeElement as HTMLElement);
    const to = { ArrowDown: now + 1, ArrowUp: now - 1, Home: 0, End: -1 }[event.key];
    if (to !== undefined) buttons.at(to % buttons.length)?.focus();
    else if (event.key === 'Escape') close();
    else if (event.key === 'Tab') return onOpen(false);
    else return event.stopPropagation();
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions -- keys of the menu inside bubble up to here
    <span class="menu-place" ref={place} onKeyDown={onKeyDown}>
      <button
        type="button"
        class="icon-button"
        tabIndex={tabStop ? 0 : -1}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-label={label}
        title={title}
        onClick={() => onOpen(!open)}
      >
        {icon}
      </button>
      {open && (
        <div class="menu" role="menu" aria-label={label}>
          {items.map((item, index) =>
            item === null ? (
              <hr key={index} />
            ) : (
              <button
                key={index}
                type="button"
                role="menuitem"
                tabIndex={-1}
                onClick={() => {
                  close();
                  item.act();
                }}
              >
                {item.words}
              </button>
            ),
          )}
        </div>
      )}
    </span>
  );
}
