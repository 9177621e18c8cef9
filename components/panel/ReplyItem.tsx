import type { OfferedReply } from '../../lib/messages/protocol';
import { t, type WordKey } from '../../lib/words/words';
import { IconButton } from '../Button';

/** One reply, filled in for this person. One that cannot be filled in says why and is not offered. */
export function ReplyItem({ reply, onInsert, onCopy }: { reply: OfferedReply; onInsert: () => void; onCopy: () => void }) {
  if (reply.text === null) {
    return (
      <li class="reply">
        <div class="reply-insert broken">
          <span class="reply-title">{reply.title}</span>
          <span class="small">{problemInWords(reply.problem)}</span>
        </div>
      </li>
    );
  }
  return (
    <li class="reply">
      <button type="button" class="reply-insert" onClick={onInsert}>
        <span class="reply-title">{reply.title}</span>
        <span class="reply-text private">{reply.text}</span>
      </button>
      <span class="on-approach">
        <IconButton icon="copy" label={t('panel_reply_copy', reply.title)} onClick={onCopy} />
      </span>
    </li>
  );
}

const problems: Record<string, WordKey> = {
  unknown: 'panel_reply_unknown',
  unclosed: 'panel_reply_unclosed',
  empty: 'panel_reply_empty',
  'two-cursors': 'panel_reply_cursors',
};

/** What is wrong with a template, and with which word of it. */
function problemInWords(problem: OfferedReply['problem']): string {
  return t(problems[problem?.code ?? ''] ?? 'panel_reply_problem', problem?.word ?? '');
}
