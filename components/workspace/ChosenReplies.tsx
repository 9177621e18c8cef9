// What can be done with several replies at once: put into a folder, tagged, archived or brought back.
import { useId, useState } from 'preact/hooks';
import type { Arrangement } from '../../lib/domain/arrange-reply';
import type { Reply } from '../../lib/domain/reply-records';
import { t, tn } from '../../lib/words/words';
import { Button, IconButton } from '../Button';
import { Suggestions } from './Field';

/** So many titles are named. */
const NAMED = 6;

export function ChosenReplies({
  chosen,
  folders,
  tags,
  onArrange,
  onNone,
}: {
  chosen: readonly Reply[];
  folders: readonly string[];
  tags: readonly string[];
  onArrange: (change: Arrangement) => void;
  onNone: () => void;
}) {
  const id = useId();
  const has = [...new Set(chosen.flatMap((one) => one.tags))].sort();
  const isAnyInUse = chosen.some(({ archivedAt }) => archivedAt === null);
  const isAnyArchived = chosen.some(({ archivedAt }) => archivedAt !== null);
  return (
    <section class="shelf-chosen" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{tn('shelf_chosen', chosen.length)}</h2>
      <p class="ws-about">{t('shelf_chosen_keys')}</p>
      <ul class="shelf-names">
        {chosen.slice(0, NAMED).map((one) => (
          <li key={one.id}>{one.title}</li>
        ))}
        {chosen.length > NAMED && <li class="soft">{t('shelf_and_more', chosen.length - NAMED)}</li>}
      </ul>
      <Line
        label={t('shelf_into_folder')}
        act={t('shelf_move')}
        known={folders.filter((folder) => folder !== '')}
        onText={(folder) => onArrange({ folder })}
      />
      {chosen.some(({ folder }) => folder !== '') && (
        <Button kind="text" onClick={() => onArrange({ folder: '' })}>
          {t('shelf_out_of_folder')}
        </Button>
      )}
      <Line label={t('common_add_tag')} act={t('shelf_tag')} known={tags} onText={(tag) => onArrange({ addTags: [tag] })} />
      {has.length > 0 && (
        <p class="chips">
          {has.map((tag) => (
            <span key={tag} class="chip">
              {tag}
              <IconButton icon="close" label={t('common_remove_tag', tag)} onClick={() => onArrange({ removeTags: [tag] })} />
            </span>
          ))}
        </p>
      )}
      <div class="ws-acts">
        {isAnyInUse && <Button onClick={() => onArrange({ archived: true })}>{t('shelf_archive')}</Button>}
        {isAnyArchived && <Button onClick={() => onArrange({ archived: false })}>{t('shelf_bring_back')}</Button>}
        <span class="ws-far">
          <Button kind="text" onClick={onNone}>
            {t('shelf_choose_none')}
          </Button>
        </span>
      </div>
    </section>
  );
}

/** One field with a button: what was typed, or one of those there are. An empty field does nothing. */
function Line(props: { label: string; act: string; known: readonly string[]; onText: (text: string) => void }) {
  const id = useId();
  const [text, setText] = useState('');
  return (
    <form
      class="shelf-line"
      onSubmit={(event) => {
        event.preventDefault();
        const fresh = text.trim();
        if (fresh === '') return;
        props.onText(fresh);
        setText('');
      }}
    >
      <label class="label" for={id}>
        {props.label}
      </label>
      <span>
        <input
          class="field"
          id={id}
          list={`${id}-known`}
          maxLength={60}
          autoComplete="off"
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <Button type="submit">{props.act}</Button>
      </span>
      <Suggestions id={`${id}-known`} of={props.known} />
    </form>
  );
}
