// Above the list of replies: how many of them are shown where not all are, and those that nobody uses any more.
import { everyReply, type ReplyFilter } from '../../lib/domain/reply-shelf';
import { t, tn } from '../../lib/words/words';
import { Button } from '../Button';

export function ShelfNotes(props: {
  shown: number;
  all: number;
  filter: ReplyFilter;
  query: string;
  unused: number;
  onAll: () => void;
  onUnused: () => void;
}) {
  const { shown, all, filter, query, unused } = props;
  const isPart = query.trim() !== '' || JSON.stringify(filter) !== JSON.stringify(everyReply);
  return (
    <>
      <div class="shelf-notes">
        <span role="status">{isPart && shown > 0 && t('shelf_shown', shown, all)}</span>
        {isPart && all > 0 && (
          <Button kind="text" onClick={props.onAll}>
            {t('shelf_show_all')}
          </Button>
        )}
        {!isPart && unused > 0 && (
          <Button kind="text" onClick={props.onUnused}>
            {tn('shelf_unused', unused)}
          </Button>
        )}
      </div>
      {isPart && shown === 0 && all > 0 && <p class="soft">{nothing(filter, query)}</p>}
    </>
  );
}

function nothing(filter: ReplyFilter, query: string): string {
  const isOnly = query.trim() === '' && filter.folder === null && filter.tag === null && filter.language === null;
  if (isOnly && filter.show === 'archived') return t('shelf_none_archived');
  if (isOnly && filter.show === 'twins') return t('shelf_none_twins');
  return query.trim() === '' ? t('shelf_nothing') : t('panel_replies_not_found');
}
