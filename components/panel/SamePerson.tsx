// "This is the same person as …": found by the beginning of the name, joined with one click, undoable.
import { useEffect, useState } from 'preact/hooks';
import type { Answer } from '../../lib/messages/protocol';
import { siteName } from '../../lib/words/site-names';
import { t } from '../../lib/words/words';
import { Button } from '../Button';
import { Icon } from '../icons';
import type { Try } from './act';

type Found = Answer<'person.find'>['found'];

export function SamePerson({ attempt, except, onDone }: { attempt: Try; except: string | null; onDone: () => void }) {
  return (
    <section
      class="panel-ask"
      aria-label={t('panel_same')}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onDone();
      }}
    >
      <FindPerson
        label={t('panel_same_label')}
        attempt={attempt}
        except={except}
        focus
        onPick={async (person) => (await attempt('person.same', { contact: person.id }, t('panel_same_done', person.name))) && onDone()}
      />
      <Button kind="text" onClick={onDone}>
        {t('common_cancel')}
      </Button>
    </section>
  );
}

/** A search among remembered people; `begin` is looked for at once. */
export function FindPerson({
  label,
  attempt,
  except,
  focus,
  begin = '',
  onPick,
}: {
  label: string;
  attempt: Try;
  except: string | null;
  focus?: boolean;
  begin?: string;
  onPick: (person: Found[number]) => void;
}) {
  const [query, setQuery] = useState(begin);
  const [found, setFound] = useState<Found | null>(null);
  useEffect(() => {
    const wanted = query.trim();
    if (wanted === '') return setFound(null);
    let stale = false;
    void attempt('person.find', { query: wanted }).then(
      (answer) => !stale && answer && setFound(answer.found.filter((person) => person.id !== except)),
    );
    return () => void (stale = true);
  }, [query, except]);
  return (
    <div class="panel-find">
      <label>
        <span class="label">{label}</span>
        <span class="field-with-icon">
          <Icon name="search" />
          <input
            class="field"
            type="search"
            autocomplete="off"
            maxLength={80}
            value={query}
            ref={focus ? focusOnce : null}
            onInput={(event) => setQuery(event.currentTarget.value)}
          />
        </span>
      </label>
      <ul aria-live="polite">
        {found?.map((person) => (
          <li key={person.id}>
            <button type="button" class="panel-found" onClick={() => onPick(person)}>
              <span class="private">{person.name}</span> <span class="small soft">{person.sites.map(siteName).join(' · ')}</span>
            </button>
          </li>
        ))}
        {found?.length === 0 && <li class="small soft">{t('panel_find_none')}</li>}
      </ul>
    </div>
  );
}

function focusOnce(input: HTMLInputElement | null) {
  input?.focus();
}
