import type { OfferedReply } from '../../lib/messages/protocol';
import { t } from '../../lib/words/words';
import { IconButton } from '../Button';

/** One reply, filled in for this person. One that cannot be filled in says why and is not offered. */
export function ReplyItem({ reply, onInsert, onCopy }: { reply: OfferedReply; onInsert: (at: number) => void; onCopy: () => void }) {
  if (reply.text === null) {
    return (
      <li class="reply">
        <div class="reply-insert broken">
          <span class="reply-title">{reply.title}</span>
          <span class="small">{t('panel_reply_problem', reply.problem ?? '')}</span>
        </div>
      </li>
    );
  }
  return (
    <li class="reply">
      <button type="button" class="reply-insert" onClick={(event) => onInsert(event.timeStamp)}>
        <span class="reply-title">{reply.title}</span>
        <span class="reply-text private">{reply.text}</span>
      </button>
      <span class="on-approach">
        <IconButton icon="copy" label={t('panel_reply_copy', reply.title)} onClick={onCopy} />
      </span>
    </li>
  );
}
