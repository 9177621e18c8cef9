// The way to the conversation, and what to do where the site has no address for it.
import { useState } from 'preact/hooks';
import { ask } from '../../lib/messages/ask';
import { t } from '../../lib/words/words';
import { Button } from '../../components/Button';

export function OpenChat({ contact, onFailed }: { contact: string; onFailed: (why: unknown) => void }) {
  const [said, setSaid] = useState<string | null>(null);
  const open = () => {
    ask('conversation.open', { contact }).then(({ how, name }) => {
      if (how === 'find-by-name') setSaid(t('work_open_find', name));
      else setSaid(how === 'nowhere' ? t('work_open_nowhere') : null);
    }, onFailed);
  };
  return (
    <>
      <Button onClick={open}>{t('work_open_chat')}</Button>
      <span role="status" class="ws-said small soft">
        {said}
      </span>
    </>
  );
}
