// "Is this also …?" One quiet line where somebody else is remembered by the same number, address, account, or name and company.
import { useEffect, useState } from 'preact/hooks';
import type { Answer, Person } from '../../lib/messages/protocol';
import { siteName } from '../../lib/words/site-names';
import { t } from '../../lib/words/words';
import { Button } from '../Button';
import '../same-person.css';
import type { Act, Try } from './act';

export type SuggestedPerson = Answer<'person.suggested'>['suggested'][number];

/** Put off by "later", as long as this panel lives. */
const later = new Set<string>();

export function AlsoThis({ person, act, attempt }: { person: Person; act: Act; attempt: Try }) {
  const [other, setOther] = useState<SuggestedPerson | null>(null);
  useEffect(() => {
    let stale = false;
    // A question too many is not worth an error.
    act('person.suggested', {}).then(
      ({ suggested = [] }) => !stale && setOther(suggested.find(({ id }) => !later.has(`${person.id} ${id}`)) ?? null),
      () => undefined,
    );
    return () => void (stale = true);
  }, [person, act]);
  if (!other) return null;
  const answer = async (name: 'person.merge' | 'person.apart', words: string) => {
    if (await attempt(name, { contact: other.id }, words)) setOther(null);
  };
  return (
    <AlsoQuestion
      other={other}
      onYes={() => void answer('person.merge', t('panel_also_merged', other.name))}
      onNo={() => void answer('person.apart', t('panel_also_apart', other.name))}
      onLater={() => {
        later.add(`${person.id} ${other.id}`);
        setOther(null);
      }}
    />
  );
}

/** The question itself, with what speaks for it. */
export function AlsoQuestion({
  other,
  onYes,
  onNo,
  onLater,
}: {
  other: SuggestedPerson;
  onYes: () => void;
  onNo: () => void;
  onLater?: () => void;
}) {
  const sites = other.sites.map(siteName).join(t('work_comma'));
  return (
    <section class="also-this" aria-label={t('panel_also')}>
      <p>
        <span class="private">{t('panel_also_question', other.name)}</span> {sites && <span class="small soft">{sites}</span>}
      </p>
      <p class="small soft private">{other.reasons.map(({ word, args }) => t(word, ...args)).join(' · ')}</p>
      <div class="panel-acts">
        <Button onClick={onYes}>{t('panel_also_yes')}</Button>
        <Button onClick={onNo}>{t('panel_also_no')}</Button>
        {onLater && (
          <Button kind="text" onClick={onLater}>
            {t('panel_also_later')}
          </Button>
        )}
      </div>
    </section>
  );
}
