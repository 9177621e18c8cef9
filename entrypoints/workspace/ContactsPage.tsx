// All contacts: a search field and a ruled page of names.
import { useEffect, useRef } from 'preact/hooks';
import { useToday } from '../../lib/hooks/use-today';
import { t, tn } from '../../lib/words/words';
import { Button } from '../../components/Button';
import { ContactTable } from '../../components/workspace/ContactTable';
import { ErrorLine } from '../../components/ErrorLine';
import { Page } from '../../components/workspace/Page';
import { SaveCalendar } from './SaveCalendar';
import { useContacts, type ContactList } from './use-contacts';

/** Arrow keys walk from the search field through the names and back. */
function walk(event: KeyboardEvent): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0 || event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
  const stops = [...(event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>('input[type=search], .ws-who')];
  const next = stops[stops.indexOf(document.activeElement as HTMLElement) + step];
  if (!next || !stops.includes(document.activeElement as HTMLElement)) return;
  event.preventDefault();
  next.focus();
}

export function ContactsPage({ query, onQuery }: { query: string; onQuery: (query: string) => void }) {
  const { list, error, more } = useContacts(query);
  const clock = useToday();
  const end = useRef<HTMLDivElement>(null);
  const next = list?.next;

  useEffect(() => {
    const place = end.current;
    if (!place || typeof IntersectionObserver === 'undefined') return;
    const watch = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && more(), { rootMargin: '400px' });
    watch.observe(place);
    return () => watch.disconnect();
  }, [next, more]);

  const nobody = list !== null && list.query === '' && list.rows.length === 0;
  return (
    // Keys are only moved between the field and the links inside; nothing here is operable itself.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div onKeyDown={walk}>
      <Page
        title={t('work_contacts')}
        beside={
          <>
            <p class="ws-count" role="status">
              {list && !nobody && howMany(list)}
            </p>
            {list && !nobody && (
              <div class="ws-far">
                <SaveCalendar contact={null} />
              </div>
            )}
          </>
        }
      >
        <ErrorLine code={error} />
        {nobody && query === '' ? (
          <NobodyYet />
        ) : (
          <>
            <input
              class="field ws-search"
              type="search"
              value={query}
              maxLength={200}
              aria-label={t('work_search')}
              placeholder={t('work_search_hint')}
              autoComplete="off"
              spellcheck={false}
              onInput={(event) => onQuery(event.currentTarget.value)}
            />
            {list && list.rows.length > 0 && <ContactTable rows={list.rows} clock={clock} />}
            {list && list.rows.length === 0 && !nobody && <p class="soft">{t('work_nobody_found', list.query)}</p>}
            {list?.next != null && (
              <div ref={end} class="ws-more">
                <Button onClick={more}>{t('work_more')}</Button>
              </div>
            )}
          </>
        )}
      </Page>
    </div>
  );
}

/** The background tells how many there are in all; of what is found, only whether there is more. */
function howMany({ query, total, rows, next }: ContactList): string {
  if (query === '') return tn('work_people', total);
  return next === null ? tn('work_found', rows.length) : t('work_found_other', `${rows.length}+`);
}

function NobodyYet() {
  return (
    <div class="ws-teach">
      <p>{t('work_nobody_1')}</p>
      <ol>
        <li>
          {t('work_nobody_2')} <a href="#/sites">{t('work_sites')}</a>
        </li>
        <li>{t('work_nobody_3')}</li>
        <li>{t('work_nobody_4')}</li>
      </ol>
      <p class="ws-about">
        {t('work_nobody_5')} <a href="#/backup">{t('work_backup')}</a>
      </p>
    </div>
  );
}
