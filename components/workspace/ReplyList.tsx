// The list of replies, by folder or as one: arrow keys walk through it, Space chooses, Shift takes what lies between.
import { useRef, useState } from 'preact/hooks';
import type { Belief } from '../../lib/domain/rank/answered';
import type { Reply } from '../../lib/domain/reply-records';
import { FolderHead } from './FolderHead';
import type { Clock } from './clock';
import { ReplyRow, type RowActs } from './ReplyRow';

export interface ListProps {
  /** A folder of null is no folder but the whole list. */
  groups: readonly { folder: string | null; replies: readonly Reply[] }[];
  shut: readonly string[];
  open: string | null;
  chosen: ReadonlySet<string>;
  unsaved: readonly string[];
  twins: ReadonlyMap<string, readonly Reply[]>;
  beliefs: ReadonlyMap<string, Belief>;
  clock: Clock;
  onOpen: (id: string) => void;
  onChoose: (chosen: ReadonlySet<string>) => void;
  onCompare: (id: string, twin: string) => void;
  onShut: (folder: string, isShut: boolean) => void;
  onRename: (folder: string, name: string) => void;
}

export function ReplyList({ groups, shut, open, chosen, unsaved, twins, beliefs, clock, ...on }: ListProps) {
  const place = useRef<HTMLDivElement>(null);
  /** Where the focus was last, and from where Shift counts. */
  const [last, setLast] = useState<string | null>(null);
  const anchor = useRef<string | null>(null);
  const ids = groups.flatMap(({ folder, replies }) => (folder !== null && shut.includes(folder) ? [] : replies.map(({ id }) => id)));
  const stop = [last, open].find((id) => id !== null && ids.includes(id)) ?? ids[0];
  const folders = groups.flatMap(({ folder }) => folder ?? []);

  const choose = (id: string, isChosen: boolean, toHere: boolean) => {
    const from = toHere && anchor.current !== null ? ids.indexOf(anchor.current) : -1;
    const to = ids.indexOf(id);
    const span = from < 0 ? [id] : ids.slice(Math.min(from, to), Math.max(from, to) + 1);
    on.onChoose(new Set(isChosen ? [...chosen, ...span] : [...chosen].filter((one) => !span.includes(one))));
    anchor.current = id;
  };
  // Always those of the last drawing, also for lines that were not drawn again.
  const acts = useRef<RowActs>({ open: on.onOpen, choose, compare: on.onCompare });
  acts.current = { open: on.onOpen, choose, compare: on.onCompare };
  const walk = (event: KeyboardEvent) => {
    const row = (event.target as Element).closest<HTMLElement>('[data-row]');
    if (!row || event.isComposing || event.altKey) return;
    const id = row.dataset['row']!;
    const stops = [...row.querySelectorAll<HTMLElement>('input, button')];
    const column = stops.indexOf(event.target as HTMLElement);
    const isMod = event.ctrlKey || event.metaKey;
    const at = ids.indexOf(id);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: ids.length - 1 }[event.key];
    if (isMod && event.key.toLowerCase() === 'a') on.onChoose(new Set(ids));
    else if (isMod) return;
    else if (event.key === 'Escape' && chosen.size > 0) on.onChoose(new Set());
    else if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') stops[column + (event.key === 'ArrowRight' ? 1 : -1)]?.focus();
    else if (to !== undefined && ids[to] !== undefined) {
      // The same place in the next line, which may have fewer of them.
      const next = place.current!.querySelectorAll<HTMLElement>('[data-row]')[to]!.querySelectorAll<HTMLElement>('input, button');
      next[Math.min(column, 1)]!.focus();
      if (event.shiftKey) on.onChoose(new Set([...chosen, ...ids.slice(Math.min(at, to), Math.max(at, to) + 1)]));
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    // Keys are only moved between the lines; nothing here is operable itself.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      ref={place}
      class={chosen.size > 0 ? 'shelf choosing' : 'shelf'}
      onKeyDown={walk}
      onFocusIn={(event) => {
        const row = (event.target as Element).closest<HTMLElement>('[data-row]');
        if (row) setLast(row.dataset['row']!);
      }}
    >
      {groups.map(({ folder, replies }) => (
        <section key={folder ?? '/'}>
          {folder !== null && (
            <FolderHead
              folder={folder}
              count={replies.length}
              others={folders.filter((other) => other !== folder)}
              isShut={shut.includes(folder)}
              onShut={(isShut) => on.onShut(folder, isShut)}
              onRename={(name) => on.onRename(folder, name)}
            />
          )}
          {(folder === null || !shut.includes(folder)) && (
            <ul class="ws-replies">
              {replies.map((reply) => (
                <ReplyRow
                  key={reply.id}
                  reply={reply}
                  belief={beliefs.get(reply.id)}
                  twin={twins.get(reply.id)?.[0]}
                  isOpen={reply.id === open}
                  isChosen={chosen.has(reply.id)}
                  isUnsaved={unsaved.includes(reply.id)}
                  isStop={reply.id === stop}
                  withFolder={folder === null}
                  clock={clock}
                  acts={acts}
                />
              ))}
            </ul>
          )}
        </section>
      ))}
    </div>
  );
}
