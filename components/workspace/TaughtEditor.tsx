// A taught site as text: for who knows selectors. What does not fit is said, and not saved.
import { useId, useState } from 'preact/hooks';
import type { TaughtSpec } from '../../lib/domain/taught-site';
import { readTaught, writeTaught } from '../../lib/formats/taught-file';
import { t } from '../../lib/words/words';
import { Button } from '../Button';
import { TaughtProblem } from './TaughtProblem';

export function TaughtEditor({ site, onSave, onLeave }: { site: TaughtSpec; onSave: (site: TaughtSpec) => void; onLeave: () => void }) {
  const own = site.direction.by === 'sender' ? site.direction.own : null;
  const [text, setText] = useState(() => writeTaught(site));
  const field = useId();
  const read = readTaught(text);
  const save = () => {
    if (!read.ok) return;
    const { direction } = read.site;
    // The file leaves the user's own name out; editing must not lose it.
    const kept = own !== null && direction.by === 'sender' && direction.own === '?' ? { ...direction, own } : direction;
    onSave({ ...read.site, id: site.id, origin: site.origin, direction: kept });
  };
  return (
    <form
      class="ws-taught-edit"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <label class="label" for={field}>
        {t('work_taught_editor', site.name)}
      </label>
      <textarea
        id={field}
        class="field tall ws-code"
        rows={16}
        spellcheck={false}
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <TaughtProblem read={read} />
      <div class="ws-acts">
        <Button kind="primary" type="submit" disabled={!read.ok}>
          {t('common_save')}
        </Button>
        <Button onClick={onLeave}>{t('common_cancel')}</Button>
      </div>
    </form>
  );
}
