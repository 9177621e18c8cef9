// The reply that fits a line of Today: read it, copy it, and go to the chat, where it stands first.
import { useEffect, useState } from 'preact/hooks';
import type { Day } from '../../lib/domain/day';
import type { OfferedReply } from '../../lib/messages/protocol';
import { tell } from '../../lib/words/said';
import { t } from '../../lib/words/words';
import { Button } from '../Button';
import { copyText } from '../panel/copy-text';

export function LineReply({
  today,
  find,
  onOpen,
  onClose,
}: {
  today: Day;
  /** The reply that fits this person today, null where none does. */
  find: () => Promise<OfferedReply | null>;
  onOpen: () => void;
  onClose: () => void;
}) {
  const [found, setFound] = useState<OfferedReply | null | undefined>(undefined);
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    let stale = false;
    find().then(
      (reply) => !stale && setFound(reply),
      () => !stale && setFound(null),
    );
    return () => void (stale = true);
    // Asked once, when the line is opened: another answer while it is being read would be another reply.
  }, []);
  return (
    <div
      class="today-reply"
      role="group"
      aria-label={t('popup_reply')}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      <div role="status">
        {found === null && <p class="small soft">{t('popup_no_reply')}</p>}
        {found && (
          <>
            <p class="small">
              <strong>{found.title}</strong>
              {found.why && <span class="soft private"> · {tell(found.why, today)}</span>}
            </p>
            {found.text !== null && <p class="today-reply-text private">{found.text}</p>}
          </>
        )}
      </div>
      {found !== undefined && (
        <p class="chips">
          {found?.text && (
            <Button onClick={() => setCopied(copyText(found.text!))}>{t(copied ? 'popup_reply_copied' : 'panel_copy')}</Button>
          )}
          <Button onClick={onOpen}>{t('popup_reply_open')}</Button>
        </p>
      )}
    </div>
  );
}
