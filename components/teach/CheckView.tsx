// What Rapport now reads of the page, said plainly, before it is saved.
import { useId, useState } from 'preact/hooks';
import type { ErrorCode } from '../../lib/messages/protocol';
import type { Check, Identity, Said } from '../../lib/teach/talk';
import { t } from '../../lib/words/words';
import { Button } from '../Button';
import { ErrorLine } from '../ErrorLine';

interface Props {
  /** Null while the page is being looked at. */
  check: Check | null;
  host: string;
  error: ErrorCode | null;
  isSaving: boolean;
  tell: (said: Said) => void;
  onSave: (name: string) => void;
}

export function CheckView({ check, host, error, isSaving, tell, onSave }: Props) {
  const [name, setName] = useState(host.slice(0, 60));
  const field = useId();
  if (!check)
    return (
      <div class="teach-body">
        <h1 tabIndex={-1} class="teach-ask">
          {t('teach_looking')}
        </h1>
      </div>
    );
  const isReadable = check.problems.length === 0;
  return (
    <form
      class="teach-body"
      onSubmit={(event) => {
        event.preventDefault();
        if (isReadable && name.trim()) onSave(name.trim());
      }}
    >
      <h1 tabIndex={-1} class="teach-ask">
        {t(isReadable ? 'teach_check' : 'teach_problem')}
      </h1>
      {check.problems.map((problem) => (
        <p key={problem} class="teach-problem">
          {t(`teach_problem_${problem}`)}
        </p>
      ))}
      {isReadable && <Reading check={check} />}
      <Mending check={check} tell={tell} isReadable={isReadable} />
      {isReadable && check.identities.length > 0 && <Apart check={check} onChoose={(choice) => tell({ say: 'identity', choice })} />}
      {isReadable && (
        <p>
          <label class="label" for={field}>
            {t('teach_site_name')}
          </label>
          <input id={field} class="field" value={name} maxLength={60} required onInput={(event) => setName(event.currentTarget.value)} />
        </p>
      )}
      <ErrorLine code={error} />
      <div class="teach-acts">
        {isReadable && (
          <Button kind="primary" type="submit" disabled={isSaving || !name.trim()}>
            {t(isSaving ? 'teach_saving' : 'common_save')}
          </Button>
        )}
        <Button onClick={() => tell({ say: 'again' })}>{t('teach_again')}</Button>
      </div>
    </form>
  );
}

function Reading({ check }: { check: Check }) {
  return (
    <>
      <dl class="teach-read">
        <dt>{t('teach_check_name')}</dt>
        <dd>{check.name ?? <span class="soft">{t('teach_nobody')}</span>}</dd>
        <dt>{t('teach_check_messages')}</dt>
        <dd class="teach-counts">
          <Count look="theirs" n={check.theirs} words={t('teach_theirs')} />
          <Count look="own" n={check.own} words={t('teach_own')} />
          {check.unclear > 0 && <Count look="unclear" n={check.unclear} words={t('teach_unclear')} />}
        </dd>
        <dt>{t('teach_check_composer')}</dt>
        <dd>{check.composer ? t('teach_found') : <span class="soft">{t('teach_not_found')}</span>}</dd>
      </dl>
      <p class="small soft">
        {t('teach_legend')} {check.unclear > 0 && t('teach_unclear_about')} {check.approximate && t('teach_approximate')}
      </p>
    </>
  );
}

/** A number with the sign that stands on the outlines in the page. */
function Count({ look, n, words }: { look: 'theirs' | 'own' | 'unclear'; n: number; words: string }) {
  return (
    <span class={`teach-count ${look}`}>
      <span class="teach-sign" aria-hidden="true" />
      {n} {words}
    </span>
  );
}

function Mending({ check, tell, isReadable }: { check: Check; tell: (said: Said) => void; isReadable: boolean }) {
  const more = (
    <div class="teach-more">
      <Button onClick={() => tell({ say: 'more', side: 'theirs' })}>{t('teach_more_theirs')}</Button>
      <Button onClick={() => tell({ say: 'more', side: 'own' })}>{t('teach_more_own')}</Button>
      {check.ways > 1 && <Button onClick={() => tell({ say: 'another' })}>{t('teach_another', check.way, check.ways)}</Button>}
    </div>
  );
  if (!isReadable) return check.problems.some((problem) => problem === 'sides' || problem === 'rows') ? more : null;
  return (
    <details class="teach-wrong">
      <summary>{t('teach_wrong')}</summary>
      {more}
    </details>
  );
}

function Apart({ check, onChoose }: { check: Check; onChoose: (choice: number) => void }) {
  const group = useId();
  const words = ({ by, value }: Identity) => t(by === 'address' ? 'teach_apart_address' : 'teach_apart_attribute', value);
  const options = [
    { words: t('teach_apart_name'), isSeen: false },
    ...check.identities.map((one) => ({ words: words(one), isSeen: one.isSeen })),
  ];
  return (
    <fieldset class="teach-apart">
      <legend>{t('teach_apart')}</legend>
      {options.map((option, i) => (
        <label key={option.words}>
          <input type="radio" name={group} checked={check.identity === i} onChange={() => onChoose(i)} />
          <span>
            {option.words} {option.isSeen && <span class="teach-seen">{t('teach_apart_seen')}</span>}
          </span>
        </label>
      ))}
      {!check.identities.some(({ isSeen }) => isSeen) && <p class="small soft">{t('teach_apart_how')}</p>}
    </fieldset>
  );
}
