// The messages kept as examples of what a reply answers: to be read, and forgotten with a click.
import { useState } from 'preact/hooks';
import { useAnswer } from '../../lib/hooks/use-answer';
import { ask } from '../../lib/messages/ask';
import type { ErrorCode } from '../../lib/messages/protocol';
import { t } from '../../lib/words/words';
import { IconButton } from '../../components/Button';
import { codeOf, ErrorLine } from '../../components/ErrorLine';
import type { OnDone } from './Workspace';

/** Nothing where no message was kept. `onDone` gets what was done, in words, and how to take it back. */
export function ReplyExamples({ reply, onDone }: { reply: string; onDone: OnDone }) {
  const { answer, error } = useAnswer('example.list', { reply }, ['replies']);
  const [failed, setFailed] = useState<ErrorCode | null>(null);
  const drop = (example: string) =>
    ask('example.drop', { example }).then(
      ({ undo }) => {
        setFailed(null);
        onDone(t('work_example_dropped'), undo);
      },
      (why: unknown) => setFailed(codeOf(why)),
    );
  if (!failed && !error && !answer?.examples.length) return null;
  return (
    <section class="reply-examples" aria-label={t('work_examples')}>
      <h3 class="label">{t('work_examples')}</h3>
      <ErrorLine code={failed ?? error} />
      <ul>
        {answer?.examples.map(({ id, text }) => (
          <li key={id}>
            <span class="private">{text}</span>
            <IconButton icon="close" label={t('work_example_drop', text.slice(0, 40))} onClick={() => void drop(id)} />
          </li>
        ))}
      </ul>
    </section>
  );
}
