// A chat was counted: how much of it, and the way back.
import { useEffect, useRef, useState } from 'preact/hooks';
import { ask } from '../../lib/messages/ask';
import type { ErrorCode } from '../../lib/messages/protocol';
import { t, tn } from '../../lib/words/words';
import { Button } from '../../components/Button';
import { codeOf, ErrorLine } from '../../components/ErrorLine';
import { hashOf } from '../../components/workspace/route';
import type { OnDone } from './Workspace';

export interface Taken {
  undo: string | null;
  messages: number;
  people: { id: string; name: string }[];
}

export function ChatTaken({ taken, onLeave, onDone }: { taken: Taken; onLeave: () => void; onDone: OnDone }) {
  const { undo, messages, people } = taken;
  const [failed, setFailed] = useState<ErrorCode | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const takeBack = () =>
    ask('undo.run', { undo: undo! }).then(
      () => {
        onDone(t('intake_undone'), null);
        onLeave();
      },
      (why: unknown) => setFailed(codeOf(why)),
    );
  return (
    <div class="intake-going">
      <h2 ref={heading} tabIndex={-1}>
        {tn('chat_taken', messages)}
      </h2>
      <ul>
        {people.map(({ id, name }) => (
          <li key={id}>
            <a href={hashOf('contacts', id)}>
              <span class="private">{name}</span>
            </a>
          </li>
        ))}
      </ul>
      <p class="soft">{t('chat_taken_about')}</p>
      <ErrorLine code={failed} />
      <div class="ws-acts">
        {undo !== null && <Button onClick={() => void takeBack()}>{t('intake_undo')}</Button>}
        <Button onClick={onLeave}>{t('intake_done')}</Button>
      </div>
    </div>
  );
}
