// Replies at the caret: words are typed on, one is chosen by key. What it is told it shows; what the rep wants it says.
import type { RefObject } from 'preact';
import type { OfferedReply } from '../../lib/messages/protocol';
import { t } from '../../lib/words/words';
import { Icon } from '../icons';
import { FillIn } from '../replies/FillIn';
import { PickerNote, type Trouble } from './PickerNote';
import { PickerRow } from './PickerRow';
import './picker.css';

interface Props {
  field: RefObject<HTMLInputElement | null>;
  query: string;
  /** Null before the first answer. */
  replies: OfferedReply[] | null;
  /** How many there are in all. */
  total: number;
  active: number;
  trouble: Trouble | null;
  /** The reply that asks something before it can be inserted. */
  filling: OfferedReply | null;
  onFilled: (filled: Record<string, string>) => void;
  onBack: () => void;
  onQuery: (query: string) => void;
  onActive: (at: number) => void;
  onPick: (at: number) => void;
  onClose: () => void;
  onCopy: (text: string) => void;
  onSidePanel: () => void;
}

export function Picker(props: Props) {
  const { field, query, replies, active, trouble } = props;
  const count = replies?.length ?? 0;
  const onKeyDown = (event: KeyboardEvent) => {
    // Keys of a composition are the input method's; some browsers end it before the key, which 229 tells.
    if (event.isComposing || event.keyCode === 229) return;
    if (event.key === 'Escape') props.onClose();
    else if (event.key === 'ArrowDown' && count > 0) props.onActive((active + 1) % count);
    else if (event.key === 'ArrowUp' && count > 0) props.onActive((active + count - 1) % count);
    else if (event.key === 'Enter' || (event.key === 'Tab' && !event.shiftKey)) props.onPick(active);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const note = trouble && <PickerNote trouble={trouble} onCopy={props.onCopy} onSidePanel={props.onSidePanel} />;
  if (props.filling) {
    return (
      <main class="picker">
        <div class="picker-form">
          <h1 class="picker-title">{props.filling.title}</h1>
          <FillIn reply={props.filling} onInsert={props.onFilled} onBack={props.onBack} />
        </div>
        <div role="status" class={note ? 'picker-status' : undefined}>
          {note}
        </div>
      </main>
    );
  }
  return (
    <main class="picker">
      <h1 class="visually-hidden">{t('panel_replies')}</h1>
      <div class="picker-field">
        <span class="field-with-icon">
          <Icon name="search" />
          <input
            ref={field}
            class="field private"
            type="text"
            role="combobox"
            aria-label={t('panel_reply_search')}
            aria-expanded={count > 0}
            aria-controls="picker-list"
            aria-autocomplete="list"
            aria-activedescendant={count > 0 ? `picker-${active}` : undefined}
            autoComplete="off"
            spellcheck={false}
            maxLength={200}
            value={query}
            onInput={(event) => props.onQuery(event.currentTarget.value)}
            onKeyDown={onKeyDown}
          />
        </span>
      </div>
      <ul id="picker-list" class="picker-list" role="listbox" aria-label={t('panel_replies')}>
        {replies?.map((reply, at) => (
          <PickerRow
            key={reply.id}
            id={`picker-${at}`}
            reply={reply}
            query={query}
            isActive={at === active}
            onActive={() => at !== active && props.onActive(at)}
            onPick={() => props.onPick(at)}
          />
        ))}
      </ul>
      <div role="status" class="picker-status">
        {note ?? (replies && <p class="small soft">{hint(count, props.total, query)}</p>)}
      </div>
    </main>
  );
}

function hint(count: number, total: number, query: string): string {
  if (count > 0) return t('picker_keys');
  if (total === 0) return t('panel_replies_none');
  return query.trim() === '' ? t('picker_type') : t('picker_none_found');
}
