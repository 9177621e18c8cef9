// One reply in the picker: its title, its shortcut, and how it will stand in the message box.
import { useEffect, useRef } from 'preact/hooks';
import type { OfferedReply } from '../../lib/messages/protocol';
import { labelOf } from '../replies/field-words';
import { Marked } from './Marked';

/** So much of the text is enough to tell it from another; the words found may stand further down. */
const SHOWN = 240;

export function PickerRow({
  id,
  reply,
  query,
  isActive,
  onActive,
  onPick,
}: {
  id: string;
  reply: OfferedReply;
  query: string;
  isActive: boolean;
  onActive: () => void;
  onPick: () => void;
}) {
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isActive) row.current?.scrollIntoView({ block: 'nearest' });
  }, [isActive]);
  return (
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events -- the keys are those of the box around
    <li
      ref={row}
      id={id}
      role="option"
      aria-selected={isActive}
      class="picker-row"
      onPointerMove={onActive}
      // The focus stays where words are typed.
      onPointerDown={(event) => event.preventDefault()}
      onClick={onPick}
    >
      <span class="picker-title">
        <Marked text={reply.title} query={query} isTitle />
      </span>
      {reply.shortcut !== '' && <span class="picker-shortcut">/{reply.shortcut.replace(/^\//, '')}</span>}
      <span class="picker-text private">
        <Marked text={shown(reply).slice(0, SHOWN)} query={query} />
      </span>
    </li>
  );
}

/** The text on one line, with the name of what is still to be said where something is asked. */
function shown({ parts, blanks }: OfferedReply): string {
  const words = parts.map((part) => {
    if ('text' in part) return part.text;
    const blank = 'blank' in part && blanks.find(({ name }) => name === part.blank);
    return blank ? `[${labelOf(blank)}]` : '';
  });
  return words.join('').replace(/\s+/g, ' ').trim();
}
