import type { Day } from '../../lib/domain/day';
import type { OfferedReply } from '../../lib/messages/protocol';
import { tell } from '../../lib/words/said';
import { t, type WordKey } from '../../lib/words/words';
import { IconButton } from '../Button';
import { labelOf } from '../replies/field-words';
import { FillIn } from '../replies/FillIn';

/**
 * One reply, filled in for this person. Where something is asked first, a click opens the form (`isOpen`) instead; one that cannot be
 * filled in says why and is not offered.
 */
export function ReplyItem({
  reply,
  digit,
  today,
  isOpen,
  onInsert,
  onCopy,
  onOpen,
  onClose,
}: {
  reply: OfferedReply;
  /** The key that chooses it while the list has the focus. */
  digit: number | null;
  today: Day;
  isOpen: boolean;
  onInsert: (filled: Record<string, string>) => void;
  onCopy: () => void;
  onOpen: () => void;
  onClose: () => void;
}) {
  if (reply.problem) {
    return (
      <li class="reply">
        <div class="reply-insert broken">
          <span class="reply-title">{reply.title}</span>
          <span class="small">{problemInWords(reply.problem)}</span>
        </div>
      </li>
    );
  }
  const asks = reply.blanks.length > 0;
  return (
    <li class={isOpen ? 'reply open' : 'reply'} data-reply={reply.id}>
      <button
        type="button"
        class="reply-insert"
        aria-keyshortcuts={digit === null ? undefined : String(digit)}
        aria-expanded={asks ? isOpen : undefined}
        onClick={() => (!asks ? onInsert({}) : isOpen ? onClose() : onOpen())}
      >
        <span class="reply-title">{reply.title}</span>
        {!isOpen && reply.why && <span class="reply-why small private">{tell(reply.why, today)}</span>}
        {!isOpen && <span class="reply-text private">{reply.text ?? <Outline reply={reply} />}</span>}
      </button>
      {!asks && (
        <span class="on-approach">
          <IconButton icon="copy" label={t('panel_reply_copy', reply.title)} onClick={onCopy} />
        </span>
      )}
      {isOpen && <FillIn reply={reply} onInsert={onInsert} onBack={onClose} />}
    </li>
  );
}

/** The text with what is asked standing in its place. */
function Outline({ reply }: { reply: OfferedReply }) {
  return reply.parts.map((part, index) => {
    if ('text' in part) return part.text;
    const blank = 'blank' in part ? reply.blanks.find(({ name }) => name === part.blank) : undefined;
    return blank ? (
      <span key={index} class="reply-blank">
        {blank.default || labelOf(blank)}
      </span>
    ) : null;
  });
}

const problems: Record<string, WordKey> = {
  unclosed: 'panel_reply_unclosed',
  'two-cursors': 'panel_reply_cursors',
  'endless-if': 'panel_reply_endless_if',
};

/** What is wrong with a template, and with which word of it. */
function problemInWords({ code, word }: NonNullable<OfferedReply['problem']>): string {
  return t(problems[code] ?? 'panel_reply_problem', word);
}
