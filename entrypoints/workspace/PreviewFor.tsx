// How a reply will look for somebody: an invented person, or a contact one looks for.
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Language } from '../../lib/domain/template/moment';
import type { Values } from '../../lib/domain/template/values';
import { useAnswer } from '../../lib/hooks/use-answer';
import { useToday } from '../../lib/hooks/use-today';
import { ask } from '../../lib/messages/ask';
import { t } from '../../lib/words/words';
import { Button } from '../../components/Button';
import type { ShownField } from '../../components/own-words';
import { PersonSearch, type Found } from '../../components/workspace/PersonSearch';
import { ReplyPreview } from '../../components/workspace/ReplyPreview';
import { samplePerson } from '../../components/workspace/sample-person';

/** `children` get the values that are shown, for what else is to be tried on this person. */
export function PreviewFor({
  body,
  language,
  fields,
  children,
}: {
  body: string;
  language: Language | null;
  /** The rep's own. */
  fields: readonly ShownField[];
  children: (values: Values) => ComponentChildren;
}) {
  const [contact, setContact] = useState<Found | null>(null);
  const [query, setQuery] = useState('');
  const [found, setFound] = useState<readonly Found[]>([]);
  const { today } = useToday();
  const { answer } = useAnswer('reply.values', contact && { contact: contact.id }, [
    'contacts',
    'followUps',
    'keyDates',
    'standings',
    'fields',
  ]);
  const values = contact && answer ? answer.values : samplePerson(today, new Date().getHours(), navigator.language, fields);

  useEffect(() => {
    if (query.trim() === '') return setFound([]);
    let stale = false;
    ask('contact.list', { query, cursor: null, limit: 6 }).then(
      ({ contacts }) => !stale && setFound(contacts.map(({ id, name }) => ({ id, name }))),
      () => !stale && setFound([]),
    );
    return () => void (stale = true);
  }, [query]);

  return (
    <>
      <ReplyPreview body={body} language={language} values={values} />
      <div class="preview-for">
        <PersonSearch
          query={query}
          found={found}
          onQuery={setQuery}
          onChoose={(one) => {
            setContact(one);
            setQuery('');
          }}
        />
        {contact && (
          <Button kind="text" onClick={() => setContact(null)}>
            {t('preview_sample')}
          </Button>
        )}
      </div>
      {children(values)}
    </>
  );
}
