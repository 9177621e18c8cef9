// One reply in the list: chosen with its box, opened with a click, compared where another is nearly the same.
import type { RefObject } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Belief } from '../../lib/domain/rank/answered';
import type { Reply } from '../../lib/domain/reply-records';
import { languageTag, t } from '../../lib/words/words';
import type { Clock } from './clock';
import { fateInWords } from './shelf-words';

/** What a line is asked to do with its reply. */
export interface RowActs {
  open: (id: string) => void;
  /** `toHere`: with all between this one and the one before. */
  choose: (id: string, isChosen: boolean, toHere: boolean) => void;
  compare: (id: string, twin: string) => void;
}

interface RowProps {
  reply: Reply;
  belief: Belief | undefined;
  /** One that is nearly the same. */
  twin: Reply | undefined;
  isOpen: boolean;
  isChosen: boolean;
  isUnsaved: boolean;
  /** Whether Tab stops here: at one line of the list only, the arrow keys go on from there. */
  isStop: boolean;
  withFolder: boolean;
  clock: Clock;
  acts: RefObject<RowActs>;
}

/** Drawn again only when something of its own has changed: there may be hundreds, and the focus walks through them. */
export function ReplyRow({ reply, belief, twin, isOpen, isChosen, isUnsaved, isStop, withFolder, clock, acts }: RowProps) {
  return useMemo(() => {
    const tabIndex = isStop ? 0 : -1;
    const { id, shortcut, folder, starter, tags, title, body } = reply;
    const about = [shortcut && `/${shortcut}`, withFolder ? folder : '', ...tags, starter !== null ? t('starter_mark') : ''];
    return (
      <li data-row={id}>
        <input
          type="checkbox"
          tabIndex={tabIndex}
          aria-label={t('shelf_choose', title)}
          checked={isChosen}
          onClick={(event) => acts.current?.choose(id, event.currentTarget.checked, event.shiftKey)}
        />
        <button type="button" class="shelf-open" tabIndex={tabIndex} aria-pressed={isOpen} onClick={() => acts.current?.open(id)}>
          <span class="ws-title">{title}</span>
          <span class="ws-body">{body}</span>
          {about.some((part) => part !== '') && <span class="ws-meta">{about.filter((part) => part !== '').join(' · ')}</span>}
          <span class="ws-meta ws-fate">{isUnsaved ? t('work_unsaved') : fateInWords(reply, belief, clock)}</span>
        </button>
        {twin && (
          <p class="shelf-twin">
            <span>{t('shelf_twin', twin.title)}</span>{' '}
            <button
              type="button"
              class="button text"
              tabIndex={tabIndex}
              aria-label={t('shelf_compare_with', title, twin.title)}
              onClick={() => acts.current?.compare(id, twin.id)}
            >
              {t('shelf_compare')}
            </button>
          </p>
        )}
      </li>
    );
  }, [reply, belief, twin, isOpen, isChosen, isUnsaved, isStop, withFolder, clock.today, clock.zone, acts, languageTag()]);
}
