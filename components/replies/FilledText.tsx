// How a reply will stand in the message box: what was filled in or is still open is marked.
import type { OfferedReply } from '../../lib/messages/protocol';
import { t } from '../../lib/words/words';
import './fill-in.css';

export function FilledText({
  parts,
  answers,
  label,
}: {
  parts: OfferedReply['parts'];
  answers: ReadonlyMap<string, string>;
  label: (blank: string) => string;
}) {
  return (
    <p class="filled-text private" aria-label={t('fill_in_preview')} role="group">
      {parts.map((part, index) => {
        if ('text' in part) return part.text;
        if ('cursor' in part) return <span key={index} class="filled-caret" role="img" aria-label={t('fill_in_caret')} />;
        const answer = (answers.get(part.blank) ?? '').trim();
        return (
          <mark key={index} class={answer === '' ? 'open' : undefined}>
            {answer === '' ? label(part.blank) : answer}
          </mark>
        );
      })}
    </p>
  );
}
