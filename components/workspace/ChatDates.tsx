// From when to when a chat out of a file goes, and the question what its dates mean where nothing in it tells.
import { dayFrom } from '../../lib/domain/dates/day-number';
import type { Day } from '../../lib/domain/day';
import type { Chat, ChatOrder } from '../../lib/formats/contacts/chat-export';
import { spanInWords } from '../../lib/words/dates';
import { t, tn } from '../../lib/words/words';
import { Choice } from './Choice';

interface Props {
  chat: Chat;
  today: Day;
  /** Null: it has to be said. Undefined: the file tells. */
  asked: ChatOrder | null | undefined;
  onOrder: (order: ChatOrder) => void;
}

export function ChatDates({ chat: { at, odd, more }, today, asked, onOrder }: Props) {
  let from = Infinity;
  let to = -Infinity;
  for (const one of at) {
    from = Math.min(from, one);
    to = Math.max(to, one);
  }
  const dayOf = (seconds: number): Day => dayFrom(Math.floor(seconds / 86_400));
  return (
    <>
      {at.length > 0 && asked !== null && (
        <p>{t('chat_span', ...spanInWords(dayOf(from), dayOf(to), today), tn('chat_messages', at.length))}</p>
      )}
      {asked !== undefined && (
        <Choice<ChatOrder | ''>
          label={t('chat_order')}
          value={asked ?? ''}
          options={[
            { value: 'dmy', label: t('chat_order_dmy') },
            { value: 'mdy', label: t('chat_order_mdy') },
            { value: 'ymd', label: t('chat_order_ymd') },
          ]}
          about={t('chat_order_about')}
          onChoose={(order) => order !== '' && onOrder(order)}
        />
      )}
      {odd > 0 && <p class="soft">{tn('chat_odd', odd)}</p>}
      {more && <p class="soft">{t('chat_more')}</p>}
    </>
  );
}
