// A file of people that was looked at: what it is, what its columns are, and how it is to be brought in.
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { ImportChoices } from '../../lib/domain/import/person';
import { plainWord } from '../../lib/domain/template/fields';
import type { Given } from '../../lib/formats/contacts';
import type { Looked, Mapping } from '../../lib/formats/contacts/incoming';
import { countryOfLanguage } from '../../lib/formats/phone';
import { useAnswer } from '../../lib/hooks/use-answer';
import { useToday } from '../../lib/hooks/use-today';
import { t } from '../../lib/words/words';
import { Button } from '../../components/Button';
import { ErrorLine } from '../../components/ErrorLine';
import { ImportEncoding } from '../../components/workspace/ImportEncoding';
import { PeopleChoices } from '../../components/workspace/PeopleChoices';
import { PeopleColumns } from '../../components/workspace/PeopleColumns';
import type { Reading } from './people-job';
import { programInWords } from './people-words';

interface Props {
  looked: Extract<Looked, { kind: 'table' | 'cards' }>;
  /** Look again, with what the user says of the file. */
  onAgain: (given: Given) => void;
  onCompare: (reading: Reading, choices: ImportChoices) => void;
  onLeave: () => void;
}

export function LookedFile({ looked, onAgain, onCompare, onLeave }: Props) {
  const care = useAnswer('care.get', {}, ['settings']);
  const fields = useAnswer('field.list', {}, ['fields']);
  const { today } = useToday();
  const [mapping, setMapping] = useState<Mapping | null>(looked.kind === 'table' ? looked.table.mapping : null);
  const [chosen, setChosen] = useState<ImportChoices>({ keys: ['phone', 'email', 'id'], known: 'fill', deleted: false, fields: [] });
  /** New fields the user does not want. */
  const [unwanted, setUnwanted] = useState<readonly string[]>([]);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  // Looked at again, as another encoding for one, it has other columns.
  useEffect(() => setMapping(looked.kind === 'table' ? looked.table.mapping : null), [looked]);

  const role = t('intake_role');
  const fresh = useMemo(() => {
    const there = new Set((fields.answer?.fields ?? []).filter(({ removedAt }) => removedAt === null).map(({ name }) => plainWord(name)));
    const columns = mapping?.columns ?? [{ field: 'role' as const, name: '' }];
    const names = columns.flatMap((column) => (column?.field === 'own' ? column.name : column?.field === 'role' ? role : []));
    return [...new Set(names.map((name) => name.trim().slice(0, 60)))]
      .filter((name) => name !== '' && !there.has(plainWord(name)))
      .slice(0, 40);
  }, [fields.answer, mapping, role]);
  const choices = { ...chosen, fields: fresh.filter((name) => !unwanted.includes(name)) };
  /** Pressed before it is known what has to be known for it: it begins by itself then. */
  const [isWanted, setWanted] = useState(false);
  useEffect(() => {
    if (!isWanted || !care.answer || !fields.answer) return;
    setWanted(false);
    const country = care.answer.care.country ?? countryOfLanguage(navigator.language);
    onCompare({ how: { encoding: looked.encoding, country, mapping, today }, role }, choices);
  }, [isWanted, care.answer, fields.answer]);
  return (
    <div class="import-page">
      <ErrorLine code={care.error ?? fields.error} />
      <h2 ref={heading} tabIndex={-1}>
        {t('intake_is', programInWords(looked.program))}
      </h2>
      {!(looked.kind === 'table' && looked.isWorkbook) && (
        <ImportEncoding encoding={looked.encoding} damaged={0} onEncoding={(encoding) => onAgain({ encoding })} />
      )}
      {looked.kind === 'table' && mapping && <PeopleColumns table={{ ...looked.table, mapping }} onMapping={setMapping} />}
      <PeopleChoices
        choices={choices}
        fields={fresh}
        onChoose={(next) => {
          setChosen(next);
          setUnwanted(fresh.filter((name) => !next.fields.includes(name)));
        }}
      />
      <div class="ws-acts">
        <Button kind="primary" onClick={() => setWanted(true)}>
          {t('intake_compare')}
        </Button>
        <Button onClick={onLeave}>{t('common_cancel')}</Button>
      </div>
    </div>
  );
}
