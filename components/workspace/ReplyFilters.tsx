// What of the replies is shown, and in what order. Each is one box that says by itself what it does.
import type { ReplyFilter } from '../../lib/domain/reply-shelf';
import { SHOWN } from '../../lib/domain/reply-shelf';
import { REPLY_ORDERS, type Shelf } from '../../lib/domain/reply-records';
import { t } from '../../lib/words/words';
import { ORDER_NAMES, SHOWN_NAMES } from './shelf-words';

/** What there is to choose from; `counts` is how many there are of each kind shown. */
export interface Choosable {
  folders: readonly string[];
  tags: readonly string[];
  languages: readonly NonNullable<ReplyFilter['language']>[];
  counts: Record<ReplyFilter['show'], number>;
}

const LANGUAGES = {
  en: () => 'English',
  zh: () => '中文',
  any: () => t('work_language_any'),
};

export function ReplyFilters({
  query,
  filter,
  shelf,
  choosable: { folders, tags, languages, counts },
  onQuery,
  onFilter,
  onShelf,
  onDown,
}: {
  query: string;
  filter: ReplyFilter;
  shelf: Shelf;
  choosable: Choosable;
  onQuery: (query: string) => void;
  onFilter: (change: Partial<ReplyFilter>) => void;
  onShelf: (change: Partial<Shelf>) => void;
  /** Arrow down in the search field. */
  onDown: () => void;
}) {
  return (
    <div class="shelf-filters">
      <input
        class="field"
        type="search"
        aria-label={t('panel_reply_search')}
        placeholder={t('panel_reply_search')}
        maxLength={200}
        value={query}
        onInput={(event) => onQuery(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' || event.isComposing) return;
          event.preventDefault();
          onDown();
        }}
      />
      <div class="shelf-selects">
        <Select
          label={t('shelf_show')}
          value={filter.show}
          options={SHOWN.map((show) => [show, t(SHOWN_NAMES[show], counts[show])])}
          onChoose={(show) => onFilter({ show: SHOWN.find((one) => one === show) ?? 'use' })}
        />
        <Select
          label={t('shelf_order')}
          value={shelf.order}
          options={REPLY_ORDERS.map((order) => [order, t(ORDER_NAMES[order])])}
          onChoose={(order) => onShelf({ order: REPLY_ORDERS.find((one) => one === order) ?? 'used' })}
        />
        {folders.some((folder) => folder !== '') && (
          <Select
            label={t('work_reply_folder')}
            value={filter.folder === null ? '' : `=${filter.folder}`}
            options={[['', t('shelf_all_folders')], ...folders.map((one): Option => [`=${one}`, one === '' ? t('shelf_no_folder') : one])]}
            onChoose={(folder) => onFilter({ folder: folder === '' ? null : folder.slice(1) })}
          />
        )}
        {tags.length > 0 && (
          <Select
            label={t('work_reply_tags')}
            value={filter.tag ?? ''}
            options={[['', t('shelf_all_tags')], ...tags.map((tag): Option => [tag, tag])]}
            onChoose={(tag) => onFilter({ tag: tag === '' ? null : tag })}
          />
        )}
        {languages.length > 1 && (
          <Select
            label={t('work_reply_language')}
            value={filter.language ?? ''}
            options={[['', t('shelf_all_languages')], ...languages.map((one): Option => [one, LANGUAGES[one]()])]}
            onChoose={(language) => onFilter({ language: languages.find((one) => one === language) ?? null })}
          />
        )}
      </div>
      {folders.some((folder) => folder !== '') && (
        <label class="ws-check">
          <input type="checkbox" checked={shelf.byFolder} onChange={(event) => onShelf({ byFolder: event.currentTarget.checked })} />
          <span>{t('shelf_by_folder')}</span>
        </label>
      )}
    </div>
  );
}

type Option = readonly [value: string, words: string];

function Select(props: { label: string; value: string; options: readonly Option[]; onChoose: (value: string) => void }) {
  return (
    <select
      class="field"
      aria-label={props.label}
      title={props.label}
      value={props.value}
      onChange={(event) => props.onChoose(event.currentTarget.value)}
    >
      {props.options.map(([value, words]) => (
        <option key={value} value={value}>
          {words}
        </option>
      ))}
    </select>
  );
}
