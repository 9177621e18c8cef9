// What a reply asks before it can be inserted: a short form, and how the text will stand. The answers go out; nothing is inserted here.
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { OfferedReply } from '../../lib/messages/protocol';
import { t } from '../../lib/words/words';
import { Button } from '../Button';
import { BlankField } from './BlankField';
import { labelOf } from './field-words';
import { FilledText } from './FilledText';

/**
 * Tab and Enter go on to the next blank, Enter in the last one and Ctrl/Cmd+Enter anywhere insert, Escape goes back. With an empty
 * blank nothing is inserted; the first empty one gets the focus and says so.
 */
export function FillIn({
  reply,
  onInsert,
  onBack,
}: {
  reply: Pick<OfferedReply, 'title' | 'parts' | 'blanks'>;
  onInsert: (filled: Record<string, string>) => void;
  onBack: () => void;
}) {
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const [answers, setAnswers] = useState<ReadonlyMap<string, string>>(
    () => new Map(reply.blanks.map((blank) => [blank.name, blank.default])),
  );
  const [missing, setMissing] = useState<string | null>(null);
  const focus = (at: number) => {
    const places = form.current?.querySelectorAll<HTMLElement>('[data-blank]') ?? [];
    const place = places[at];
    const field = place?.querySelector<HTMLElement>('input:checked') ?? place?.querySelector<HTMLElement>('input, select');
    field?.focus();
    if (field instanceof HTMLInputElement && field.type === 'text') field.select();
  };
  useEffect(() => focus(0), []);

  const insert = () => {
    const empty = reply.blanks.findIndex(({ name }) => (answers.get(name) ?? '').trim() === '');
    if (empty >= 0) {
      setMissing(reply.blanks[empty]!.name);
      return focus(empty);
    }
    onInsert(Object.fromEntries(answers));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // Enter that ends a Chinese input is not meant for us; `keyCode` 229 covers browsers that end the composition first.
    if (event.isComposing || event.keyCode === 229) return;
    if (event.key === 'Escape') onBack();
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) insert();
    else if (event.key === 'Enter' && !(event.target instanceof HTMLButtonElement)) {
      const place = (event.target as HTMLElement).closest('[data-blank]');
      const at = [...form.current!.querySelectorAll('[data-blank]')].indexOf(place!);
      if (at + 1 < reply.blanks.length) focus(at + 1);
      else insert();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <form
      ref={form}
      class="fill-in"
      aria-label={t('fill_in_form', reply.title)}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        insert();
      }}
      onKeyDown={onKeyDown}
    >
      {reply.blanks.map((blank) => (
        <BlankField
          key={blank.name}
          id={`${id}-${reply.blanks.indexOf(blank)}`}
          blank={blank}
          value={answers.get(blank.name) ?? ''}
          isMissing={missing === blank.name}
          onChange={(value) => {
            setAnswers((old) => new Map(old).set(blank.name, value));
            if (missing === blank.name) setMissing(null);
          }}
        />
      ))}
      <FilledText
        parts={reply.parts}
        answers={answers}
        label={(name) => {
          const blank = reply.blanks.find((one) => one.name === name);
          return blank ? labelOf(blank) : name;
        }}
      />
      <div class="fill-in-acts">
        <Button kind="primary" type="submit">
          {t('fill_in_insert')}
        </Button>
        <Button onClick={onBack}>{t('fill_in_back')}</Button>
      </div>
    </form>
  );
}
